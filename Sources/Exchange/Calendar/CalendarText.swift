public import Scheduler
import Screen

/// An entry of a calendar, as Starling writes it.
public struct CalendarEvent: Equatable, Sendable {
  /// When it is.
  public enum Time: Equatable, Sendable {
    case moment(Timestamp, minutes: Int)
    /// All of a day.
    case day(Day)
  }

  /// What calendars know it by, for ever.
  public var uid: String
  /// When it was changed last, and how often it was.
  public var changed: Timestamp
  public var changes: Int
  public var time: Time
  public var summary: String
  public var place = ""
  public var description = ""
  /// So many minutes before its start it is reminded of; nil for not at all.
  public var reminder: Int?
  /// Whether the person is busy then.
  public var isBusy = true

  public init(uid: String, changed: Timestamp, changes: Int, time: Time, summary: String) {
    self.uid = uid
    self.changed = changed
    self.changes = changes
    self.time = time
    self.summary = summary
  }
}

/// Entries as a file that calendar programs take (RFC 5545).
///
/// Times are in UTC, so that no rules of zones are needed; the same entries give the same bytes.
public enum CalendarText {
  /// What all files that it writes begin with.
  public static let opening =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Starling//Starling 1//EN\r\n"

  public static func text(_ events: [CalendarEvent]) -> String {
    let lines = ["CALSCALE:GREGORIAN"] + events.flatMap(lines) + ["END:VCALENDAR"]
    return opening + lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func lines(of event: CalendarEvent) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(utc(event.changed))",
      "SEQUENCE:\(event.changes)",
    ]
    switch event.time {
    case .moment(let start, let minutes):
      lines += ["DTSTART:\(utc(start))", "DTEND:\(utc(start.adding(minutes: Double(minutes))))"]
    case .day(let day):
      lines += ["DTSTART;VALUE=DATE:\(date(day))", "DTEND;VALUE=DATE:\(date(day + 1))"]
    }
    lines.append("SUMMARY:\(escaped(event.summary))")
    if !event.place.isEmpty { lines.append("LOCATION:\(escaped(event.place))") }
    if !event.description.isEmpty { lines.append("DESCRIPTION:\(escaped(event.description))") }
    if !event.isBusy { lines.append("TRANSP:TRANSPARENT") }
    if let minutes = event.reminder {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(escaped(event.summary))",
        "TRIGGER:-PT\(minutes)M", "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  private static func date(_ day: Day) -> String { day.description.replacing("-", with: "") }

  /// `20261210T090000Z`, without fractions of a second, which calendars do not know.
  private static func utc(_ time: Timestamp) -> String {
    let rest = time.milliseconds % 1000
    let whole = time.adding(milliseconds: rest < 0 ? -1000 - rest : -rest)
    return ISO8601.text(whole).filter { $0 != "-" && $0 != ":" }
  }

  private static func escaped(_ text: String) -> String {
    text.sanitised(keeping: .newlines).replacing("\\", with: "\\\\")
      .replacing(";", with: "\\;").replacing(",", with: "\\,").replacing("\n", with: "\\n")
  }

  /// The longest line in bytes, without its end.
  private static let longest = 75

  /// A line on as many as it takes, never parted within a character.
  private static func folded(_ line: String) -> String {
    guard line.utf8.count > longest else { return line }
    var result = ""
    var bytes = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if bytes + size > longest {
        result += "\r\n "
        bytes = 1
      }
      result.unicodeScalars.append(scalar)
      bytes += size
    }
    return result
  }
}
