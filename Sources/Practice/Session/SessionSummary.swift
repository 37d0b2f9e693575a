public import Decks
public import Scheduler

/// What a session came to, for its last screen.
public struct SessionSummary: Equatable, Sendable {
  /// A card of the session and how it went.
  public struct Line: Equatable, Sendable {
    public var card: CardID
    /// The first grade it got in this session: that is what memory showed.
    public var first: Grade
    /// The last one.
    public var last: Grade
    /// Whether it did not come though the person had been sure of it.
    public var wasSure: Bool
  }

  /// In the order of their first answers.
  public var lines: [Line] = []

  /// Things that were done without a grade.
  public var keptCount = 0

  /// - Parameters:
  ///   - session: what was done.
  ///   - misses: cards that did not come though the person had been sure of them.
  public init(_ session: Session, sureOf misses: Set<CardID> = []) {
    for step in session.steps {
      if case .kept = step { keptCount += 1 }
      guard case .graded(let item, let grade) = step else { continue }
      if let known = lines.firstIndex(where: { $0.card == item.card }) {
        lines[known].last = grade
      } else {
        let wasSure = misses.contains(item.card)
        lines.append(Line(card: item.card, first: grade, last: grade, wasSure: wasSure))
      }
    }
  }

  /// Cards that were right first time.
  public var held: [Line] { lines.filter { $0.first != .again } }
  /// Cards that had slipped: of what one was sure of, what did not come is best remembered once it is
  /// said, so that comes first.
  public var slipped: [Line] {
    let slipped = lines.filter { $0.first == .again }
    return slipped.filter(\.wasSure) + slipped.filter { !$0.wasSure }
  }
}
