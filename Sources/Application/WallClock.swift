package import Practice
package import Scheduler

/// A clock that shows the date, in a zone.
package struct WallClock: Sendable {
  private let time: @Sendable () -> Timestamp
  private let offset: @Sendable (Timestamp) -> Int

  /// - Parameters:
  ///   - time: tells the time it is.
  ///   - offset: how many seconds east of UTC the clocks are at an instant.
  package init(
    time: @escaping @Sendable () -> Timestamp, offset: @escaping @Sendable (Timestamp) -> Int
  ) {
    self.time = time
    self.offset = offset
  }

  package var now: Moment { moment(at: time()) }

  /// Seconds east of UTC at an instant.
  package func utcOffset(at time: Timestamp) -> Int { offset(time) }

  /// Seconds east of UTC at a local time, which is given as if it were UTC.
  package func utcOffset(atLocal local: Timestamp) -> Int {
    // Correct twice: the offset of a first guess may be that of the other side of a clock change.
    let guess = offset(local)
    return offset(local.adding(milliseconds: -Int64(guess) * 1000))
  }

  /// An instant with the offset of here.
  package func moment(at time: Timestamp) -> Moment {
    Moment(time: time, utcOffset: offset(time))
  }

  /// Why a clock cannot be right, in words; nil if it can.
  package static func problem(at now: Moment) -> String? {
    let day = now.day(startHour: 0)
    return (1990..<2100).contains(day.calendarDate.year)
      ? nil : "this machine's clock says that it is \(day), which cannot be"
  }
}
