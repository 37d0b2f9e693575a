public import Decks
public import Scheduler

/// What waits at a card beside its date.
public struct Standing: Equatable, Sendable {
  public var card: CardID
  /// The parts of its story that need work.
  public var needsWork: [RubricPart]
  /// Follow-ups that the person was stuck on.
  public var stuck: Int
  /// The day of a written answer that is to be ticked again.
  public var uncheckedDay: Day?

  public init(card: CardID, needsWork: [RubricPart] = [], stuck: Int = 0, uncheckedDay: Day? = nil)
  {
    self.card = card
    self.needsWork = needsWork
    self.stuck = stuck
    self.uncheckedDay = uncheckedDay
  }
}
