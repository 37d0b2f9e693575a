/// When an interview starts, and by which clocks.
public struct InterviewStart: Equatable, Sendable {
  /// Milliseconds since 1970 UTC; of a day without a time, nine o'clock.
  public var startsAt: Int64
  /// Seconds east of UTC where it is held; nil if nothing says so, which means here.
  public var utcOffset: Int?
  /// The zone that the person has named, such as `Europe/Lisbon`; empty if they have named none.
  public var zone: String
  /// Whether its time is known, and not its day alone.
  public var isTimeKnown: Bool

  public init(startsAt: Int64, utcOffset: Int? = nil, zone: String = "", isTimeKnown: Bool = true) {
    self.startsAt = startsAt
    self.utcOffset = utcOffset
    self.zone = zone
    self.isTimeKnown = isTimeKnown
  }
}

extension Interview {
  public init(employer: String, round: Int, _ beginning: InterviewStart) {
    self.init(employer: employer, round: round, startsAt: beginning.startsAt)
    self.beginning = beginning
  }

  /// When it starts.
  public var beginning: InterviewStart {
    get {
      InterviewStart(startsAt: startsAt, utcOffset: utcOffset, zone: zone, isTimeKnown: isTimeKnown)
    }
    set {
      (startsAt, utcOffset) = (newValue.startsAt, newValue.utcOffset)
      (zone, isTimeKnown) = (newValue.zone, newValue.isTimeKnown)
    }
  }

  // An interview of which only the day is known counts from nine o'clock on, may be at any time of
  // that day, and has most likely been by noon.

  private static let hour: Int64 = 3_600_000

  /// Until when it is ahead, in milliseconds since 1970 UTC: its start, or four o'clock in the night
  /// after a day without a time.
  public var aheadUntil: Int64 { isTimeKnown ? startsAt : startsAt + 19 * Self.hour }

  /// From when on its log is asked for, in milliseconds since 1970 UTC: its start, or noon of a day
  /// without a time.
  public var heldFrom: Int64 { isTimeKnown ? startsAt : startsAt + 3 * Self.hour }

  public func isAhead(at time: Int64) -> Bool { aheadUntil > time }

  /// Whether it has begun, so that there is something to log.
  public func isHeld(at time: Int64) -> Bool { heldFrom <= time }

  /// Whether the person is asked how it went: it has begun, and its log is neither finished nor waved
  /// off.
  public func wantsLog(at time: Int64) -> Bool { isHeld(at: time) && !isLogged && !isWavedOff }
}

extension Notebook {
  /// What an interview with an employer is that is at the same time as another, or nearly.
  public enum Neighbour: Equatable, Sendable {
    /// It is the same interview.
    case same(Kept<Interview>)
    /// Within a day of another: that one may have moved.
    case near(Kept<Interview>)
  }

  /// The interview with the same employer that is at the same time, or else the nearest within a day.
  ///
  /// - Parameters:
  ///   - interview: one that is to be kept.
  ///   - number: the one that it is kept under; nil if it is new.
  /// - Returns: nil if there is none within a day.
  public func neighbour(
    of interview: Interview, as number: Number<Interview>? = nil
  ) -> Neighbour? {
    let others = interviews(with: interview.employer).filter { $0.id != number }
    func distance(_ other: Kept<Interview>) -> Int64 {
      let (distance, isBeyond) = other.startsAt.subtractingReportingOverflow(interview.startsAt)
      return isBeyond ? .max : distance == .min ? .max : abs(distance)
    }
    guard let nearest = others.min(by: { distance($0) < distance($1) }),
      distance(nearest) <= Self.day
    else { return nil }
    return nearest.startsAt == interview.startsAt && nearest.isTimeKnown == interview.isTimeKnown
      ? .same(nearest) : .near(nearest)
  }

  private static let day: Int64 = 86_400_000

  /// The rounds that wait for their log, the latest first.
  public func roundsToLog(at time: Int64) -> [Kept<Interview>] {
    interviews.filter { $0.thing.wantsLog(at: time) }.reversed()
  }
}
