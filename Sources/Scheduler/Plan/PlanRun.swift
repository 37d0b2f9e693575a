/// A plan in the making: cards' expected memories, carried from one session to the next.
struct PlanRun<Model: MemoryModel> {
  /// Practice that gains less than this share of a card's full recall is left out.
  static var leastGain: Double { 0.005 }
  /// Core cards below this on the day come before everything that is not core.
  static var sureRecall: Double { 0.9 }

  let request: PlanRequest
  var calendar: PlanCalendar
  var outlook: Outlook<Model>
  let today: Day
  var next = 0
  /// The place of the first interview after the session that is being planned.
  var nearest = 0
  var leaning = Leaning(passes: 0, left: 0, turn: 0)
  /// Reviews so far of the items that count, the planned ones included.
  var reps: Double
  let counts: [Bool]
  /// One per interview, item after item.
  let priorities: [Double]
  let perItem: Int
  let weights: [Double]
  let costs: [PracticeCost]
  /// The cheapest answer of any item, minutes.
  private let leastCost: Double
  var links: PlanLinks
  var fit = PlanFit.none
  var traces: [Trace?]
  /// Expected priority-weighted recall at the interviews, if left alone from here.
  var left: [Double]
  /// The same for the next interview only, not weighted.
  var recallNext: [Double]
  /// Days from each card's last practice until it is due; empty until a session without an interview.
  ///
  /// Worked out once, as that takes longer than all else of such a session.
  var intervals: [Double] = []
  /// What came of the interviews that are over before the session to be planned next.
  private var outcomes: [PlanOutcome] = []
  private var readyNow: [Double] = []

  init(_ request: PlanRequest, model: Model) {
    self.request = request
    let calendar = PlanCalendar(request)
    self.calendar = calendar
    today = request.today
    outlook = Outlook(model: model, interviews: calendar.interviews.map(\.time))
    let anyCore = request.items.contains(where: \.isCore)
    counts = request.items.map { $0.isCore || !anyCore }
    let indices = calendar.interviews.isEmpty ? [0] : calendar.interviews.map(\.index)
    reps = 0
    for item in request.items where item.isCore || !anyCore {
      reps += Double(item.memory?.reps ?? 0)
    }
    let perItem = indices.count
    self.perItem = perItem
    var priorities: [Double] = []
    priorities.reserveCapacity(request.items.count * perItem)
    var weights: [Double] = []
    weights.reserveCapacity(request.items.count)
    for item in request.items {
      var weight = 0.0
      for index in indices {
        let priority = item.priority(interview: index)
        priorities.append(priority)
        weight += priority
      }
      weights.append(weight)
    }
    self.priorities = priorities
    self.weights = weights
    costs = request.items.map(\.cost)
    links = PlanLinks(request.items)
    leastCost = costs.reduce(.infinity) { min($0, $1.answer) }
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
      outlook.recall(
        traces[index], after: 0, priorities: priorities, from: index * perItem)
    }
    recallNext = traces.map { recall($0, session: 0) }
    readyNow = expectations
  }

  var hasSessions: Bool { next < calendar.sessions.count }

  /// Readiness for the next interview as things stand.
  var readiness: Double {
    var sum = 0.0
    var total = 0.0
    let interview = nextInterview(after: max(0, next - 1))
    for index in traces.indices where enters(index) {
      let priority = priorities[index * perItem + (interview ?? 0)]
      sum += priority * recallNext[index]
      total += priority
    }
    return total > 0 ? sum / total : 0
  }

  /// Whether an item is part of readiness as things stand.
  func enters(_ index: Int) -> Bool {
    counts[index] && (traces[index] != nil || !request.items[index].entersWhenSeen)
  }

  /// How the order leans from a session on, by how often the items that count can be practised.
  private func leaning(from session: Int) -> Leaning {
    let (count, pass) = counted
    guard count > 0 && pass > 0 else { return Leaning(passes: 0, left: 0, turn: 0) }
    let left = calendar.sessions[session...].reduce(0) { $0 + $1.minutes } / pass
    let perDay = max(request.minutesPerDay, 0.1)
    return Leaning(passes: reps / Double(count) + left, left: left, turn: pass / perDay)
  }

  /// The items that count, and the minutes that one go at each of them takes.
  private var counted: (count: Int, pass: Double) {
    var count = 0
    var pass = 0.0
    for index in traces.indices where counts[index] {
      count += 1
      pass += costs[index].answer
    }
    return (count, pass)
  }

  /// Three passes at the mean cost of the items that count.
  var firmCapacity: Int {
    let (count, pass) = counted
    let minutes = calendar.sessions.reduce(0) { $0 + $1.minutes }
    let each = 3 * pass / Double(max(1, count))
    return each > 0 ? min(count, Int(min(minutes / each, 1e9))) : count
  }

  /// Items that were not reached, least important first: those that are not core, then by priority,
  /// later ones first among equals.
  ///
  /// Without an interview there is no end that they could miss.
  var leftOut: [Int] {
    if outlook.interviews.isEmpty { return [] }
    func rank(_ index: Int) -> (Int, Double, Int) {
      (counts[index] ? 1 : 0, weights[index], -index)
    }
    return traces.indices.filter { traces[$0] == nil }
      .sorted { rank($0) < rank($1) }
      .map { request.items[$0].id }
  }

  /// What comes of all interviews, those that no session is before any more included.
  var allOutcomes: [PlanOutcome] {
    outcomes
      + (outcomes.count..<readyNow.count).map { outcome($0, readyNow: readyNow[$0]) }
  }

  /// Plans the next session and carries expected memories over it.
  ///
  /// - Parameters:
  ///   - minutes: those that there are for cards, where other things take some; nil for all.
  ///   - chosen: the places of the cards that are practised in it; nil chooses them.
  /// - Returns: the session.
  mutating func practiseNext(within minutes: Double? = nil, _ chosen: [Int]? = nil) -> PlanDay {
    // What comes after an interview is none of its.
    while outcomes.count < readyNow.count, isOver(outcomes.count) {
      outcomes.append(outcome(outcomes.count, readyNow: readyNow[outcomes.count]))
    }
    if let minutes { calendar.sessions[next].minutes = max(0, minutes) }
    let session = calendar.sessions[next]
    let before = nextInterview(after: max(0, next - 1))
    let interview = nextInterview(after: next)
    if before != interview || interview == nil {
      recallNext = traces.map { recall($0, session: next) }
    }
    next += 1
    nearest = interview ?? 0
    if let interview, fit.interview != interview { fit = fit(before: interview) }
    outlook.setUrgency(at: session.time)
    leaning = leaning(from: next - 1)
    var spent = 0.0
    var cards: [Int] = []
    var expected: [Double] = []
    var taken: Set<Int> = []
    func take(_ index: Int) {
      let prospect = prospect(index, session)
      spent += prospect.minutes
      cards.append(request.items[index].id)
      expected.append(prospect.minutes)
      taken.insert(index)
      links.practised(index, on: session.day)
      practise(index, session, prospect)
    }
    if let chosen {
      chosen.forEach(take)
    } else {
      var misses = 0
      var order = SessionOrder(candidates(session))
      while let index = order.next(exact: { rank($0, session) }) {
        guard links.isApart(index, from: taken) else { continue }
        // The nearest card: what fits by half is begun, as a session that ends early is lost as well.
        if spent + costs[index].answer / 2 > session.minutes {
          // Something shorter may still fit, but the search for it ends somewhere.
          misses += 1
          if misses > 20 || session.minutes - spent < leastCost / 2 { break }
          continue
        }
        take(index)
      }
    }
    return PlanDay(
      day: today + session.day, minutes: spent, available: session.minutes, cards: cards,
      costs: expected, readiness: readiness)
  }

  private func nextInterview(after sessionIndex: Int) -> Int? {
    guard sessionIndex < calendar.sessions.count else { return nil }
    let time = calendar.sessions[sessionIndex].time
    return outlook.interviews.firstIndex { $0 > time }
  }

  func recall(_ trace: Trace?, session: Int) -> Double {
    guard let trace else { return 0 }
    let at =
      nextInterview(after: session).map { outlook.interviews[$0] }
      ?? calendar.sessions[session].time
    return outlook.model.recall(trace, at: at)
  }

  /// Weight of the interviews after a moment, by priority and urgency.
  func weight(_ index: Int, after time: Double) -> Double {
    var sum = 0.0
    for number in outlook.interviews.indices where outlook.interviews[number] > time {
      sum += outlook.urgency[number] * priorities[index * perItem + number]
    }
    return sum
  }

  func prospect(_ index: Int, _ session: PlanCalendar.Session) -> Prospect {
    outlook.prospect(
      traces[index], at: session.time, day: session.day, priorities: priorities,
      from: index * perItem, cost: costs[index])
  }
}
