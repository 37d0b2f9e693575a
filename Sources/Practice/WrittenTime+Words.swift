public import Scheduler

extension WrittenTime {
  /// What was understood: `Thu 3 Dec 2026, 14:00 (in 7 days)`.
  ///
  /// - Parameters:
  ///   - now: the moment it is.
  ///   - clocks: those of here.
  ///   - startHour: when days begin.
  /// - Returns: such as `Thu 3 Dec 2026, 14:00 (in 7 days)`.
  public func understood(at now: Moment, clocks: Clocks, startHour: Int) -> String {
    let there = Moment(time: start, utcOffset: utcOffset)
    let here = Moment(time: start, utcOffset: clocks.here(start))
    let days = here.day(startHour: startHour) - now.day(startHour: startHour)
    var when = minutes == nil ? "time not known" : DateText.time(there)
    if !zone.isEmpty { when += " in \(zone)" }
    if there.utcOffset != here.utcOffset, minutes != nil {
      let isSameDay = there.day(startHour: 0) == here.day(startHour: 0)
      when +=
        zone.isEmpty && there.utcOffset == 0 ? " UTC, " : zone.isEmpty ? " there, " : ", "
      when += "\(isSameDay ? DateText.time(here) : DateText.dayAndTime(here)) here"
    }
    return
      "\(DateText.dayAndYear(there.day(startHour: 0))), \(when) (\(DateText.days(days)))"
  }

  /// What a change of the clocks does to it, in a sentence; nil if there is none.
  public var changeNote: String? {
    guard let change, let minutes, let shown = clockMinutes else { return nil }
    func clock(_ minutes: Int) -> String {
      "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
    switch change {
    case .leftOut:
      return
        "\(clock(minutes)) does not exist that night, because the clocks go forward: it was moved to \(clock(shown))."
    case .twice:
      return
        "\(clock(minutes)) comes twice that night, since the clocks go back: the first is meant."
    }
  }
}
