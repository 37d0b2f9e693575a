/// A moment: milliseconds since 1970-01-01T00:00:00 UTC.
public struct Timestamp: Hashable, Comparable, Sendable {
  public static let millisecondsPerDay = 86_400_000.0

  public var milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

  /// The moment `days` later (earlier if negative), rounded to a millisecond.
  ///
  /// Days are 86,400 s each. More than a million years either way is cut to that; not-a-number is
  /// taken as no time at all.
  public func adding(days: Double) -> Timestamp {
    guard !days.isNaN else { return self }
    let step = (days.clamped(-4e8, 4e8) * Timestamp.millisecondsPerDay).rounded()
    return adding(milliseconds: Int64(step))
  }

  /// The moment so much later; one that cannot be counted is the first or last that can.
  public func adding(milliseconds step: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds.saturatingAdd(step))
  }

  public func adding(minutes: Double) -> Timestamp { adding(days: minutes / 1440) }

  /// Milliseconds from `earlier` to this moment, or as many as can be counted.
  public func milliseconds(since earlier: Timestamp) -> Int64 {
    milliseconds.saturatingSubtract(earlier.milliseconds)
  }

  /// Days of 86,400 s from `earlier` to this moment; negative if this one is the earlier.
  public func days(since earlier: Timestamp) -> Double {
    Double(milliseconds(since: earlier)) / Timestamp.millisecondsPerDay
  }
}
