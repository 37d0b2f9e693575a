/// When a card comes back: a local day under FSRS-6, a moment under FSRS-7.
public enum Due: Hashable, Sendable {
  case day(Day)
  case time(Timestamp)
}

/// How intervals follow from memory: desired retention, the longest interval, fuzz.
///
/// There are no learning or relearning steps. A card answered Again comes back later in the session,
/// each time as a review on the same day, and what the model makes of those is its next date.
public struct DueRule: Equatable, Sendable {
  /// Desired retention: the recall at which a card comes back, 0.7…0.99 in settings.
  public var retention: Double
  /// Days, 1…36500.
  public var maximumInterval: Int
  /// Spreads intervals a little from this seed; nil leaves them as computed.
  public var fuzzSeed: UInt64?

  public init(retention: Double = 0.9, maximumInterval: Int = 36500, fuzzSeed: UInt64? = nil) {
    self.retention = retention
    self.maximumInterval = min(max(1, maximumInterval), 36500)
    self.fuzzSeed = fuzzSeed
  }

  /// Whole days until the next review, rounded half to even, 1…``maximumInterval``.
  ///
  /// `key` is a number of the card and of how often it was reviewed, which keeps its fuzz apart from
  /// others'.
  public func wholeDays(
    of state: MemoryState, model: some MemoryModel, key: UInt64 = 0
  ) -> Int {
    let raw = model.interval(of: state, retention: retention)
    let bounded = raw.isNaN ? 1 : raw.clamped(1, Double(maximumInterval))
    let rounded = Int(bounded.rounded(.toNearestOrEven))
    return rounded + fuzz(bounded, rounded: rounded, key: key)
  }

  /// Days until the next review: whole ones under FSRS-6, exact ones under FSRS-7.
  public func days(of state: MemoryState, model: some MemoryModel, key: UInt64 = 0) -> Double {
    switch model.name {
    case .fsrs6: return Double(wholeDays(of: state, model: model, key: key))
    case .fsrs7:
      let longest = Double(maximumInterval)
      let interval = model.interval(of: state, retention: retention)
      let raw = interval.isNaN ? 0 : interval.clamped(0, longest)
      // The fractional part stays, so that the hour of the day is the model's.
      let shift = fuzz(raw, rounded: Int(raw.rounded()), key: key)
      return min(raw + Double(shift), longest)
    }
  }

  /// When the card is due, by the model's own kind of time; `card` is a number of the card's own.
  public func due(of memory: Memory, model: some MemoryModel, card: UInt64 = 0) -> Due {
    let key = DueRule.key(card: card, reps: memory.reps)
    switch model.name {
    case .fsrs6: return .day(memory.lastDay + wholeDays(of: memory.state, model: model, key: key))
    case .fsrs7:
      let days = days(of: memory.state, model: model, key: key)
      return .time(memory.lastReview.adding(days: days))
    }
  }

  static func key(card: UInt64, reps: Int) -> UInt64 {
    card &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: reps)
  }

  private func fuzz(_ days: Double, rounded: Int, key: UInt64) -> Int {
    guard let fuzzSeed, let range = Fuzz.range(around: days, maximum: maximumInterval) else {
      return 0
    }
    return Fuzz.pick(from: range, seed: fuzzSeed, key: key) - rounded
  }
}
