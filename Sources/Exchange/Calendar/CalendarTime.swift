import Practice
import Scheduler

/// A time as calendar files write it: `20261210`, `20261210T100000` or `20261210T090000Z`.
struct CalendarTime: Equatable {
  var day: Day
  /// Minutes after midnight; 0 of a day alone.
  var minutes: Int
  /// Whether it is more than a day.
  var hasTime: Bool
  var isUTC: Bool

  /// The time by the clocks that it is meant by, as if it were UTC.
  var local: Timestamp {
    day.start(utcOffset: 0, startHour: 0).adding(milliseconds: Int64(minutes) * 60_000)
  }

  /// Nil for what is none; seconds are let go, as no interview starts by them.
  init?(_ text: String) {
    var digits = text.trimmed
    isUTC = digits.uppercased().hasSuffix("Z")
    if isUTC { digits.removeLast() }
    let parts = digits.uppercased().split(separator: "T", omittingEmptySubsequences: false)
    func number(_ text: Substring, _ range: Range<Int>) -> Int? {
      let part = text.dropFirst(range.lowerBound).prefix(range.count)
      return part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard parts.count <= 2, parts[0].count == 8, let year = number(parts[0], 0..<4),
      let month = number(parts[0], 4..<6), let dayOfMonth = number(parts[0], 6..<8),
      let day = Day(year: year, month: month, day: dayOfMonth)
    else { return nil }
    self.day = day
    hasTime = parts.count == 2
    guard hasTime else {
      guard !isUTC else { return nil }
      minutes = 0
      return
    }
    guard [4, 6].contains(parts[1].count), let hour = number(parts[1], 0..<2),
      let minute = number(parts[1], 2..<4), hour < 24, minute < 60,
      parts[1].count == 4 || number(parts[1], 4..<6) != nil
    else { return nil }
    minutes = hour * 60 + minute
  }
}
