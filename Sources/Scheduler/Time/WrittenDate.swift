/// What a person has written of a day: any of its parts.
struct WrittenDate: Equatable {
  var weekday: Int?
  var week: Week?
  var dayOfMonth: Int?
  var month: Int?
  var year: Int?
  /// Days from today.
  var relative: Int?
  /// Months from today.
  var months: Int?
  /// A day in numbers alone.
  var numbers: Numbers?

  /// The week that a weekday is of.
  enum Week { case next, this, last }

  var isEmpty: Bool { self == WrittenDate() }

  /// More days than nine months have.
  private static let nearDays = 274

  /// The day that the parts name.
  ///
  /// - Parameters:
  ///   - today: the day it is.
  ///   - isTimed: whether a time is named beside it.
  /// - Returns: nil if nothing is named.
  /// - Throws: ``WrittenTimeFault`` if no such day can be meant.
  func day(from today: Day, isTimed: Bool) throws(WrittenTimeFault) -> Day? {
    guard !isEmpty else { return nil }
    let named: [Day?] = [
      try numbers?.day(from: today), relative.map { today + $0 },
      months.map { Self.day(after: $0, from: today) }, try dayOfMonth(from: today),
    ]
    let days = named.compactMap(\.self)
    guard let day = days.first else { return try weekday(from: today) }
    guard days.count == 1, week == nil else { throw .twice(day.words) }
    if let weekday, day.weekday != weekday { throw .otherWeekday(day, named: weekday) }
    return day
  }

  private func weekday(from today: Day) throws(WrittenTimeFault) -> Day {
    guard let weekday else { throw .nothing }
    let ahead = (weekday - today.weekday + 7) % 7
    switch week {
    case nil: return today + (ahead == 0 ? 7 : ahead)
    case .this: return today + ahead
    case .next: return today + 7 - today.weekday + weekday
    case .last: return today - ((today.weekday - weekday + 6) % 7 + 1)
    }
  }

  private func dayOfMonth(from today: Day) throws(WrittenTimeFault) -> Day? {
    guard let dayOfMonth else {
      guard month == nil, year == nil else { throw .nothing }
      return nil
    }
    guard let month else {
      guard year == nil else { throw .nothing }
      return try Self.next(dayOfMonth, from: today)
    }
    return try Self.day(dayOfMonth, month, year, from: today)
  }

  /// The next day of that number in a month.
  private static func next(_ dayOfMonth: Int, from today: Day) throws(WrittenTimeFault) -> Day {
    let date = today.calendarDate
    for months in 0...12 {
      let month = date.month - 1 + months
      let day = Day(year: date.year + month / 12, month: month % 12 + 1, day: dayOfMonth)
      if let day, day >= today { return day }
    }
    throw .noSuchDay("day \(dayOfMonth) in a month")
  }

  /// A day of a year, or the next such day if no year is named.
  fileprivate static func day(
    _ dayOfMonth: Int, _ month: Int, _ year: Int?, from today: Day
  ) throws(WrittenTimeFault) -> Day {
    guard (1...12).contains(month) else { throw .noSuchDay("month \(month)") }
    let name = "\(dayOfMonth) \(CalendarNames.months[month - 1])"
    if let year {
      guard let day = Day(year: year, month: month, day: dayOfMonth) else {
        throw .noSuchDay("\(name) \(year)")
      }
      return day
    }
    guard let day = next(dayOfMonth, month, from: today) else { throw .noSuchDay(name) }
    guard day - today <= nearDays else { throw .farAhead(day, days: day - today) }
    return day
  }

  /// The next such day of any year; nil if no year has one.
  fileprivate static func next(_ dayOfMonth: Int, _ month: Int, from today: Day) -> Day? {
    let year = today.calendarDate.year
    // A leap day is at most eight years away.
    return (0...8).lazy.compactMap { Day(year: year + $0, month: month, day: dayOfMonth) }
      .first { $0 >= today }
  }

  /// The same day of a later month, or the last of that month if it is shorter.
  private static func day(after months: Int, from today: Day) -> Day {
    let date = today.calendarDate
    let month = date.month - 1 + months
    let (years, rest) = (month >= 0 ? month / 12 : (month - 11) / 12, (month % 12 + 12) % 12)
    return (0...3).lazy.compactMap {
      Day(year: date.year + years, month: rest + 1, day: date.day - $0)
    }.first ?? today
  }
}

extension WrittenDate {
  /// A day in numbers: the year first, or the day and the month in either order.
  enum Numbers: Equatable {
    case day(Day)
    case noDay(String)
    case either(Int, Int, year: Int?, text: String)

    /// Reads `2026-12-03`, `2026/12/3`, `3/12`, `3/12/26` or `3-12-2026`; nil for anything else.
    init?(_ word: Substring) {
      let hasSlash = word.contains("/")
      guard hasSlash != word.contains("-") || word.split(separator: ".").count == 3 else {
        return nil
      }
      let parts = word.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
      let values = parts.compactMap { WrittenTimeReader.whole($0) }
      guard values.count == parts.count, (2...3).contains(parts.count) else { return nil }
      if parts[0].count == 4 {
        guard values.count == 3 else { return nil }
        self =
          Day(year: values[0], month: values[1], day: values[2]).map { .day($0) }
          ?? .noDay(String(word))
        return
      }
      guard !word.contains(".") else { return nil }
      let year = values.count == 3 ? values[2] : nil
      self = .either(
        values[0], values[1], year: year.map { $0 < 100 ? 2000 + $0 : $0 }, text: String(word))
    }

    /// The day and the time of `2026-12-03T14:00`; nil for anything else.
    static func dayAndTime(_ word: Substring) -> (Self, time: Substring)? {
      guard let mark = word.firstIndex(of: "t"), let day = Self(word[..<mark]) else { return nil }
      return (day, word[mark...].dropFirst())
    }

    func day(from today: Day) throws(WrittenTimeFault) -> Day {
      switch self {
      case .day(let day): return day
      case .noDay(let text): throw .noSuchDay("day \(text)")
      case .either(let first, let second, let year, let text):
        func day(_ day: Int, _ month: Int) -> Day? {
          year.map { Day(year: $0, month: month, day: day) }
            ?? WrittenDate.next(day, month, from: today)
        }
        let european = (1...12).contains(second) ? day(first, second) : nil
        let american = (1...12).contains(first) ? day(second, first) : nil
        if let european, let american, european != american {
          throw .twoReadings(
            text, what: [european.words, american.words],
            write: [european, american].map { $0.shortWords.lowercased() })
        }
        guard european != nil || american != nil else { throw .noSuchDay("day \(text)") }
        return european != nil
          ? try WrittenDate.day(first, second, year, from: today)
          : try WrittenDate.day(second, first, year, from: today)
      }
    }
  }
}
