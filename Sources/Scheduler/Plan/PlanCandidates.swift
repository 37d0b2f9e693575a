// What may be practised in a session, in what order, and what it leads to.
extension PlanRun {
  /// Everything that may be practised in a session, with an upper bound of its rank.
  mutating func candidates(_ session: PlanCalendar.Session) -> [SessionOrder.Candidate] {
    if outlook.interviews.isEmpty { return dueCandidates(session) }
    let anyOther = counts.contains(false)
    let reachesAll = reachesAllUnseen(session)
    // On the eve and the day of an interview what is for later ones waits behind what it gains from,
    // and what was never seen behind what was.
    let isClose = isClose(session)
    let fitting = isClose ? nil : fitting(from: session)
    // One loop over plain arrays: a closure that holds the whole run copies it for each of 10,000 cards.
    var candidates: [SessionOrder.Candidate] = []
    candidates.reserveCapacity(traces.count)
    for index in traces.indices {
      let weight = weight(index, after: session.time)
      guard weight > 0, !rests(index, session) else { continue }
      let cost = costs[index].answer
      let part = links.share(index, on: session.day)
      guard let trace = traces[index] else {
        // Right before an interview nothing new comes while there is anything to firm.
        let last = isClose ? 4 : 0
        // Core: by importance alone, which is exact; what does not fit comes after what does. Others
        // stand with what is already seen.
        if counts[index] && (isForNext(index) || reachesAll) {
          candidates.append(
            SessionOrder.Candidate(
              index: index, tier: last + (fitting?[index] ?? true ? 0 : 1), bound: weight * part,
              isExact: true))
        } else {
          candidates.append(
            SessionOrder.Candidate(
              index: index, tier: last + (counts[index] && !isClose ? 2 : 3),
              bound: weight / cost * leaning.unseen * part, isExact: false))
        }
        continue
      }
      guard session.day > trace.lastDay || trace.last < session.time - 0.25 else { continue }
      let left = perItem == 1 ? left[index] : leftNow(index, session)
      let share = left / weight
      if 1 - share < Self.leastGain { continue }
      let factor = leaning.factor(share: share, gap: gap(trace, session))
      let tier = !anyOther || (counts[index] && share < Self.sureRecall) ? 2 : 3
      candidates.append(
        SessionOrder.Candidate(
          index: index, tier: tier, bound: (weight - left) / cost * factor * part, isExact: false))
    }
    return candidates
  }

  /// The exact rank; nil if the practice is not worth its minutes.
  func rank(_ index: Int, _ session: PlanCalendar.Session) -> Double? {
    let prospect = prospect(index, session)
    let weight = weight(index, after: session.time)
    let part = links.share(index, on: session.day)
    guard let trace = traces[index] else {
      return prospect.gainPerMinute * leaning.unseen * part
    }
    guard prospect.practised - prospect.left >= Self.leastGain * weight else { return nil }
    return prospect.gainPerMinute * part
      * leaning.factor(share: prospect.left / weight, gap: gap(trace, session))
  }

  /// Whether a card matters for the next interview at least as much as for any later one.
  private func isForNext(_ index: Int) -> Bool {
    guard nearest + 1 < perItem else { return true }
    let first = index * perItem
    for later in nearest + 1..<perItem
    where priorities[first + later] > priorities[first + nearest] {
      return false
    }
    return true
  }

  /// Whether there is time to see all that counts before the next interview, which is not the only one:
  /// what matters more for a later one may be asked in this one, too.
  private func reachesAllUnseen(_ session: PlanCalendar.Session) -> Bool {
    guard nearest + 1 < perItem else { return false }
    let day = calendar.interviewDays[nearest]
    let minutes = calendar.sessions.lazy.filter { session.day <= $0.day && $0.day <= day }
      .reduce(0) { $0 + $1.minutes }
    let needed = traces.indices.lazy.filter { counts[$0] && traces[$0] == nil }
      .reduce(0) { $0 + costs[$1].answer }
    return needed <= minutes
  }

  /// Whether the next interview is on the session's day or the one after.
  private func isClose(_ session: PlanCalendar.Session) -> Bool {
    calendar.interviewDays[nearest] <= session.day + 1
  }

  private func rests(_ index: Int, _ session: PlanCalendar.Session) -> Bool {
    session.day == 0 && request.items[index].restsToday
  }

  private func gap(_ trace: Trace, _ session: PlanCalendar.Session) -> Double {
    Double(session.day - trace.lastDay)
  }

  private func leftNow(_ index: Int, _ session: PlanCalendar.Session) -> Double {
    outlook.recall(
      traces[index], after: session.time, priorities: priorities, from: index * perItem)
  }

  /// Without an interview: due cards, the longest due first, then new ones by importance.
  private mutating func dueCandidates(_ session: PlanCalendar.Session) -> [SessionOrder.Candidate] {
    if intervals.isEmpty { intervals = traces.indices.map(interval) }
    var candidates: [SessionOrder.Candidate] = []
    candidates.reserveCapacity(traces.count)
    let name = outlook.model.name
    for index in traces.indices where !rests(index, session) {
      guard let trace = traces[index] else {
        candidates.append(
          SessionOrder.Candidate(
            index: index, tier: counts[index] ? 1 : 2, bound: weights[index], isExact: true))
        continue
      }
      let overdue: Double
      switch name {
      case .fsrs6: overdue = Double(session.day - trace.lastDay) - intervals[index]
      case .fsrs7:
        // On a later day everything counts that falls due before the day is over.
        let end = session.day == 0 ? session.time : session.time + 5.0 / 24
        overdue = end - trace.last - intervals[index]
      }
      guard overdue >= 0 else { continue }
      candidates.append(
        SessionOrder.Candidate(index: index, tier: 0, bound: overdue, isExact: true))
    }
    return candidates
  }

  /// Days from a card's last practice until it is due; endless for one that was never seen.
  private func interval(_ index: Int) -> Double {
    guard let trace = traces[index] else { return .infinity }
    let item = request.items[index]
    return request.dueRule.days(
      of: trace.state, model: outlook.model,
      key: DueRule.key(card: UInt64(truncatingIfNeeded: item.id), reps: item.memory?.reps ?? 0))
  }

  /// Carries a card over a practice: expected recall exactly, the memory as the mean of outcomes.
  mutating func practise(
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
    if !intervals.isEmpty { intervals[index] = interval(index) }
    left[index] = prospect.practised
    if counts[index] { reps += 1 }
    recallNext[index] = branches.reduce(0) {
      $0 + $1.share * recall($1.trace, session: next - 1)
    }
  }
}
