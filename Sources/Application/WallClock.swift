package import Practice
package import Scheduler

/// A clock that shows the date, in a zone.
package struct WallClock: Sendable {
  private let time: @Sendable () -> Timestamp
  /// Those of here, and of other zones.
  package let clocks: Clocks
  private var offset: Clocks.Offset { clocks.here }

  /// - Parameters:
  ///   - time: tells the time it is.
  ///   - offset: how many seconds east of UTC the clocks are at an instant.
  ///   - zone: gives a zone by its name; nil if there is none.
  package init(
    time: @escaping @Sendable () -> Timestamp, offset: @escaping Clocks.Offset,
    zone: @escaping @Sendable (String) -> Clocks.Zone? = { _ in nil }
  ) {
    self.time = time
    clocks = Clocks(here: offset, named: zone)
  }

  package var now: Moment { moment(at: time()) }

  /// Seconds east of UTC at an instant.
  package func utcOffset(at time: Timestamp) -> Int { offset(time) }

  /// Seconds east of UTC at a local time, which is given as if it were UTC.
  package func utcOffset(atLocal local: Timestamp) -> Int {
    Clocks.instant(atLocal: local, offset).utcOffset
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
