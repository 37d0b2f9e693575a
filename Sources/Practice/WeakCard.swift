public import Decks
public import Scheduler

/// A weak card, as lists show it.
public struct WeakCard: Equatable, Sendable {
  public var id: CardID
  /// The card's own question.
  public var ask: String
  public var competency: String
  /// Recall now.
  public var recall: Retrievability
  /// Whether the last answer was Again.
  public var hasSlipped: Bool
  public var lapses: Int
  /// The parts of its story that need work.
  public var needsWork: [RubricPart]
  /// Whether it would not come back, and not only a part of it needs work.
  public var isWeak: Bool { recall < Weakness.recallThreshold || hasSlipped }
  /// How much it matters for the next interview, 1…4.
  public var priority = 1.0

  public init(
    id: CardID, ask: String, competency: String, recall: Retrievability, hasSlipped: Bool,
    lapses: Int, needsWork: [RubricPart] = []
  ) {
    self.id = id
    self.ask = ask
    self.competency = competency
    self.recall = recall
    self.hasSlipped = hasSlipped
    self.lapses = lapses
    self.needsWork = needsWork
  }
}
