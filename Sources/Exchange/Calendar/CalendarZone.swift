import Practice
import Scheduler

/// The rules that a calendar file itself gives for a zone: a `VTIMEZONE`.
struct CalendarZone: Sendable {
  /// A time of the year from which on clocks go otherwise, in each year or once.
  private struct Turn: Sendable {
    /// Seconds east of UTC before and after.
    var before: Int
    var after: Int
    /// When it first came, by the clocks until then.
    var first: Timestamp
    /// When else it came, by the same clocks.
    var others: [Timestamp] = []
    /// The day of each year; nil if it comes in no other.
    var rule: YearlyDay?

    /// The instant of something by the clocks until then.
    func instant(_ local: Timestamp) -> Timestamp {
      local.adding(milliseconds: -Int64(before) * 1000)
    }

    /// The last such turn up to an instant; nil if there was none yet.
    func last(upTo time: Timestamp) -> Timestamp? {
      var turns = (others + [first]).map(instant).filter { $0 <= time }
      if let rule { turns += rule.last(upTo: time, from: first, instant: instant) }
      return turns.max()
    }
  }

  private let turns: [Turn]

  /// More than the clocks of any place have seen.
  private static let mostTurns = 100

  /// Nil for rules that cannot be followed.
  init?(_ component: CalendarComponent) {
    var turns: [Turn] = []
    for part in component.parts where part.name == "STANDARD" || part.name == "DAYLIGHT" {
      guard let before = Self.offset(part.text("TZOFFSETFROM")),
        let after = Self.offset(part.text("TZOFFSETTO")),
        let first = CalendarTime(part.line("DTSTART")?.value ?? "")?.local
      else { return nil }
      var turn = Turn(before: before, after: after, first: first)
      for line in part.lines where line.name == "RDATE" {
        for value in line.value.split(separator: ",") {
          guard let time = CalendarTime(String(value.prefix(15)))?.local else { return nil }
          turn.others.append(time)
        }
      }
      if let line = part.line("RRULE") {
        guard let rule = YearlyDay(line.value, from: first, before: before) else { return nil }
        turn.rule = rule
      }
      turns.append(turn)
    }
    guard (1...Self.mostTurns).contains(turns.count) else { return nil }
    self.turns = turns
  }

  /// Seconds east of UTC at an instant.
  func utcOffset(at time: Timestamp) -> Int {
    let last = turns.compactMap { turn in turn.last(upTo: time).map { ($0, turn.after) } }
      .max { $0.0 < $1.0 }
    return last?.1 ?? turns.min { $0.first < $1.first }?.before ?? 0
  }

  /// Reads `+0100` or `-033000`; seconds.
  private static func offset(_ text: String) -> Int? {
    let digits = text.dropFirst()
    guard [4, 6].contains(digits.count), let number = Int(digits), number >= 0,
      text.hasPrefix("+") || text.hasPrefix("-")
    else { return nil }
    let parts = digits.count == 4 ? number * 100 : number
    let seconds = parts / 10_000 * 3600 + parts / 100 % 100 * 60 + parts % 100
    guard seconds < 86_400 else { return nil }
    return text.hasPrefix("-") ? -seconds : seconds
  }
}

/// A day in each year: the value of an `RRULE` of a zone.
private struct YearlyDay: Sendable {
  private var months: [Int]
  /// Days of the month, from its end if negative; all if there are none.
  private var days: [Int] = []
  /// Weekdays (Monday 1) with their number in the month, from its end if negative, 0 for each.
  private var weekdays: [(place: Int, weekday: Int)] = []
  /// Which of those that are left in a year.
  private var position: Int?
  private var interval = 1
  /// The last instant at which it comes.
  private var until: Timestamp?
  /// In so many years it comes at least once, if it ever does.
  private static let mostYears = 40
  /// How often it comes.
  private var count: Int?

  init?(_ text: String, from first: Timestamp, before: Int) {
    let date = Day(containing: first, utcOffset: 0, startHour: 0).calendarDate
    months = [date.month]
    var isYearly = false
    for part in text.uppercased().split(separator: ";") {
      guard let mark = part.firstIndex(of: "=") else { return nil }
      let value = part[mark...].dropFirst()
      func numbers() -> [Int]? {
        let parts = value.split(separator: ",")
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == parts.count && !numbers.isEmpty ? numbers : nil
      }
      switch part[..<mark] {
      case "FREQ": isYearly = value == "YEARLY"
      case "WKST": break
      case "BYMONTH":
        guard let named = numbers(), named.allSatisfy({ (1...12).contains($0) }) else { return nil }
        months = named
      case "BYMONTHDAY":
        guard let named = numbers(), named.allSatisfy({ (1...31).contains(abs($0)) }) else {
          return nil
        }
        days = named
      case "BYDAY":
        let named = value.split(separator: ",")
        weekdays = named.compactMap(Self.weekday)
        guard weekdays.count == named.count else { return nil }
      case "BYSETPOS":
        guard let number = Int(value), number != 0 else { return nil }
        position = number
      case "INTERVAL":
        guard let number = Int(value), (1...Self.mostYears).contains(number) else { return nil }
        interval = number
      case "COUNT":
        guard let number = Int(value), (1...Self.mostYears).contains(number) else { return nil }
        count = number
      case "UNTIL":
        guard let time = CalendarTime(String(value)) else { return nil }
        // A day alone ends with it.
        let local = time.hasTime ? time.local : time.local.adding(days: 1)
        until = time.isUTC ? local : local.adding(milliseconds: -Int64(before) * 1000)
      default: return nil
      }
    }
    guard isYearly else { return nil }
    if days.isEmpty, weekdays.isEmpty { days = [date.day] }
  }

  /// `-1SU`.
  private static func weekday(_ text: Substring) -> (Int, Int)? {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    guard let index = names.firstIndex(of: String(text.suffix(2))) else { return nil }
    let number = text.dropLast(2)
    guard !number.isEmpty else { return (0, index + 1) }
    guard let place = Int(number), (1...5).contains(abs(place)) else { return nil }
    return (place, index + 1)
  }

  /// The last time that it came up to an instant, in at most one value.
  func last(
    upTo time: Timestamp, from first: Timestamp, instant: (Timestamp) -> Timestamp
  ) -> [Timestamp] {
    let day = Day(containing: first, utcOffset: 0, startHour: 0)
    let inDay = first.milliseconds(since: day.start(utcOffset: 0, startHour: 0))
    let begin = day.calendarDate.year
    func turns(in year: Int) -> [Timestamp] {
      self.days(in: year).map {
        $0.start(utcOffset: 0, startHour: 0).adding(milliseconds: inDay)
      }.filter { $0 >= first }.map(instant)
    }
    func holds(_ turn: Timestamp) -> Bool { turn <= time && until.map { turn <= $0 } ?? true }
    let end =
      Day(
        containing: min(time, until ?? time), utcOffset: 0, startHour: 0
      ).calendarDate.year + 1
    guard begin <= end else { return [] }
    if let count {
      let last = min(end, begin + Self.mostYears * interval)
      let all = stride(from: begin, through: last, by: interval).flatMap(turns).prefix(count)
      return all.last(where: holds).map { [$0] } ?? []
    }
    let first = max(begin, end - Self.mostYears * interval)
    for year in (first...end).reversed() where (year - begin) % interval == 0 {
      if let turn = turns(in: year).last(where: holds) { return [turn] }
    }
    return []
  }

  /// The days of a year, in their order.
  private func days(in year: Int) -> [Day] {
    let found = months.sorted().flatMap { month in
      Self.days(of: month, in: year).filter { day, length in
        let number = day.calendarDate.day
        let isDay = days.isEmpty || days.contains(number) || days.contains(number - length - 1)
        let isWeekday =
          weekdays.isEmpty
          || weekdays.contains { place, weekday in
            guard day.weekday == weekday else { return false }
            return place == 0 || place == (number - 1) / 7 + 1
              || place == -((length - number) / 7 + 1)
          }
        return isDay && isWeekday
      }.map(\.0)
    }
    guard let position else { return found }
    let index = position > 0 ? position - 1 : found.count + position
    return found.indices.contains(index) ? [found[index]] : []
  }

  /// The days of a month, each with how many there are.
  private static func days(of month: Int, in year: Int) -> [(Day, Int)] {
    let days = (1...31).compactMap { Day(year: year, month: month, day: $0) }
    return days.map { ($0, days.count) }
  }
}
