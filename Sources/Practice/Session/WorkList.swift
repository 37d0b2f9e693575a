public import Decks
public import Scheduler

/// What waits beside the dates of cards: answers to tick again, follow-ups to meet again, and parts of
/// stories to rebuild.
public struct WorkList: Equatable, Sendable {
  /// A story with parts that need work.
  public struct Rebuild: Equatable, Sendable {
    public var card: CardID
    public var parts: [RubricPart]
  }

  /// Written answers that can be ticked again, cold.
  public private(set) var regrades = 0
  /// Follow-ups that the person was stuck on.
  public private(set) var probes = 0
  /// In the order of their cards.
  public private(set) var rebuilds: [Rebuild] = []

  /// - Parameters:
  ///   - standings: what waits at each card.
  ///   - day: the day on which it is to be done; an answer is cold on the day after it was written.
  public init(_ standings: [Standing] = [], on day: Day) {
    for standing in standings {
      if let written = standing.uncheckedDay, written < day { regrades += 1 }
      probes += standing.stuck
      if !standing.needsWork.isEmpty {
        rebuilds.append(Rebuild(card: standing.card, parts: standing.needsWork))
      }
    }
    rebuilds.sort { $0.card < $1.card }
  }

  public var isEmpty: Bool { regrades == 0 && probes == 0 && rebuilds.isEmpty }

  /// What there is to do, a line for each, in the order in which a session has it.
  public var lines: [String] {
    [
      Self.count(
        regrades, "written answer to tick again, cold", "written answers to tick again, cold"),
      Self.count(probes, "follow-up that you were stuck on", "follow-ups that you were stuck on"),
      Self.count(rebuilds.count, "answer to rebuild a part of", "answers to rebuild a part of"),
    ].compactMap { $0 }
  }

  static func count(_ number: Int, _ one: String, _ many: String) -> String? {
    number == 0 ? nil : number.of(one, many)
  }
}
