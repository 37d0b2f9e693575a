import Files
import Practice
import Scheduler

/// The machine's clock and zone: the only place that asks them.
enum SystemClock {
  static var now: Moment { moment(at: Timestamp(milliseconds: MachineClock.milliseconds)) }

  /// Seconds east of UTC at an instant.
  static func utcOffset(at time: Timestamp) -> Int {
    MachineClock.utcOffset(at: time.milliseconds / 1000)
  }

  /// Seconds east of UTC at a local time, which is given as if it were UTC.
  static func utcOffset(atLocal local: Timestamp) -> Int {
    // Correct twice: the offset of a first guess may be that of the other side of a clock change.
    let guess = utcOffset(at: local)
    return utcOffset(at: local.adding(milliseconds: -Int64(guess) * 1000))
  }

  /// Why the clock cannot be right, in words; nil if it can.
  static func problem(at now: Moment) -> String? {
    let day = now.day(startHour: 0)
    return (1990..<2100).contains(day.calendarDate.year)
      ? nil : "this machine's clock says that it is \(day), which cannot be"
  }

  /// An instant with the offset of here.
  static func moment(at time: Timestamp) -> Moment {
    Moment(time: time, utcOffset: utcOffset(at: time))
  }
}
