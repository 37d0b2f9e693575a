public import Decks
public import Scheduler

/// What today is: its session, what of it is done, and what the days until each interview come to.
///
/// Home, prompt, `due`, `plan`, `stats`, report, brief and the session read it and compute none of it
/// themselves, so that no two of them differ. ``TodayMaker`` makes it.
public struct Today: Equatable, Sendable {
  /// One thing of the session.
  public struct Item: Equatable, Sendable {
    public var item: SessionItem
    public var kind: CardKind
    /// What it takes the person, as it was learned when the session was drawn.
    public var minutes: Double
    /// Whether its card was never practised before.
    public var isNew: Bool
    public var state: State

    /// What became of it.
    public enum State: String, Sendable {
      case left
      /// Its card has a review of this day, from any session or home; what gets no grade was kept.
      case done
      /// Its card was put away, or is in no deck any more.
      case putAway = "put-away"
      /// There was no time left for it before the interview; who is quicker then is not asked for more.
      case tooLate = "too-late"
    }

    public init(
      _ item: SessionItem, kind: CardKind, minutes: Double, isNew: Bool, state: State = .left
    ) {
      self.item = item
      self.kind = kind
      self.minutes = minutes
      self.isNew = isNew
      self.state = state
    }

    public var card: CardID { item.card }
    public var task: SessionItem.Task { item.task }
  }

  /// Where today stands before the interviews.
  public enum Place: String, Sendable {
    /// No interview is ahead.
    case open
    /// An interview is ahead, neither today nor tomorrow.
    case before
    /// The next one is tomorrow.
    case eve
    /// The next one is today.
    case theDay
    /// One was held today, and none is today any more.
    case held
  }

  /// When this was made: what it says of days to come holds as seen from then.
  public var moment: Moment
  public var day: Day
  public var place: Place
  /// The minutes that the day has by its place, whatever is done of them.
  public var minutes: Double
  /// All of today's session, as it was drawn, in order.
  public var drawn: [Item]
  /// The interviews ahead, the next one first.
  public var interviews: [InterviewFigures]
  /// How ready the person was for the next interview when today's session was drawn; without one, what
  /// was recalled then.
  public var readyThisMorning: Double
  /// How ready the person is now without an interview: recall at ``moment``.
  public var readiness: Readiness
  /// What tomorrow's session has, as far as that can be told today.
  public var tomorrow: [Item]
  /// The number of the whole panel that is to be sat beside the session; nil if none is.
  public var panel: Int?

  public init(
    moment: Moment, day: Day, place: Place, minutes: Double, drawn: [Item],
    interviews: [InterviewFigures], readyThisMorning: Double, readiness: Readiness,
    tomorrow: [Item]
  ) {
    self.moment = moment
    self.day = day
    self.place = place
    self.minutes = minutes
    self.drawn = drawn
    self.interviews = interviews
    self.readyThisMorning = readyThisMorning
    self.readiness = readiness
    self.tomorrow = tomorrow
  }

  /// Until when it holds if nothing is done: to the end of its day, to the start of an interview, and on
  /// its day as long as there is time for all that is left.
  public func holdsUntil(startHour: Int) -> Timestamp {
    let end = (day + 1).start(utcOffset: moment.utcOffset, startHour: startHour)
    guard place == .theDay, let next = next?.appointment.time else { return end }
    let practice = next.practiceEnds(utcOffset: moment.utcOffset, startHour: startHour)
    let leaving = practice.adding(minutes: next.isTimeKnown ? -leftMinutes : 0)
    let starts = next.isTimeKnown ? next.start : end
    // Recall of one without a time is judged from now on once its hour is past.
    return [leaving, practice, starts, end].filter { $0 > moment.time }.min() ?? moment.time
  }

  /// The next interview; nil if none is ahead.
  public var next: InterviewFigures? { interviews.first }

  /// What is left of today's session, in order.
  public var left: [Item] { drawn.filter { $0.state == .left } }
  /// What of it is done.
  public var done: [Item] { drawn.filter { $0.state == .done } }
  public var leftMinutes: Double { left.reduce(0) { $0 + $1.minutes } }
  public var doneMinutes: Double { done.reduce(0) { $0 + $1.minutes } }
  /// Whether nothing is left to do today.
  public var isDone: Bool { left.isEmpty }
}

/// What there is to say of an interview ahead.
public struct InterviewFigures: Equatable, Sendable {
  public var appointment: Appointment
  /// Calendar days from today to its day.
  public var daysLeft: Int
  /// Recall at its start, each card by how much it matters, if nothing more is practised: “if you stopped
  /// now”.
  public var readyNow: Double
  /// The same if the plan is followed, from the last session before it starts.
  public var readyByPlan: Double
  /// Nine of ten outcomes of that lie between these.
  public var low: Double
  public var high: Double
  /// Of the cards that count: how many are practised at least once before it starts.
  public var fits: Int
  /// How many cards count.
  public var counted: Int
  /// Those that are not practised before it, least important first.
  public var willNotFit: [CardID]
  /// ``readyNow`` of each family.
  public var families: [Readiness.Share]

  public init(
    appointment: Appointment, daysLeft: Int, readyNow: Double, readyByPlan: Double, low: Double,
    high: Double, fits: Int, counted: Int, willNotFit: [CardID], families: [Readiness.Share]
  ) {
    self.appointment = appointment
    self.daysLeft = daysLeft
    self.readyNow = readyNow
    self.readyByPlan = readyByPlan
    self.low = low
    self.high = high
    self.fits = fits
    self.counted = counted
    self.willNotFit = willNotFit
    self.families = families
  }
}
