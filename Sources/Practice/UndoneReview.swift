public import Decks
public import Scheduler

/// A review that was taken back.
public struct UndoneReview: Equatable, Sendable {
  public var card: CardID
  public var grade: Grade
  /// When the review had been made.
  public var time: Timestamp
  /// The card's memory without it; nil if it was the only one.
  public var memory: Memory?
  /// The attempt that it was the grade of; nil if it was made without one.
  public var attempt: Attempt?

  public init(
    card: CardID, grade: Grade, time: Timestamp, memory: Memory?, attempt: Attempt? = nil
  ) {
    self.card = card
    self.grade = grade
    self.time = time
    self.memory = memory
    self.attempt = attempt
  }
}
