/// One grade given to one card: what the memory model sees of a practice.
public struct Review: Equatable, Sendable {
  public var time: Timestamp
  /// Seconds by which local clocks were ahead of UTC when the review was made.
  public var utcOffset: Int
  public var grade: Grade

  public init(time: Timestamp, utcOffset: Int, grade: Grade) {
    self.time = time
    self.utcOffset = utcOffset
    self.grade = grade
  }

  /// The local day of the review, by its own offset: travel later on does not move it.
  public func day(startHour: Int = 4) -> Day {
    Day(containing: time, utcOffset: utcOffset, startHour: startHour)
  }
}

/// The time between two reviews of a card, in the two forms that the models need.
public struct Elapsed: Equatable, Sendable {
  /// Difference of local day numbers, at least 0.
  public var wholeDays: Int
  /// Exact days of 86,400 s, at least 0.
  public var days: Double

  /// Negative times, which clocks set back give, count as none.
  public init(wholeDays: Int, days: Double) {
    self.wholeDays = max(0, wholeDays)
    self.days = max(0, days)
  }
}
