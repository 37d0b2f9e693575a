/// What a plan is made from.
public struct PlanRequest: Sendable {
  public var now: Timestamp
  /// Seconds by which local clocks are ahead of UTC, taken for all days of the plan.
  public var utcOffset: Int
  public var startHour: Int
  /// When the interviews are; those that are not ahead any more are left out of the plan.
  public var interviews: [InterviewTime]
  public var minutesPerDay: Double
  /// The minutes there are today; nil for those that the day has by its place before an interview.
  public var minutesToday: Double?
  /// How cards fall due when there is no interview.
  public var dueRule: DueRule
  public var items: [PlanItem]

  public init(
    now: Timestamp, utcOffset: Int, startHour: Int = 4, interviews: [InterviewTime],
    minutesPerDay: Double, minutesToday: Double? = nil, dueRule: DueRule = DueRule(),
    items: [PlanItem]
  ) {
    self.now = now
    self.utcOffset = utcOffset
    self.startHour = startHour
    self.interviews = interviews
    self.minutesPerDay = minutesPerDay
    self.minutesToday = minutesToday
    self.dueRule = dueRule
    self.items = items
  }

  public var today: Day { Day(containing: now, utcOffset: utcOffset, startHour: startHour) }
}
