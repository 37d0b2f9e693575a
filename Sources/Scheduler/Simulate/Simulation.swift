/// One candidate under one policy to the day of the interview.
struct Simulation<Model: MemoryModel> {
  let model: Model
  let candidate: Candidate
  let policy: Policy
  let calendar: SimulatedCalendar
  let outlook: Outlook<Model>
  var cards: [SimulatedCard]
  var minutes = 0.0
  var busiestDay = 0.0
  var generator: SeededGenerator

  init(
    model: Model, candidate: Candidate, policy: Policy, calendar: SimulatedCalendar, cards: Int
  ) {
    self.model = model
    self.candidate = candidate
    self.policy = policy
    self.calendar = calendar
    outlook = Outlook(model: model, interviews: [calendar.interview])
    self.cards = Array(repeating: SimulatedCard(), count: cards)
    generator = SeededGenerator(seed: candidate.seed ^ 0x5EED)
  }

  mutating func run() {
    for session in calendar.sessions {
      var left = session.minutes
      for card in order(session) {
        if left < calendar.cost.answer { break }
        left -= practise(card, session, left: left)
      }
      minutes += session.minutes - left
      busiestDay = max(busiestDay, session.minutes - left)
    }
  }

  /// Truth at the interview.
  var recalls: [Double] {
    cards.map { card in
      card.truth.map { candidate.truth.recall($0, at: calendar.interview) } ?? 0
    }
  }

  var unseen: Int { cards.count { $0.truth == nil } }

  private mutating func practise(
    _ index: Int, _ session: SimulatedCalendar.Session, left: Double
  ) -> Double {
    var card = cards[index]
    let luck = candidate.luck(card: index, go: card.goes, purpose: 1)
    let second = candidate.luck(card: index, go: card.goes, purpose: 2)
    let grade: Grade
    if let truth = card.truth {
      let recall = candidate.truth.recall(truth, at: session.time)
      let pass = [Grade.hard, .good, .easy][Candidate.pick(candidate.passShares, second)]
      grade = luck < recall ? pass : .again
    } else {
      grade = Grade.allCases[Candidate.pick(candidate.firstShares, luck)]
    }
    card.goes += 1
    var used = calendar.cost.answer
    // A return that no longer fits into the day is left out, for the truth as for the estimate.
    let returns = grade == .again && used + calendar.cost.retry <= left
    if returns { used += calendar.cost.retry }
    card.truth = after(grade, card.truth, candidate.truth, session, returns: returns)
    card.estimate = after(grade, card.estimate, model, session, returns: returns)
    schedule(&card, grade, session)
    cards[index] = card
    return used
  }

  private func after(
    _ grade: Grade, _ trace: Trace?, _ model: some MemoryModel,
    _ session: SimulatedCalendar.Session, returns: Bool
  ) -> Trace {
    if grade != .again || returns {
      return model.practised(trace, grade, at: session.time, day: session.day)
    }
    guard let trace else {
      return Trace(state: model.state(afterFirst: .again), last: session.time, lastDay: session.day)
    }
    let state = model.state(
      after: .again, from: trace.state,
      elapsed: trace.elapsed(at: session.time, day: session.day))
    return Trace(state: state, last: session.time, lastDay: session.day)
  }

  private func schedule(
    _ card: inout SimulatedCard, _ grade: Grade, _ session: SimulatedCalendar.Session
  ) {
    switch policy {
    case .fsrsDue, .fsrsCap:
      guard let estimate = card.estimate else { return }
      var days = DueRule().wholeDays(of: estimate.state, model: model)
      if policy == .fsrsCap { days = min(days, calendar.gapCeiling(from: session.day)) }
      card.dueDay = session.day + days
    case .sm2:
      if grade == .again {
        card.repetition = 0
        card.interval = 1
      } else {
        card.repetition += 1
        switch card.repetition {
        case 1: card.interval = 1
        case 2: card.interval = 6
        default:
          let days = (Double(card.interval) * card.easiness).rounded(.up)
          card.interval = Int(min(days, 36500))
        }
      }
      // Again, Hard, Good and Easy stand for SM-2's qualities 2, 3, 4 and 5; below 3 the easiness
      // stays as it is.
      if grade != .again {
        let miss = Double(4 - grade.rawValue)
        card.easiness = max(1.3, card.easiness + 0.1 - miss * (0.08 + miss * 0.02))
      }
      card.dueDay = session.day + card.interval
    case .plan, .weakest, .random: break
    }
  }

  private mutating func order(_ session: SimulatedCalendar.Session) -> [Int] {
    switch policy {
    case .plan:
      let count = Double(cards.count)
      let goes = cards.reduce(0) { $0 + $1.goes }
      let left = calendar.minutes(from: session) / calendar.cost.answer / count
      let leaning = Leaning(
        passes: Double(goes) / count + left, left: left,
        turn: count * calendar.cost.answer / calendar.minutesPerDay)
      let ranks = cards.map { card in
        guard let trace = card.estimate else { return Double.infinity }
        let prospect = outlook.prospect(
          trace, at: session.time, day: session.day, priorities: [1], cost: calendar.cost)
        return prospect.gainPerMinute
          * leaning.factor(share: prospect.left, gap: Double(session.day - trace.lastDay))
      }
      return cards.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
    case .fsrsDue, .sm2:
      return dueOrder(session, newFirst: false)
    case .fsrsCap:
      return dueOrder(session, newFirst: true)
    case .weakest:
      let recalls = cards.map { outlook.recall($0.estimate, after: session.time, priorities: [1]) }
      return cards.indices.sorted { (recalls[$0], $0) < (recalls[$1], $1) }
    case .random:
      return Array(cards.indices).shuffled(using: &generator)
    }
  }

  /// Due cards, the longest due first, and new ones; then the others, the next due first.
  private func dueOrder(_ session: SimulatedCalendar.Session, newFirst: Bool) -> [Int] {
    func rank(_ card: SimulatedCard) -> Int {
      if card.truth == nil { return newFirst ? 0 : 2 }
      return card.dueDay <= session.day ? 1 : 3
    }
    return cards.indices.sorted { a, b in
      (rank(cards[a]), cards[a].dueDay, a) < (rank(cards[b]), cards[b].dueDay, b)
    }
  }
}
