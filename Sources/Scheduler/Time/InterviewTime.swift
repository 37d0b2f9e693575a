/// When an interview starts, as far as that is known, and what follows from it for practice.
public struct InterviewTime: Equatable, Sendable {
  /// When it starts; for one of which the day alone is known, 09:00 of that day, which counts for recall
  /// only.
  public var start: Timestamp
  public var isTimeKnown: Bool

  public init(_ start: Timestamp, isTimeKnown: Bool = true) {
    self.start = start
    self.isTimeKnown = isTimeKnown
  }

  /// The longest practice on the day of an interview, minutes.
  public static let longestPractice = 15.0
  /// Minutes before a start that is known in which nothing is practised.
  public static let restBefore = 30.0
  /// The local hour until which there is practice on the day, where its time is not known.
  static let lastHour = 18
  /// Recall is never judged sooner than so many minutes from now: time to practise in.
  private static let shortestWait = 15.0

  /// The local day that it is on.
  public func day(utcOffset: Int, startHour: Int) -> Day {
    Day(containing: start, utcOffset: utcOffset, startHour: startHour)
  }

  /// Whether it is still to come: until it starts, and without a time until its day ends.
  public func isAhead(of now: Timestamp, utcOffset: Int, startHour: Int) -> Bool {
    isTimeKnown
      ? start > now
      : day(utcOffset: utcOffset, startHour: startHour)
        >= Day(containing: now, utcOffset: utcOffset, startHour: startHour)
  }

  /// The moment that recall is judged at, for one that is ahead.
  public func judged(from now: Timestamp) -> Timestamp {
    isTimeKnown ? start : max(start, now.adding(minutes: Self.shortestWait))
  }

  /// When practice ends on its day.
  public func practiceEnds(utcOffset: Int, startHour: Int) -> Timestamp {
    guard isTimeKnown else {
      return day(utcOffset: utcOffset, startHour: startHour)
        .start(utcOffset: utcOffset, startHour: Self.lastHour)
    }
    return start.adding(minutes: -Self.restBefore)
  }

  /// The minutes that its day has for practice from `now` on, of `usual` ones.
  public func minutes(of usual: Double, from now: Timestamp, utcOffset: Int, startHour: Int)
    -> Double
  {
    let most = min(usual, Self.longestPractice)
    let ends = practiceEnds(utcOffset: utcOffset, startHour: startHour)
    let left = ends.days(since: now) * 1440
    // Without a time nothing is known of the time left, and it is not looked at.
    guard isTimeKnown else { return left > 0 ? most : 0 }
    return min(most, max(0, left))
  }
}
