import Practice
public import Scheduler

/// A whole copy of the database, as its file's name tells of it.
///
/// `2026-11-24.sqlite` is a day's copy; `2026-11-24T09-15-00-before-import.sqlite` was made before
/// something that changes much at once; `…-kept.sqlite` was asked for and stays for ever, as does
/// `…-replaced-kept.sqlite`.
public struct SafetyCopy: Equatable, Sendable {
  /// Why a copy was made, beside that a day began.
  public enum Occasion: String, CaseIterable, Sendable {
    case migration = "before-migration"
    case `import` = "before-import"
    case restore = "before-restore"
    case optimise = "before-optimise"
    case undo = "before-undo"
    case rebuild = "before-rebuild"
    /// Another database has taken the place of this one; by its end older Starlings keep it, too.
    case replaced = "replaced-kept"
    case kept

    /// Whether it is never taken away: it was asked for, or may be the only one that has what is in it.
    var staysForEver: Bool { self == .kept || self == .replaced }
  }

  public let path: String
  /// The local day on which it was made.
  public let day: Day
  /// Nil for a day's copy.
  public let occasion: Occasion?

  private static let ending = ".sqlite"

  /// What a file in the folder of the copies is; nil if its name is not that of a copy.
  init?(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name.hasSuffix(Self.ending), let day = Day(String(name.prefix(10))) else { return nil }
    let rest = name.dropFirst(10).dropLast(Self.ending.count)
    if rest.isEmpty {
      occasion = nil
    } else {
      guard let known = Occasion.allCases.first(where: { rest.hasSuffix("-" + $0.rawValue) })
      else { return nil }
      occasion = known
    }
    self.path = path
    self.day = day
  }

  /// The name of a day's copy.
  static func name(of day: Day) -> String { "\(day)\(ending)" }

  /// The name of a copy made at a moment.
  static func name(_ occasion: Occasion, at moment: Moment) -> String {
    "\(stamp(moment))-\(occasion.rawValue)\(ending)"
  }

  /// `2026-11-24T09-15-00`, the local time in a form that every file system takes.
  static func stamp(_ moment: Moment) -> String {
    let day = moment.day(startHour: 0)
    let begin = day.start(utcOffset: moment.utcOffset, startHour: 0)
    let seconds = Int(moment.time.milliseconds(since: begin)) / 1000
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return "\(day)T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }
}

extension [SafetyCopy] {
  /// The copies that are no longer needed.
  ///
  /// What is kept are the newest seven days, of each of the newest four weeks and twelve months the
  /// last day, and the five newest copies made before something. What is named by a day after today is
  /// not among them, and does not count either.
  func superfluous(on today: Day) -> [SafetyCopy] {
    let known = filter { $0.day <= today }
    let days = known.filter { $0.occasion == nil }.sorted { $0.day > $1.day }
    var kept = Set(days.prefix(7).map(\.day))
    kept.formUnion(Self.newest(4, of: days) { $0.number - $0.weekday })
    kept.formUnion(
      Self.newest(12, of: days) { $0.calendarDate.year * 12 + $0.calendarDate.month })
    // The names begin with the time, so that their order is that of time.
    let before = known.filter { $0.occasion.map { !$0.staysForEver } ?? false }.sorted {
      $0.path > $1.path
    }
    return days.filter { !kept.contains($0.day) } + before.dropFirst(5)
  }

  /// The last days of the newest `count` spans, each span having a number of its own.
  private static func newest(
    _ count: Int, of days: [SafetyCopy], span: (Day) -> Int
  ) -> [Day] {
    var last: [(span: Int, day: Day)] = []
    for day in days.map(\.day) where last.last?.span != span(day) {
      last.append((span(day), day))
    }
    return last.prefix(count).map(\.day)
  }
}
