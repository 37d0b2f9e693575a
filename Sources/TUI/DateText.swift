import Scheduler

/// Days and times in words, as the screens write them.
enum DateText {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Thu 26 Nov`.
  static func day(_ day: Day) -> String {
    let date = day.calendarDate
    return "\(weekdays[day.weekday - 1]) \(date.day) \(months[date.month - 1])"
  }

  /// A day as seen from `today`: `today`, `tomorrow`, `Thu 26 Nov`, and with the year when it is
  /// most of a year away.
  static func day(_ day: Day, from today: Day) -> String {
    switch day - today {
    case 0: "today"
    case 1: "tomorrow"
    case 2..<300: self.day(day)
    case 300...: "\(self.day(day)) \(day.calendarDate.year)"
    default: self.day(day)
    }
  }

  /// Minutes and seconds, `1:34`.
  static func clock(milliseconds: Int) -> String {
    let seconds = max(0, milliseconds) / 1000
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Minutes rounded to whole ones, at least one: `20 min`.
  static func minutes(_ minutes: Double) -> String {
    "\(max(1, Int(minutes.rounded()))) min"
  }
}
