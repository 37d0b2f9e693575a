/// The spread that keeps cards learnt together from coming back together for ever.
///
/// The ranges are those that all FSRS schedulers use: none below 2.5 days, then 15 % of what lies
/// under 7 days, 10 % of what lies under 20 and 5 % of the rest, and one day more.
enum Fuzz {
  static func range(around days: Double, maximum: Int) -> ClosedRange<Int>? {
    guard days >= 2.5 else { return nil }
    let delta =
      1 + 0.15 * (min(days, 7) - 2.5) + 0.10 * max(0, min(days, 20) - 7)
      + 0.05 * max(0, days - 20)
    let high = min(Int((days + delta).rounded()), maximum)
    let low = min(max(2, Int((days - delta).rounded())), high)
    return low...high
  }

  /// A day of the range, each as likely as another, the same for the same seed and key.
  static func pick(from range: ClosedRange<Int>, seed: UInt64, key: UInt64) -> Int {
    var generator = SeededGenerator(seed: seed ^ (key &* 0x9E37_79B9_7F4A_7C15))
    return Int.random(in: range, using: &generator)
  }
}
