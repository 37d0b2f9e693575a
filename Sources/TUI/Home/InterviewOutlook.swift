public import Campaign
public import Practice

/// How things stand for the next interview.
public struct InterviewOutlook: Equatable, Sendable {
  /// An interview and when it starts, with the offset from UTC that is in force here then.
  public struct Appointment: Equatable, Sendable {
    public var interview: Kept<Interview>
    public var start: Moment

    public init(_ interview: Kept<Interview>, start: Moment) {
      self.interview = interview
      self.start = start
    }
  }

  public var next: Appointment
  /// The one after it.
  public var following: Appointment?
  /// What is likely to be recalled at its start if nothing more is practised.
  public var readiness: Readiness
  /// What is to be done for its employer beside practising.
  public var chores: [Chore]

  public init(
    next: Appointment, following: Appointment?, readiness: Readiness, chores: [Chore] = []
  ) {
    self.next = next
    self.following = following
    self.readiness = readiness
    self.chores = chores
  }
}
