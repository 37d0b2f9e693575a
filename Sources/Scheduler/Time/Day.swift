/// A local calendar day, which begins at a start hour of its own (04:00 unless told otherwise).
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public var number: Int

  public init(number: Int) {
    self.number = number
  }

  /// The day that a moment falls in where clocks are `utcOffset` seconds ahead of UTC.
  ///
  /// The offset is the one in force at that moment, so days of 23 and 25 hours come out right.
  public init(containing time: Timestamp, utcOffset: Int, startHour: Int = 4) {
    let local = time.milliseconds
      .saturatingAdd(Int64(utcOffset).saturatingMultiply(1000))
      .saturatingSubtract(Int64(startHour).saturatingMultiply(3_600_000))
    let (quotient, remainder) = local.quotientAndRemainder(dividingBy: 86_400_000)
    number = Int(remainder < 0 ? quotient - 1 : quotient)
  }

  /// The day of a date in the calendar (proleptic Gregorian); nil if there is no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month),
      (1...Day.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    // Days counted from 1 March, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `YYYY-MM-DD`; nil for anything else.
  public init?(_ iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day so many days later; one that cannot be counted is the last that can.
  public static func + (day: Day, days: Int) -> Day {
    Day(number: day.number.saturatingAdd(days))
  }

  /// The day so many days earlier; one that cannot be counted is the first that can.
  public static func - (day: Day, days: Int) -> Day {
    Day(number: day.number.saturatingSubtract(days))
  }

  /// The days from `b` to `a`, or as many as can be counted.
  public static func - (a: Day, b: Day) -> Int { a.number.saturatingSubtract(b.number) }

  /// The date's parts in the proleptic Gregorian calendar; of a day more than a million million years
  /// away, those of the last that is not.
  public var calendarDate: (year: Int, month: Int, day: Int) {
    let shifted = min(max(number, -Self.datedDays), Self.datedDays) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// Monday is 1, Sunday 7.
  public var weekday: Int {
    let index = (number % 7 + 3) % 7
    return (index < 0 ? index + 7 : index) + 1
  }

  private static let datedDays = 365_000_000_000_000

  /// The moment at which the day begins where clocks are `utcOffset` seconds ahead of UTC; one that
  /// cannot be counted is the first or last that can.
  public func start(utcOffset: Int, startHour: Int = 4) -> Timestamp {
    let seconds = Int64(number).saturatingMultiply(86_400)
      .saturatingAdd(Int64(startHour).saturatingMultiply(3600))
      .saturatingSubtract(Int64(utcOffset))
    return Timestamp(milliseconds: seconds.saturatingMultiply(1000))
  }

  /// ISO 8601, `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = calendarDate
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value.magnitude)
      return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - text.count))
        + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2:
      year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
