public import Scheduler

/// Days and times in words, as screens and lines write them.
public enum DateText {
  private static let weekdays = CalendarNames.weekdays
  private static let months = CalendarNames.months

  /// `Thu 26 Nov`.
  public static func day(_ day: Day) -> String {
    let date = day.calendarDate
    return "\(weekdays[day.weekday - 1]) \(date.day) \(months[date.month - 1])"
  }

  /// `Thu 26 Nov 2026`.
  public static func dayAndYear(_ day: Day) -> String {
    "\(self.day(day)) \(day.calendarDate.year)"
  }

  /// A day as seen from `today`: `today`, `tomorrow`, `Thu 26 Nov`, and with the year when it is
  /// most of a year away.
  public static func day(_ day: Day, from today: Day) -> String {
    switch day - today {
    case 0: "today"
    case 1: "tomorrow"
    default: self.day(day, near: today)
    }
  }

  /// `Thu 26 Nov`, and with the year when it is most of a year away from `today`.
  public static func day(_ day: Day, near today: Day) -> String {
    isNear(day, today) ? self.day(day) : dayAndYear(day)
  }

  private static func isNear(_ day: Day, _ today: Day) -> Bool { abs(day - today) < 300 }

  /// `Thu 26 Nov 14:00`.
  public static func dayAndTime(_ moment: Moment) -> String {
    "\(day(moment.day(startHour: 0))) \(time(moment))"
  }

  /// `Thu 26 Nov 14:00`, and with the year when it is most of a year away from `today`.
  public static func dayAndTime(_ moment: Moment, near today: Day) -> String {
    "\(day(moment.day(startHour: 0), near: today)) \(time(moment))"
  }

  /// `26 Nov`, and with the year when it is most of a year away.
  public static func shortDay(_ day: Day, from today: Day) -> String {
    let date = day.calendarDate
    let short = "\(date.day) \(months[date.month - 1])"
    return isNear(day, today) ? short : "\(short) \(date.year)"
  }

  /// How far off a day is: `today`, `tomorrow`, `in 6 days`, `3 days ago`.
  public static func days(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case 2...: "in \(days) days"
    default: "\(-days) days ago"
    }
  }

  /// The month of a day, `Nov`.
  public static func month(_ day: Day) -> String { months[day.calendarDate.month - 1] }

  /// The time on the clock, `14:00`.
  public static func time(_ moment: Moment) -> String {
    let midnight = moment.day(startHour: 0).start(utcOffset: moment.utcOffset, startHour: 0)
    let minutes = Int(moment.time.milliseconds - midnight.milliseconds) / 60_000
    let rest = minutes % 60
    return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Minutes and seconds, `1:34`.
  public static func clock(milliseconds: Int) -> String {
    let seconds = max(0, milliseconds) / 1000
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Seconds rounded to whole ones, at least one: `4 s`.
  public static func seconds(milliseconds: Int) -> String {
    "\(max(1, (max(0, milliseconds) + 500) / 1000)) s"
  }

  /// Minutes rounded to whole ones, at least one: `20 min`.
  public static func minutes(_ minutes: Double) -> String {
    "\(max(1, Int(saturating: minutes.rounded()))) min"
  }

  /// The same in words: `20 minutes`.
  public static func wholeMinutes(_ minutes: Double) -> String {
    max(1, Int(saturating: minutes.rounded())).of("minute")
  }
}
