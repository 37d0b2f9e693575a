/// How clocks change from year to year, as POSIX writes it in `TZ`: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyRules: Sendable {
  /// Seconds east of UTC in the standard time.
  private let standard: Int
  /// The other time, when it begins and when it ends; nil if there is none.
  private let summer: (offset: Int, begins: Change, ends: Change)?

  /// A change in each year.
  fileprivate struct Change: Sendable {
    let day: Kind
    /// Seconds after midnight, by the clocks until then.
    let seconds: Int

    enum Kind: Sendable {
      /// The weekday (Sunday 0) of a week of a month, of which the fifth is the last.
      case weekday(month: Int, week: Int, weekday: Int)
      /// 1…365, 29 February never counted.
      case dayWithoutLeap(Int)
      /// 0…365.
      case day(Int)
    }
  }

  /// - Parameter text: the rules; nil comes of what is none.
  init?(_ text: String) {
    var rest = Substring(text)
    guard Self.takeName(&rest), let west = Self.takeTime(&rest) else { return nil }
    standard = -west
    guard !rest.isEmpty else {
      summer = nil
      return
    }
    guard Self.takeName(&rest) else { return nil }
    let offset = rest.first == "," ? standard + 3600 : Self.takeTime(&rest).map { -$0 }
    guard let offset, let begins = Self.takeChange(&rest), let ends = Self.takeChange(&rest),
      rest.isEmpty
    else { return nil }
    summer = (offset, begins, ends)
  }

  /// Seconds east of UTC at an instant.
  func utcOffset(at time: Timestamp) -> Int {
    guard let summer else { return standard }
    let year = Day(containing: time, utcOffset: standard, startHour: 0).calendarDate.year
    guard let begin = summer.begins.instant(in: year, utcOffset: standard),
      let end = summer.ends.instant(in: year, utcOffset: summer.offset)
    else { return standard }
    let isSummer = begin < end ? begin <= time && time < end : begin <= time || time < end
    return isSummer ? summer.offset : standard
  }

  // MARK: - Reading

  /// Takes `CET` or `<+0330>` off the front.
  private static func takeName(_ text: inout Substring) -> Bool {
    if text.first == "<", let end = text.firstIndex(of: ">") {
      text = text[end...].dropFirst()
      return true
    }
    let name = text.prefix(while: \.isLetter)
    text = text.dropFirst(name.count)
    return name.count >= 3
  }

  /// Takes `-1`, `3:30` or `+2:00:00` off the front; in seconds.
  private static func takeTime(_ text: inout Substring) -> Int? {
    let isNegative = text.first == "-"
    if isNegative || text.first == "+" { text = text.dropFirst() }
    guard let hours = takeNumber(&text, in: 0...167) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where text.first == ":" {
      text = text.dropFirst()
      guard let value = takeNumber(&text, in: 0...59) else { return nil }
      seconds += value * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// Takes `,M3.5.0/2`, `,J60` or `,59` off the front.
  private static func takeChange(_ text: inout Substring) -> Change? {
    guard text.first == "," else { return nil }
    text = text.dropFirst()
    let kind: Change.Kind
    if text.first == "M" {
      text = text.dropFirst()
      guard let month = takeNumber(&text, in: 1...12), text.first == "." else { return nil }
      text = text.dropFirst()
      guard let week = takeNumber(&text, in: 1...5), text.first == "." else { return nil }
      text = text.dropFirst()
      guard let weekday = takeNumber(&text, in: 0...6) else { return nil }
      kind = .weekday(month: month, week: week, weekday: weekday)
    } else if text.first == "J" {
      text = text.dropFirst()
      guard let day = takeNumber(&text, in: 1...365) else { return nil }
      kind = .dayWithoutLeap(day)
    } else {
      guard let day = takeNumber(&text, in: 0...365) else { return nil }
      kind = .day(day)
    }
    guard text.first == "/" else { return Change(day: kind, seconds: 7200) }
    text = text.dropFirst()
    return takeTime(&text).map { Change(day: kind, seconds: $0) }
  }

  private static func takeNumber(_ text: inout Substring, in range: ClosedRange<Int>) -> Int? {
    let digits = text.prefix(3).prefix { $0.isASCII && $0.isNumber }
    text = text.dropFirst(digits.count)
    return Int(digits).flatMap { range.contains($0) ? $0 : nil }
  }
}

extension YearlyRules.Change {
  /// When it is in a year; nil in one that the calendar does not have.
  fileprivate func instant(in year: Int, utcOffset: Int) -> Timestamp? {
    day(in: year)?.start(utcOffset: utcOffset, startHour: 0)
      .adding(milliseconds: Int64(seconds) * 1000)
  }

  private func day(in year: Int) -> Day? {
    switch day {
    case .weekday(let month, let week, let weekday):
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      var day = first + (weekday - first.weekday % 7 + 7) % 7 + 7 * (week - 1)
      while day.calendarDate.month != month { day = day - 7 }
      return day
    case .dayWithoutLeap(let number):
      let isLeap = Day(year: year, month: 2, day: 29) != nil
      return Day(year: year, month: 1, day: 1).map { $0 + number - (isLeap && number > 59 ? 0 : 1) }
    case .day(let number): return Day(year: year, month: 1, day: 1).map { $0 + number }
    }
  }
}
