import Decks
import Scheduler

/// One candidate under one policy to the day of the interview.
///
/// Under Starling's policy every session is the one that the trainer would give; and so are the memory
/// and the minutes that it is chosen by.
struct Simulation {
  let candidate: Candidate
  let policy: Policy
  let calendar: SimulatedCalendar
  let circumstances: Simulator.Circumstances
  private var schedule: Schedule
  private let minutesPerDay: Double
  /// What the trainer knows of the cards.
  private var prospects: [Prospect]
  /// What is true of them.
  private var cards: [Candidate.Card]
  private var dues: [DueCard]
  private var generator: SeededGenerator
  private var practised = 0.0
  /// The minutes of each answer so far, by which the trainer learns the person's pace.
  private var goes: [Double] = []
  private(set) var busiestDay = 0.0
  /// What is said of the first interview: before anything, and once there is enough to go by.
  private(set) var forecasts: [ReadinessRange] = []
  /// First answers on a later day than the one before.
  private var answers: [(expected: Retrievability, recalled: Bool)] = []
  /// True recall at each interview, card by card.
  private(set) var recalls: [[Double]] = []

  var minutes: Double { practised }
  var unseen: Int { cards.count { $0.goes == 0 } }

  init(
    candidate: Candidate, policy: Policy, calendar: SimulatedCalendar, schedule: Schedule,
    minutesPerDay: Double, ids: [CardID], circumstances: Simulator.Circumstances, seed: UInt64
  ) {
    self.candidate = candidate
    self.policy = policy
    self.calendar = calendar
    self.schedule = schedule
    self.minutesPerDay = minutesPerDay
    self.circumstances = circumstances
    prospects = ids.enumerated().map { index, id in
      var prospect = Prospect(id: id, kind: .star, family: nil, isCore: false)
      if circumstances.knowsPace { prospect.minutes *= candidate.pace }
      prospect.priorities = circumstances.priorities(card: index, of: ids.count)
      return prospect
    }
    cards = ids.indices.map(candidate.card)
    dues = ids.map { _ in DueCard() }
    generator = SeededGenerator(seed: seed)
  }

  mutating func run() {
    for session in calendar.sessions {
      while recalls.count < calendar.interviewTimes.count,
        calendar.interviewTimes[recalls.count] < session.time
      {
        record()
      }
      if candidate.chance(day: session.day) < circumstances.missedDays { continue }
      practise(session)
    }
    while recalls.count < calendar.interviewTimes.count { record() }
  }

  private mutating func record() {
    let time = calendar.interviewTimes[recalls.count]
    let moment = SimulatedTime(days: time, day: Int(time.rounded(.up)), practised: practised)
    recalls.append(cards.map { $0.recall(at: moment) })
  }

  /// A session lasts as long as its minutes: what no longer fits is not begun.
  private mutating func practise(_ session: SimulatedCalendar.Session) {
    let cost = CardKind.star.practiceCost
    let answer = cost.answer * candidate.pace
    let comingBack = cost.retry * candidate.pace
    // All of a session is one moment for the truth, as its minutes are nothing to the days between.
    let now = SimulatedTime(days: session.time, day: session.day, practised: practised)
    if circumstances.forecasts && policy == .plan { forecast(session) }
    var spent = 0.0
    let (order, headlines) = order(session)
    for index in order {
      if session.minutes - spent < answer { break }
      spent += answer
      goes.append(answer)
      let grade = candidate.answer(&cards[index], at: now)
      learn(index, grade, at: session.moment)
      if grade == .again && session.minutes - spent >= comingBack {
        spent += comingBack
        candidate.comeBack(&cards[index], at: now)
        learn(index, .good, at: session.moment)
      }
      dues[index].answered(
        grade, on: session.day, prospects[index], by: policy, schedule, calendar)
    }
    for index in headlines where circumstances.headlineStrength > 0 {
      candidate.headline(&cards[index], strength: circumstances.headlineStrength, at: now)
    }
    practised += spent
    if policy == .plan && circumstances.learnsPace { learnPace() }
    busiestDay = max(busiestDay, spent)
  }

  private mutating func forecast(_ session: SimulatedCalendar.Session) {
    let isTime = forecasts.isEmpty || forecasts.count == 1 && answers.count >= 20
    guard isTime else { return }
    let request = PlanRequest(
      for: prospects, to: calendar.interviews.map { InterviewTime($0) },
      minutesPerDay: minutesPerDay, at: session.moment, schedule: schedule)
    let plan = Planner.plan(request, model: schedule.model)
    if let first = plan.outcomes.first {
      forecasts.append(first.range(RecallShift(answers: answers)))
    }
  }

  private mutating func learnPace() {
    let own = PracticeMinutes([.star: goes.suffix(PracticeMinutes.remembered)])
    for index in prospects.indices { prospects[index].minutes = own.minutes(of: .star) }
  }

  private mutating func learn(_ index: Int, _ grade: Grade, at moment: Moment) {
    if circumstances.forecasts, let memory = prospects[index].memory,
      memory.lastDay < moment.day(startHour: schedule.startHour)
    {
      let expected = schedule.model.retrievability(of: memory, at: moment.time)
      answers.append((expected, grade != .again))
    }
    let memory = schedule.memory(after: grade, at: moment, from: prospects[index].memory)
    prospects[index].memory = memory
    prospects[index].hasSlipped = grade == .again
    if policy == .plan {
      prospects[index].due = schedule.due(of: memory, card: prospects[index].id)
    }
  }

  /// What is answered, as long as there is time for it, and of what only headlines are given.
  private mutating func order(
    _ session: SimulatedCalendar.Session
  ) -> (answers: [Int], headlines: [Int]) {
    let answers: [Int]
    switch policy {
    case .plan:
      let items = SessionPlan.items(
        from: prospects, standings: [],
        for: SessionRequest(minutes: minutesPerDay, isDaily: true), at: session.moment,
        schedule: schedule, appointments: calendar.appointments)
      func indices(_ task: SessionItem.Task) -> [Int] {
        items.compactMap { $0.task == task ? Int($0.card.card) : nil }
      }
      return (indices(.answer), indices(.headline))
    case .fsrsDue, .sm2: answers = dueOrder(session, newFirst: false)
    case .fsrsCap, .newFirst: answers = dueOrder(session, newFirst: true)
    case .weakest:
      let next = calendar.interviews.first { $0 > session.moment.time } ?? session.moment.time
      answers = sorted { prospect in
        prospect.memory.map { schedule.model.retrievability(of: $0, at: next) } ?? 0
      }
    case .longestAgo:
      answers = sorted { prospect in
        prospect.memory.map { Double($0.lastReview.milliseconds) } ?? -Double.infinity
      }
    case .random: answers = Array(prospects.indices).shuffled(using: &generator)
    }
    // For the person's calm, and not for memory: so it is the same for every policy.
    guard session.isClose else { return (answers, []) }
    let prospects = prospects
    return (
      answers.filter { prospects[$0].memory != nil }
        + answers.filter { prospects[$0].memory == nil }, []
    )
  }

  private func sorted(by measure: (Prospect) -> Double) -> [Int] {
    let measures = prospects.map(measure)
    return prospects.indices.sorted { (measures[$0], $0) < (measures[$1], $1) }
  }

  /// Due cards, the longest due first, and new ones; then the others, the next due first.
  private func dueOrder(_ session: SimulatedCalendar.Session, newFirst: Bool) -> [Int] {
    func rank(_ index: Int) -> Int {
      if prospects[index].memory == nil { return newFirst ? 0 : 2 }
      return dues[index].day <= session.day ? 1 : 3
    }
    let ranks = prospects.indices.map(rank)
    return prospects.indices.sorted { a, b in
      (ranks[a], dues[a].day, a) < (ranks[b], dues[b].day, b)
    }
  }
}
