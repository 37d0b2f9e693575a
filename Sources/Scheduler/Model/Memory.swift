/// A card's memory as the store caches it: a function of its reviews and of the model.
public struct Memory: Equatable, Sendable {
  public var state: MemoryState
  public var lastReview: Timestamp
  /// The local day of the last review, by that review's own offset.
  public var lastDay: Day
  /// Reviews counted.
  public var reps: Int
  /// Answers Again on a later day than the review before.
  public var lapses: Int

  public init(state: MemoryState, lastReview: Timestamp, lastDay: Day, reps: Int, lapses: Int) {
    self.state = state
    self.lastReview = lastReview
    self.lastDay = lastDay
    self.reps = reps
    self.lapses = lapses
  }
}

extension MemoryModel {
  /// The memory after one more review; `memory` is nil for the first.
  public func memory(after review: Review, from memory: Memory?, startHour: Int = 4) -> Memory {
    let day = review.day(startHour: startHour)
    guard let memory else {
      return Memory(
        state: state(afterFirst: review.grade), lastReview: review.time, lastDay: day, reps: 1,
        lapses: 0)
    }
    let elapsed = Elapsed(
      wholeDays: day - memory.lastDay, days: review.time.days(since: memory.lastReview))
    let lapse = review.grade == .again && elapsed.wholeDays > 0
    return Memory(
      state: state(after: review.grade, from: memory.state, elapsed: elapsed),
      lastReview: review.time, lastDay: day, reps: memory.reps + 1,
      lapses: memory.lapses + (lapse ? 1 : 0))
  }

  /// The memory that a card's reviews leave; nil if there are none.
  ///
  /// Reviews count in the order given, which is the order in which they were recorded: so replay
  /// equals what was computed at each grade. A review that seems earlier than the one before (a
  /// clock set back, a flight west) counts as no time later. The
  /// store gives reviews that came from elsewhere in their place in time.
  public func replay(_ reviews: some Sequence<Review>, startHour: Int = 4) -> Memory? {
    var memory: Memory?
    for review in reviews {
      memory = self.memory(after: review, from: memory, startHour: startHour)
    }
    return memory
  }

  /// Probability of recall at a moment, by fractional days since the last review.
  ///
  /// A moment before the last review counts as the moment of it.
  public func retrievability(of memory: Memory, at time: Timestamp) -> Retrievability {
    retrievability(of: memory.state, afterDays: max(0, time.days(since: memory.lastReview)))
  }

  /// When recall falls below `retention`: from then on the card is weak.
  public func belowThreshold(from memory: Memory, retention: Double = 0.7) -> Timestamp {
    memory.lastReview.adding(days: interval(of: memory.state, retention: retention))
  }
}
