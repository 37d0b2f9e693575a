public import Scheduler

/// An instant together with the person's offset from UTC at that instant.
///
/// A review keeps both, so that the local day it fell on never changes afterwards, whatever zone
/// the person is in when it is read again.
public struct Moment: Equatable, Sendable {
  public var time: Timestamp
  /// Seconds east of UTC.
  public var utcOffset: Int

  public init(time: Timestamp, utcOffset: Int) {
    self.time = time
    self.utcOffset = utcOffset
  }

  /// The local day this moment belongs to, when days begin at `startHour`.
  public func day(startHour: Int) -> Day {
    Day(containing: time, utcOffset: utcOffset, startHour: startHour)
  }
}
