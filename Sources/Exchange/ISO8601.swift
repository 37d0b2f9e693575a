public import Scheduler

/// Times as text, in the one form that commands and exports use.
public enum ISO8601 {
  /// `2026-11-26T14:00:00Z`, with milliseconds when there are any.
  public static func text(_ time: Timestamp) -> String {
    let day = Day(containing: time, utcOffset: 0, startHour: 0)
    // The first day that can be counted has no beginning that can.
    let inDay = max(0, Int(time.milliseconds(since: day.start(utcOffset: 0, startHour: 0))))
    let clock = [inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1000 % 60]
    let fraction = inDay % 1000 == 0 ? "" : "." + padded(inDay % 1000, 3)
    return "\(day)T\(clock.map { padded($0, 2) }.joined(separator: ":"))\(fraction)Z"
  }

  /// Reads a time in any of the usual forms of ISO 8601.
  ///
  /// That is a date, `T` or a space, hours and minutes, seconds and their fraction if given, and
  /// `Z`, an offset such as `+01:00`, or nothing for a local time. A date alone is its midnight.
  ///
  /// - Parameters:
  ///   - text: the time.
  ///   - localOffset: gives the seconds east of UTC that are in force at a local time, which it is
  ///     given as if it were UTC.
  /// - Returns: nil when the text is no such time.
  public static func time(_ text: String, localOffset: (Timestamp) -> Int) -> Timestamp? {
    var rest = Substring(text)
    guard let day = Day(String(rest.prefix(10))) else { return nil }
    rest = rest.dropFirst(10)
    var milliseconds = 0
    if let separator = rest.first {
      guard separator == "T" || separator == "t" || separator == " " else { return nil }
      rest = rest.dropFirst()
      guard let clock = timeOfDay(&rest) else { return nil }
      milliseconds = clock
    }
    let asUTC = day.start(utcOffset: 0, startHour: 0).adding(milliseconds: Int64(milliseconds))
    guard let offset = rest.isEmpty ? localOffset(asUTC) : zoneOffset(rest) else { return nil }
    return asUTC.adding(milliseconds: -Int64(offset) * 1000)
  }

  /// Takes `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff` off the front; milliseconds since midnight.
  private static func timeOfDay(_ text: inout Substring) -> Int? {
    guard let hours = number(&text, below: 24), take(":", &text),
      let minutes = number(&text, below: 60)
    else { return nil }
    var milliseconds = (hours * 60 + minutes) * 60_000
    guard take(":", &text) else { return milliseconds }
    guard let seconds = number(&text, below: 60) else { return nil }
    milliseconds += seconds * 1000
    guard take(".", &text) else { return milliseconds }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let fraction = Int((digits + "00").prefix(3)) else { return nil }
    text = text.dropFirst(digits.count)
    return milliseconds + fraction
  }

  /// Reads `Z`, `+01:00`, `+0100` or `+01`; seconds east of UTC.
  private static func zoneOffset(_ text: Substring) -> Int? {
    var rest = text
    if take("Z", &rest) || take("z", &rest) { return rest.isEmpty ? 0 : nil }
    let isWest = take("-", &rest)
    guard isWest || take("+", &rest), let hours = number(&rest, below: 24) else { return nil }
    var seconds = hours * 3600
    if !rest.isEmpty {
      _ = take(":", &rest)
      guard let minutes = number(&rest, below: 60), rest.isEmpty else { return nil }
      seconds += minutes * 60
    }
    return isWest ? -seconds : seconds
  }

  private static func take(_ character: Character, _ text: inout Substring) -> Bool {
    guard text.first == character else { return false }
    text = text.dropFirst()
    return true
  }

  /// Takes two digits off the front.
  private static func number(_ text: inout Substring, below limit: Int) -> Int? {
    let digits = text.prefix(2)
    guard digits.utf8.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let value = Int(digits), value < limit
    else { return nil }
    text = text.dropFirst(2)
    return value
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
