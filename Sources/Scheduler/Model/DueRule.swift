/// When a card comes back: a local day under FSRS-6, a moment under FSRS-7.
public enum Due: Hashable, Sendable {
  case day(Day)
  case time(Timestamp)

  /// Whether the card is due at `now`, which falls in the local day `today`.
  public func hasCome(now: Timestamp, today: Day) -> Bool {
    switch self {
    case .day(let day): day <= today
    case .time(let time): time <= now
    }
  }
}

/// How intervals follow from memory: desired retention, the longest interval, fuzz.
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
  /// `card` is a number of the card's own, which keeps its fuzz apart from another card's.
  public func wholeDays(
    of state: MemoryState, model: some MemoryModel, card: UInt64 = 0
  ) -> Int {
    let raw = model.interval(of: state, retention: retention)
    let bounded = raw.clamped(1, Double(maximumInterval))
    let rounded = Int(bounded.rounded(.toNearestOrEven))
    guard let fuzzSeed else { return rounded }
    return Fuzz.range(around: bounded, maximum: maximumInterval)
      .map { Fuzz.pick(from: $0, seed: fuzzSeed, card: card) } ?? rounded
  }

  /// When the card is due, by the model's own kind of time.
  public func due(of memory: Memory, model: some MemoryModel, card: UInt64 = 0) -> Due {
    let key = card &+ UInt64(truncatingIfNeeded: memory.reps)
    switch model.name {
    case .fsrs6:
      return .day(memory.lastDay + wholeDays(of: memory.state, model: model, card: key))
    case .fsrs7:
      var days = model.interval(of: memory.state, retention: retention)
      days = min(days, Double(maximumInterval))
      if let fuzzSeed, let range = Fuzz.range(around: days, maximum: maximumInterval) {
        // The fractional part stays, so that the hour of the day is the model's.
        let shift = Fuzz.pick(from: range, seed: fuzzSeed, card: key) - Int(days.rounded())
        days = min(days + Double(shift), Double(maximumInterval))
      }
      return .time(memory.lastReview.adding(days: days))
    }
  }
}
