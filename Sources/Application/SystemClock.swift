import Files
package import Practice
package import Scheduler

extension WallClock {
  /// The machine's clock and zone.
  package static let system = WallClock(
    time: { Timestamp(milliseconds: MachineClock.milliseconds) },
    offset: { MachineClock.utcOffset(at: $0.milliseconds / 1000) })
}

/// The machine's clock, for what is not done in a workspace.
package enum SystemClock {
  package static var now: Moment { WallClock.system.now }

  /// Seconds east of UTC at an instant.
  package static func utcOffset(at time: Timestamp) -> Int { WallClock.system.utcOffset(at: time) }

  /// Seconds east of UTC at a local time, which is given as if it were UTC.
  package static func utcOffset(atLocal local: Timestamp) -> Int {
    WallClock.system.utcOffset(atLocal: local)
  }

  /// Why the clock cannot be right, in words; nil if it can.
  package static func problem(at now: Moment) -> String? { WallClock.problem(at: now) }

  /// An instant with the offset of here.
  package static func moment(at time: Timestamp) -> Moment { WallClock.system.moment(at: time) }
}
