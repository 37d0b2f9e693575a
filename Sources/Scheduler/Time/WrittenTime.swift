/// A day, or a moment, as a person writes it: `thu 2pm`, `3 dec 14:00`, `in 6 days`.
///
/// A day of the person begins at the start hour, so that late at night “tomorrow” is the day after
/// sleep.
public struct WrittenTime: Equatable, Sendable {
  /// The day of the calendar where it is meant.
  public var day: Day
  /// Minutes after midnight, as the clocks there show; nil if the day alone is named.
  public var minutes: Int?
  /// When it is; of a day without a time, nine o'clock.
  public var start: Timestamp
  /// Seconds east of UTC that are in force there then.
  public var utcOffset: Int
  /// The zone that was named; empty if none was.
  public var zone: String
  /// What a change of the clocks does to it.
  public var change: ClockChange?

  /// The minutes after midnight that a day without a time counts with.
  public static let usualMinutes = 9 * 60

  /// Reads what a person has written.
  ///
  /// - Parameters:
  ///   - text: what they have written.
  ///   - now: the time it is.
  ///   - clocks: those of here, and of zones by their names.
  ///   - zone: the zone that is meant where the text names none; empty for that of here.
  ///   - startHour: when days begin.
  ///   - day: the day that a time alone is of; nil takes the next such time.
  /// - Throws: why it is no time, or none that can be meant.
  public init(
    _ text: String, now: Timestamp, clocks: Clocks, zone: String = "", startHour: Int = 4,
    day: Day? = nil
  ) throws(WrittenTimeFault) {
    guard text.utf8.count <= Self.longest else { throw .unknown(String(text.prefix(20)) + "…") }
    var reader = WrittenTimeReader(text, clocks)
    try reader.read()
    guard let place = clocks.zone(reader.zone ?? zone) else { throw .noZone(zone) }
    let offset = place.offset
    self.zone = place.name
    if let wait = reader.wait {
      guard reader.namesNothingElse else { throw .twice(text) }
      // Nobody means seconds by it.
      start = Timestamp(milliseconds: now.milliseconds / 60_000 * 60_000 + Int64(wait) * 60_000)
      utcOffset = offset(start)
      self.day = Day(containing: start, utcOffset: utcOffset, startHour: 0)
      let midnight = self.day.start(utcOffset: utcOffset, startHour: 0)
      minutes = Int(start.milliseconds(since: midnight) / 60_000)
      return
    }
    let here = Day(containing: now, utcOffset: clocks.here(now), startHour: startHour)
    if let named = try reader.day(from: here) ?? day {
      self.day = named
    } else if let time = reader.time {
      let today = Day(containing: now, utcOffset: offset(now), startHour: 0)
      let start = Clocks.instant(atLocal: Self.local(today, time.seconds), offset).time
      self.day = start > now ? today : today + 1
    } else {
      throw .nothing
    }
    minutes = reader.time.map { $0.seconds / 60 }
    let local = Self.local(self.day, reader.time?.seconds ?? Self.usualMinutes * 60)
    if let written = reader.writtenOffset {
      (start, utcOffset) = (local.adding(milliseconds: -Int64(written) * 1000), written)
    } else {
      (start, utcOffset, change) = Clocks.instant(atLocal: local, offset)
    }
    start = start.adding(milliseconds: Int64(reader.time?.milliseconds ?? 0))
  }

  private static func local(_ day: Day, _ seconds: Int) -> Timestamp {
    day.start(utcOffset: 0, startHour: 0).adding(milliseconds: Int64(seconds) * 1000)
  }

  /// More bytes than anybody needs to name a time.
  private static let longest = 120

  /// The time by the clocks there, as it comes out of a change of the clocks; nil if none is named.
  public var clockMinutes: Int? {
    guard let minutes else { return nil }
    guard case .leftOut(let seconds) = change else { return minutes }
    return minutes + seconds / 60
  }
}

extension WrittenTime {
  /// A day, or a time of it, that is written down elsewhere, such as in a calendar.
  ///
  /// - Parameters:
  ///   - day: the day of the calendar there.
  ///   - minutes: those after midnight by the clocks there; nil for the day alone.
  ///   - place: by whose clocks; without a name they are those of here, or of a place that has none.
  public init(day: Day, minutes: Int?, in place: Clocks.Zone) {
    (self.day, self.minutes, zone) = (day, minutes, place.name)
    let local = Self.local(day, (minutes ?? Self.usualMinutes) * 60)
    (start, utcOffset, change) = Clocks.instant(atLocal: local, place.offset)
  }

  /// An instant that is written down elsewhere.
  public init(instant: Timestamp, in place: Clocks.Zone) {
    (start, utcOffset, zone) = (instant, place.offset(instant), place.name)
    day = Day(containing: instant, utcOffset: utcOffset, startHour: 0)
    let midnight = day.start(utcOffset: utcOffset, startHour: 0)
    minutes = Int(instant.milliseconds(since: midnight) / 60_000)
  }
}

/// Why what a person has written is no time that can be meant.
public enum WrittenTimeFault: Error, Equatable, Sendable {
  /// Nothing is written that names a day or a time.
  case nothing
  /// A word that is no part of a day or a time.
  case unknown(String)
  /// It can be read in two ways: what each is, and how it is written so that only it is meant.
  case twoReadings(String, what: [String], write: [String])
  /// Two days, or two times, are named.
  case twice(String)
  case noSuchDay(String)
  /// A time that no clock shows.
  case noSuchTime(String)
  /// The day is not of the weekday that is named beside it.
  case otherWeekday(Day, named: Int)
  /// Without a year it would be more than nine months ahead.
  case farAhead(Day, days: Int)
  case noZone(String)

  /// What is wrong, and what to write.
  public func words(_ text: String) -> String {
    switch self {
    case .nothing:
      text.allSatisfy(\.isWhitespace)
        ? "no day yet: \(Self.example)" : "“\(text)” names no day: \(Self.example)"
    case .unknown(let word):
      word == text
        ? "“\(text)” is no time: \(Self.example)"
        : "“\(word)” is no part of a time: \(Self.example)"
    case .twoReadings(let part, let what, let write):
      "“\(part)” has two readings, \(what.joined(separator: " or ")): write \(write.joined(separator: " or "))"
    case .twice: "“\(text)” names two days or two times: write one of them"
    case .noSuchDay(let day): "there is no \(day)"
    case .noSuchTime(let time): "“\(time)” is no time of a day: write 14:00, 2pm or 9:30"
    case .otherWeekday(let day, let named):
      "\(day.words) is a \(CalendarNames.weekdays[day.weekday - 1]), not a \(CalendarNames.weekdays[named - 1]): write one of them"
    case .farAhead(let day, let days):
      "“\(text)” would be \(day.words), in \(days) days: write the year, \(day.shortWords) \(day.calendarDate.year), or \(day.calendarDate.year - 1) if it has been"
    case .noZone(let zone):
      "there is no zone “\(zone)” on this machine: write one such as Europe/Lisbon"
    }
  }

  private static let example = "write it as 3 dec 14:00, thu 2pm, tomorrow 10 or 2026-12-03 14:00"
}

extension Day {
  /// `3 Dec 2026`.
  public var words: String { "\(shortWords) \(calendarDate.year)" }

  /// `3 Dec`.
  var shortWords: String {
    let date = calendarDate
    return "\(date.day) \(CalendarNames.months[date.month - 1])"
  }
}
