import Decks
public import Scheduler

/// What a day is made from: reviews, attempts, notebook and settings, as far as they matter for it.
public struct TodayFacts: Sendable {
  /// The cards there are, those put away until tomorrow and those to look back with included.
  public var prospects: [Prospect]
  public var standings: [Standing]
  /// The interviews, those held too.
  public var appointments: [Appointment]
  /// What was done today and got no grade.
  public var kept: Set<SessionItem>
  /// What the warm-up is drawn from.
  public var warmUp = WarmUp()
  /// The whole panels that were sat, and that are to be.
  public var panels = PanelPlan()
  /// The minutes that an ordinary day has.
  public var minutes: Double
  public var schedule: Schedule
  /// The codes of all families, in their order.
  public var families: [String]
  /// By how much the person recalls better or worse than the model expects.
  public var shift: RecallShift
  public var moment: Moment
  /// Which of the cards come up; those of daily kinds unless somebody asks for others.
  public var request = SessionRequest()

  public init(
    prospects: [Prospect], standings: [Standing], appointments: [Appointment],
    kept: Set<SessionItem> = [], minutes: Double, schedule: Schedule, families: [String],
    shift: RecallShift = .unknown, moment: Moment
  ) {
    self.prospects = prospects
    self.standings = standings
    self.appointments = appointments
    self.kept = kept
    self.minutes = minutes
    self.schedule = schedule
    self.families = families
    self.shift = shift
    self.moment = moment
  }
}

/// Makes ``Today`` and the plan: the one place where dates and figures come from.
public struct TodayMaker {
  private let facts: TodayFacts
  private let today: Day
  private let startHour: Int
  private let ahead: [Appointment]
  /// Whether an interview of today is over.
  private let wasHeld: Bool
  /// Of the kinds that come up by themselves: the planner's items, in its order.
  private let daily: [Prospect]
  private let request: PlanRequest
  private let places: [CardID: Int]

  public init(_ facts: TodayFacts) {
    self.facts = facts
    let (moment, startHour) = (facts.moment, facts.schedule.startHour)
    let today = moment.day(startHour: startHour)
    self.today = today
    self.startHour = startHour
    ahead = facts.appointments.filter { $0.isAhead(of: moment, startHour: startHour) }
      .sorted {
        ($0.time.judged(from: moment.time), $0.number)
          < ($1.time.judged(from: moment.time), $1.number)
      }
    wasHeld = facts.appointments.contains {
      !$0.isAhead(of: moment, startHour: startHour)
        && $0.day(at: moment, startHour: startHour) == today
    }
    daily = facts.prospects.filter(facts.request.admits).map { prospect in
      var prospect = prospect
      // What was practised today has had its turn.
      if let memory = prospect.memory, memory.lastDay >= today { prospect.isBuried = true }
      return prospect
    }
    request = PlanRequest(
      for: daily, to: ahead.map(\.time), minutesPerDay: facts.minutes, at: moment,
      schedule: facts.schedule)
    places = Dictionary(daily.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// - Parameters:
  ///   - earlier: what was made before on this day; what it has drawn stays drawn. Nil draws anew.
  ///   - isDrawnAnew: whether something has changed for which what is not done is drawn anew.
  /// - Returns: today, and the plan.
  public func make(after earlier: Today? = nil, isDrawnAnew: Bool = false) -> (Today, PlanAhead) {
    let earlier = earlier.flatMap { $0.day == today ? $0 : nil }
    var walk = PlanWalk(request, model: facts.schedule.model)
    let lookBack = LookBack(
      facts.prospects, facts.appointments, at: facts.moment, startHour: startHour)
    var composer = DayComposer(
      facts.prospects.filter { facts.request.admits($0) || $0.kind == .reflect },
      standings: facts.standings, lookBack: lookBack, looksBack: facts.request.decks.isEmpty,
      today: today, schedule: facts.schedule, warmUp: facts.warmUp)
    let firm = walk.firmCapacity
    let minutes = dayMinutes(walk)

    var drawn = earlier.map { renewed($0.drawn) } ?? []
    if earlier == nil || isDrawnAnew {
      drawn.removeAll { $0.state != .done }
      let done = Set(drawn.map(\.item))
      let spent = spent(beside: drawn)
      let fresh = composer.compose(
        today, at: facts.moment.time, within: max(0, minutes - spent)
      ) { answers(within: $0, of: walk, isFirst: spent == 0) }
      let led = FirstQuestion.leading(fresh, from: facts.prospects, for: facts.request)
      drawn += items(led.filter { !done.contains($0) }, composer)
    } else {
      composer.settle(drawn.filter { $0.state == .left }.map(\.item))
    }
    trim(&drawn)

    let left = drawn.filter { $0.state == .left }
    var days: [PlannedDay] = []
    while walk.hasSessions {
      let (available, day, time) = walk.session
      guard !days.isEmpty else {
        let cards = walk.practise(
          within: nil,
          left.filter { $0.task == .answer }.compactMap { places[$0.card] })
        days.append(
          PlannedDay(day: day, available: minutes, items: left, readiness: cards.readiness))
        continue
      }
      var readiness = 0.0
      let planned = composer.compose(
        day, at: facts.moment.time.adding(days: time), within: available
      ) { minutes in
        let cards = walk.practise(within: minutes)
        readiness = cards.readiness
        return answers(cards)
      }
      let met = Set(days.flatMap(\.cards))
      days.append(
        PlannedDay(
          day: day, available: available, items: items(planned, composer, met: met),
          readiness: readiness))
    }
    let panels = panelDays
    for index in days.indices { days[index].panel = panels[days[index].day] }
    let outcomes = walk.outcomes
    let figures = zip(ahead, outcomes).enumerated().map { place, pair in
      self.figures(pair.0, pair.1, at: place)
    }
    let readiness = Readiness(
      of: facts.prospects, at: facts.moment.time, model: facts.schedule.model,
      families: facts.families)
    let isSameNext =
      earlier?.next?.appointment.number == ahead.first?.number && earlier != nil
    let now = figures.first?.readyNow ?? readiness.whole
    var made = (
      Today(
        moment: facts.moment, day: today, place: place, minutes: minutes, drawn: drawn,
        interviews: figures,
        readyThisMorning: isSameNext ? earlier?.readyThisMorning ?? now : now,
        readiness: readiness, tomorrow: days.dropFirst().first?.items ?? []),
      PlanAhead(
        days: days, firmCapacity: firm, willNotFit: walk.leftOut.map { daily[$0] },
        leftOut: outcomes.map { $0.willNotFit.map { daily[$0] } },
        fits: outcomes.map(\.fits))
    )
    made.0.panel = panels[today]
    return made
  }

  /// The days that have a panel, up to the next interview.
  private var panelDays: [Day: Int] {
    guard let next = ahead.first else { return [:] }
    let begun = facts.prospects.compactMap(\.memory?.lastDay).min()
    return facts.panels.days(
      from: today, begun: begun, to: next.day(at: facts.moment, startHour: startHour))
  }

  // MARK: - The day

  private var place: Today.Place {
    guard let next = ahead.first else { return wasHeld ? .held : .open }
    return switch next.day(at: facts.moment, startHour: startHour) - today {
    case ...0: .theDay
    case 1: .eve
    default: wasHeld ? .held : .before
    }
  }

  /// The minutes that today has: on a day on which an interview was held, what that day has at most if
  /// another one is ahead, and else none.
  private func dayMinutes(_ walk: PlanWalk) -> Double {
    let minutes = walk.hasSessions ? walk.session.minutes : 0
    guard wasHeld else { return minutes }
    return ahead.isEmpty ? 0 : min(minutes, InterviewTime.longestPractice)
  }

  /// The minutes that were spent today: as they were learned for what is done of the session, and by
  /// what each thing takes the person for the rest.
  private func spent(beside done: [Today.Item]) -> Double {
    let cards = Set(done.map(\.card))
    let items = Set(done.map(\.item))
    let others = facts.prospects.reduce(0) { sum, prospect in
      guard let memory = prospect.memory, memory.lastDay >= today, !cards.contains(prospect.id)
      else { return sum }
      return sum + prospect.minutes
    }
    let kept = facts.kept.subtracting(items).filter { $0.task != .answer }
    return done.reduce(0) { $0 + $1.minutes } + others
      + kept.reduce(0) { $0 + $1.minutes(of: .star) }
  }

  /// The cards that are answered today: by the plan, and where nothing is worth its minutes by their
  /// dates.
  private func answers(within minutes: Double?, of walk: PlanWalk, isFirst: Bool)
    -> [(item: SessionItem, minutes: Double)]
  {
    let minutes = minutes ?? 0
    guard minutes > 0 else { return [] }
    if !ahead.isEmpty {
      var trial = walk
      let cards = trial.practise(within: minutes)
      if !cards.cards.isEmpty { return answers(cards) }
    }
    let chosen = SessionChoice.byDate(
      daily, for: SessionRequest(minutes: facts.minutes), within: minutes, at: facts.moment,
      schedule: facts.schedule)
    // One is there however short the day is, but not on top of what was done.
    if chosen.count == 1, chosen[0].minutes / 2 > minutes, !isFirst || place == .theDay {
      return []
    }
    return chosen.map { (SessionItem($0.id), $0.minutes) }
  }

  private func answers(_ day: PlanDay) -> [(item: SessionItem, minutes: Double)] {
    zip(day.cards, day.costs).map { (SessionItem(daily[$0].id), $1) }
  }

  /// Those items with their kinds and minutes; a card of `met`, which days before have answered, is not new.
  private func items(
    _ items: [SessionItem], _ composer: DayComposer, met: Set<CardID> = []
  ) -> [Today.Item] {
    items.map { item in
      let prospect = composer.prospect(item.card)
      return Today.Item(
        item, kind: prospect?.kind ?? .star, minutes: composer.minutes(of: item),
        isNew: item.task == .answer && !met.contains(item.card)
          && prospect.map { $0.memory == nil } ?? false)
    }
  }

  /// What was drawn, as it is now.
  private func renewed(_ drawn: [Today.Item]) -> [Today.Item] {
    let all = Dictionary(facts.prospects.map { ($0.id, $0) }) { first, _ in first }
    return drawn.map { item in
      var item = item
      guard let prospect = all[item.card] else {
        if item.state != .done { item.state = .putAway }
        return item
      }
      let isReviewed = prospect.memory.map { $0.lastDay >= today } ?? false
      item.state =
        facts.kept.contains(item.item)
          || isReviewed && (item.task == .answer || item.task == .headline)
        ? .done : prospect.isBuried ? .putAway : item.state == .tooLate ? .tooLate : .left
      return item
    }
  }

  /// Leaves out what there is no time for any more on the day of an interview.
  private func trim(_ drawn: inout [Today.Item]) {
    guard place == .theDay, let next = ahead.first else { return }
    var room = next.time.minutes(
      of: .infinity, from: facts.moment.time, utcOffset: facts.moment.utcOffset,
      startHour: startHour)
    for index in drawn.indices where drawn[index].state == .left {
      // What fits by half is begun.
      if room < drawn[index].minutes / 2 { drawn[index].state = .tooLate }
      room -= drawn[index].minutes
    }
  }

  // MARK: - The figures

  private func figures(_ appointment: Appointment, _ outcome: PlanOutcome, at place: Int)
    -> InterviewFigures
  {
    let range = outcome.range(facts.shift)
    let core = daily.contains(where: \.isCore)
    return InterviewFigures(
      appointment: appointment,
      daysLeft: appointment.day(at: facts.moment, startHour: startHour) - today,
      readyNow: outcome.readyNow, readyByPlan: outcome.readyByPlan,
      low: min(range.low, outcome.readyByPlan), high: max(range.high, outcome.readyByPlan),
      fits: outcome.recalls.count { $0 > 0 }, counted: daily.count { $0.isCore || !core },
      willNotFit: outcome.willNotFit.lazy.map { daily[$0] }.filter { $0.isCore || !core }
        .suffix(Self.named).map(\.id),
      families: Readiness(
        of: facts.prospects, at: appointment.time.judged(from: facts.moment.time),
        interview: place, model: facts.schedule.model, families: facts.families
      ).families)
  }

  /// So many cards that will not fit are named, the most important ones.
  private static let named = 40
}
