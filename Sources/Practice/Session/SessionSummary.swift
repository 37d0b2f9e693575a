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
  }

  /// In the order of their first answers.
  public var lines: [Line] = []

  public init(_ session: Session) {
    for step in session.steps {
      guard case .graded(let item, let grade) = step else { continue }
      if let known = lines.firstIndex(where: { $0.card == item.card }) {
        lines[known].last = grade
      } else {
        lines.append(Line(card: item.card, first: grade, last: grade))
      }
    }
  }

  /// Cards that were right at the first go.
  public var held: [Line] { lines.filter { $0.first != .again } }
  /// Cards that had slipped.
  public var slipped: [Line] { lines.filter { $0.first == .again } }
}
