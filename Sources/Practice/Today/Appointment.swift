public import Scheduler

/// An interview as practice knows it: with whom, and when.
public struct Appointment: Equatable, Sendable {
  /// The number that it is kept under.
  public var number: Int64
  public var employer: String
  public var round: Int
  public var time: InterviewTime
  /// Whether its log is finished.
  public var isLogged: Bool
  /// Whether the person does not want to log it.
  public var isWavedOff: Bool

  public init(
    number: Int64, employer: String, round: Int, time: InterviewTime, isLogged: Bool = false,
    isWavedOff: Bool = false
  ) {
    self.number = number
    self.employer = employer
    self.round = round
    self.time = time
    self.isLogged = isLogged
    self.isWavedOff = isWavedOff
  }

  /// Whether it is still to come.
  public func isAhead(of now: Moment, startHour: Int) -> Bool {
    time.isAhead(of: now.time, utcOffset: now.utcOffset, startHour: startHour)
  }

  /// Its local day.
  public func day(at now: Moment, startHour: Int) -> Day {
    time.day(utcOffset: now.utcOffset, startHour: startHour)
  }
}
