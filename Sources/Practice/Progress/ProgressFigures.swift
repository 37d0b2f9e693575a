public import Decks
public import Scheduler

/// What the Progress screen, `starling stats` and the report tell.
public struct ProgressFigures: Equatable, Sendable {
  public var today: Day
  public var days: PractisedDays
  public var readiness: ReadinessRecord
  /// What falls due day by day if nothing is practised, each card once; the first is today, with all
  /// that is overdue.
  public var forecast: [ForecastDay]
  /// What there is to say of each interview ahead, the next one first.
  public var interviews: [InterviewFigures] = []
  /// What is left of today's session, and what of it is done; nil if that is not known.
  public var session: Today?
  /// The plan to the last interview; empty if none is ahead.
  public var plan: [PlannedDay]
  public var recall: RecallRecord
  public var profiles: StoryProfiles
  /// The person's own judgement.
  public var calibration: Calibration
  /// The cards at which something went wrong in the last seven days, the worst first.
  public var troubled: [TroubledCard]
  /// What the fit by itself came to; nil if there was none, or it is not in force.
  public var fit: AutomaticFit?
  /// How the person has spoken; nil where that is not known.
  public var speaking: SpeakingRecord?
  /// What is done within seconds.
  public var quick = QuickRecord()
  /// The whole panels that were sat, and that are to be.
  public var panels = PanelPlan()
  /// Those of the competencies, for their names.
  public var families: [Family] = []

  public init(
    tally: ProgressTally, readiness: ReadinessRecord, forecast: [ForecastDay],
    plan: [PlannedDay] = [],
    troubled: [TroubledCard], fit: AutomaticFit? = nil
  ) {
    today = tally.days.today
    days = tally.days
    self.readiness = readiness
    self.readiness.earlier = tally.earlierReadiness
    self.forecast = forecast
    self.plan = plan
    recall = tally.recall
    profiles = tally.profiles
    calibration = tally.calibration
    self.troubled = troubled
    self.fit = fit
  }
}

/// What falls due on a day.
public struct ForecastDay: Equatable, Sendable {
  public var day: Day
  public var cards: Int
  /// Minutes that they are expected to take.
  public var minutes: Double

  /// The days that are looked ahead, today included.
  public static let length = 28

  public init(day: Day, cards: Int = 0, minutes: Double = 0) {
    self.day = day
    self.cards = cards
    self.minutes = minutes
  }
}
