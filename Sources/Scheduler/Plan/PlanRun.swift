/// A plan in the making: cards' expected memories, carried from one session to the next.
struct PlanRun<Model: MemoryModel> {
  /// Practice that gains less than this share of a card's full recall is left out.
  static var leastGain: Double { 0.005 }
  /// Core cards below this on the day come before everything that is not core.
  static var sureRecall: Double { 0.9 }

  private let request: PlanRequest
  private let calendar: PlanCalendar
  private var outlook: Outlook<Model>
  private let today: Day
  private var next = 0
  private var leaning = Leaning(passes: 0)
  /// Reviews so far of the items that count, the planned ones included.
  private var reps: Double
  private let counts: [Bool]
  private let priorities: [[Double]]
  private let weights: [Double]
  private var traces: [Trace?]
  /// Expected priority-weighted recall at the interviews, if left alone from here.
  private var left: [Double]
  /// The same for the next interview only, not weighted.
  private var recallNext: [Double]

  init(_ request: PlanRequest, model: Model) {
    self.request = request
    let calendar = PlanCalendar(request)
    self.calendar = calendar
    today = request.today
    outlook = Outlook(model: model, interviews: calendar.interviews.map(\.time))
    let anyCore = request.items.contains(where: \.isCore)
    counts = request.items.map { $0.isCore || !anyCore }
    let indices = calendar.interviews.isEmpty ? [0] : calendar.interviews.map(\.index)
    priorities = request.items.map { item in indices.map { item.priority(interview: $0) } }
    reps = 0
    for item in request.items where item.isCore || !anyCore {
      reps += Double(item.memory?.reps ?? 0)
    }
    weights = priorities.map { $0.reduce(0, +) }
    let now = request.now
    let day = request.today
    traces = request.items.map { item in
      item.memory.map {
        Trace(state: $0.state, last: $0.lastReview.days(since: now), lastDay: $0.lastDay - day)
      }
    }
    left = []
    recallNext = []
    left = traces.indices.map { index in
      outlook.recall(traces[index], after: 0, priorities: priorities[index])
    }
    recallNext = traces.map { recall($0, session: 0) }
  }

  var hasSessions: Bool { next < calendar.sessions.count }

  /// Readiness for the next interview as things stand.
  var readiness: Double {
    var sum = 0.0
    var total = 0.0
    let interview = nextInterview(after: max(0, next - 1))
    for index in traces.indices where counts[index] {
      let priority = priorities[index][interview ?? 0]
      sum += priority * recallNext[index]
      total += priority
    }
    return total > 0 ? sum / total : 0
  }

  /// How often the items that count are practised on average by the last interview.
  private func passes(from session: Int) -> Double {
    var count = 0.0
    var minutes = 0.0
    for index in traces.indices where counts[index] {
      count += 1
      minutes += request.items[index].cost.answer
    }
    guard count > 0 && minutes > 0 else { return 0 }
    let ahead = calendar.sessions[session...].reduce(0) { $0 + $1.minutes }
    return (reps + ahead / (minutes / count)) / count
  }

  /// Three passes at the mean cost of the items that count.
  var firmCapacity: Int {
    let costs = traces.indices.filter { counts[$0] }
      .map { request.items[$0].cost.answer }
    guard !costs.isEmpty else { return 0 }
    let mean = costs.reduce(0, +) / Double(costs.count)
    let minutes = calendar.sessions.reduce(0) { $0 + $1.minutes }
    return mean > 0 ? min(costs.count, Int(minutes / (3 * mean))) : costs.count
  }

  /// Items that count and were not reached, least important first, later ones first among equals.
  var leftOut: [Int] {
    traces.indices.filter { counts[$0] && traces[$0] == nil }
      .sorted { (weights[$0], $1) < (weights[$1], $0) }
      .map { request.items[$0].id }
  }

  /// Plans the next session and carries expected memories over it.
  mutating func practiseNext() -> PlanDay {
    let session = calendar.sessions[next]
    let before = nextInterview(after: max(0, next - 1))
    let interview = nextInterview(after: next)
    if before != interview || interview == nil {
      recallNext = traces.map { recall($0, session: next) }
    }
    next += 1
    outlook.setUrgency(at: session.time)
    leaning = Leaning(passes: passes(from: next - 1))
    var spent = 0.0
    var cards: [Int] = []
    var misses = 0
    var order = SessionOrder(candidates(session))
    while let index = order.next(exact: { rank($0, session) }) {
      let prospect = prospect(index, session)
      if spent + prospect.minutes > session.minutes {
        // Something shorter may still fit, but the search for it ends somewhere.
        misses += 1
        if misses > 20 { break }
        continue
      }
      spent += prospect.minutes
      cards.append(request.items[index].id)
      practise(index, session, prospect)
    }
    return PlanDay(
      day: today + session.day, minutes: spent, available: session.minutes, cards: cards,
      readiness: readiness)
  }

  private func nextInterview(after sessionIndex: Int) -> Int? {
    guard sessionIndex < calendar.sessions.count else { return nil }
    let time = calendar.sessions[sessionIndex].time
    return outlook.interviews.firstIndex { $0 > time }
  }

  private func recall(_ trace: Trace?, session: Int) -> Double {
    guard let trace else { return 0 }
    let at =
      nextInterview(after: session).map { outlook.interviews[$0] }
      ?? calendar.sessions[session].time
    return outlook.model.recall(trace, at: at)
  }

  /// Weight of the interviews after a moment, by priority and urgency.
  private func weight(_ index: Int, after time: Double) -> Double {
    var sum = 0.0
    for (number, interview) in outlook.interviews.enumerated() where interview > time {
      sum += outlook.urgency[number] * priorities[index][number]
    }
    return sum
  }

  private func prospect(_ index: Int, _ session: PlanCalendar.Session) -> Prospect {
    outlook.prospect(
      traces[index], at: session.time, day: session.day, priorities: priorities[index],
      cost: request.items[index].cost)
  }
}

extension PlanRun {
  /// Everything that may be practised in a session, with an upper bound of its rank.
  private func candidates(_ session: PlanCalendar.Session) -> [SessionOrder.Candidate] {
    if outlook.interviews.isEmpty { return dueCandidates(session) }
    let anyOther = counts.contains(false)
    return traces.indices.compactMap { index in
      let weight = weight(index, after: session.time)
      guard weight > 0 else { return nil }
      let cost = request.items[index].cost.answer
      guard let trace = traces[index] else {
        // Core: by importance alone, which is exact. Others stand with what is already seen.
        if counts[index] {
          return SessionOrder.Candidate(index: index, tier: 0, bound: weight, isExact: true)
        }
        let bound = weight / cost * leaning.largest
        return SessionOrder.Candidate(index: index, tier: 2, bound: bound, isExact: false)
      }
      guard session.day > trace.lastDay || trace.last < session.time - 0.25 else { return nil }
      let left = outlook.interviews.count == 1 ? left[index] : leftNow(index, session)
      let share = left / weight
      if 1 - share < Self.leastGain { return nil }
      let factor = leaning.factor(share: share, gap: gap(trace, session))
      let tier = !anyOther || (counts[index] && share < Self.sureRecall) ? 1 : 2
      return SessionOrder.Candidate(
        index: index, tier: tier, bound: (weight - left) / cost * factor, isExact: false)
    }
  }

  /// The exact rank; nil if the practice is not worth its minutes.
  private func rank(_ index: Int, _ session: PlanCalendar.Session) -> Double? {
    let prospect = prospect(index, session)
    let weight = weight(index, after: session.time)
    guard let trace = traces[index] else {
      return prospect.gainPerMinute * leaning.largest
    }
    guard prospect.practised - prospect.left >= Self.leastGain * weight else { return nil }
    return prospect.gainPerMinute
      * leaning.factor(share: prospect.left / weight, gap: gap(trace, session))
  }

  private func gap(_ trace: Trace, _ session: PlanCalendar.Session) -> Double {
    Double(session.day - trace.lastDay)
  }

  private func leftNow(_ index: Int, _ session: PlanCalendar.Session) -> Double {
    outlook.recall(traces[index], after: session.time, priorities: priorities[index])
  }

  /// Without an interview: due cards, the longest due first, then new ones by importance.
  private func dueCandidates(
    _ session: PlanCalendar.Session
  ) -> [SessionOrder.Candidate] {
    traces.indices.compactMap { index in
      guard let trace = traces[index] else {
        return SessionOrder.Candidate(
          index: index, tier: counts[index] ? 1 : 2, bound: weights[index], isExact: true)
      }
      let overdue: Double
      switch outlook.model.name {
      case .fsrs6:
        let days = request.dueRule.wholeDays(of: trace.state, model: outlook.model)
        overdue = Double(session.day - trace.lastDay - days)
      case .fsrs7:
        // On a later day everything counts that falls due before the day is over.
        let end = session.day == 0 ? session.time : session.time + 5.0 / 24
        let days = min(
          outlook.model.interval(of: trace.state, retention: request.dueRule.retention),
          Double(request.dueRule.maximumInterval))
        overdue = end - trace.last - days
      }
      return overdue < 0
        ? nil : SessionOrder.Candidate(index: index, tier: 0, bound: overdue, isExact: true)
    }
  }

  /// Carries a card over a practice: expected recall exactly, the memory as the mean of outcomes.
  private mutating func practise(
    _ index: Int, _ session: PlanCalendar.Session, _ prospect: Prospect
  ) {
    let branches: [(share: Double, trace: Trace)]
    if let trace = traces[index] {
      let now = outlook.model.recall(trace, at: session.time)
      branches = [(now, Grade.good), (1 - now, .again)].map { share, grade in
        (share, outlook.model.practised(trace, grade, at: session.time, day: session.day))
      }
    } else {
      branches = zip(FirstGrades.shares, Grade.allCases).map { share, grade in
        (share, outlook.model.practised(nil, grade, at: session.time, day: session.day))
      }
    }
    func mean(_ value: (MemoryState) -> Double) -> Double {
      branches.reduce(0) { $0 + $1.share * value($1.trace.state) }
    }
    let state = MemoryState(
      stability: Maths.exp(mean { Maths.log($0.stability) }),
      fastStability: Maths.exp(mean { Maths.log($0.fastStability) }),
      difficulty: mean(\.difficulty))
    traces[index] = Trace(state: state, last: session.time, lastDay: session.day)
    left[index] = prospect.practised
    if counts[index] { reps += 1 }
    recallNext[index] = branches.reduce(0) {
      $0 + $1.share * recall($1.trace, session: next - 1)
    }
  }
}
