import Decks
import Scheduler

/// Chooses the cards that are answered in a session.
///
/// With an interview ahead the plan to its day decides. Without one it is the plain order of the
/// memory model: what is due, weakest first, then core cards never seen, then the others never seen.
/// When nothing of that is left it is the weakest of the rest, so that a person who wants to practise
/// always can.
enum SessionChoice {
  /// - Parameters:
  ///   - prospects: the cards there are, those put away until tomorrow included.
  ///   - request: what the person wants.
  ///   - minutes: the minutes that there are for it today; nil means no limit.
  ///   - moment: now.
  ///   - schedule: how reviews become memory and dates.
  ///   - interviews: the interviews ahead.
  /// - Returns: the cards, what matters most first.
  static func cards(
    from prospects: [Prospect], for request: SessionRequest, minutes: Double?, at moment: Moment,
    schedule: Schedule, interviews: [InterviewTime]
  ) -> [Prospect] {
    let admitted = prospects.filter { !$0.isBuried && request.admits($0) }
    let next = interviews.map { $0.judged(from: moment.time) }.min()
    if request.weakOnly || request.rebuildsOnly {
      return fitting(weakest(admitted, at: next, moment, schedule), request, minutes)
    }
    if !interviews.isEmpty {
      // Who asks for a number of cards says nothing of the minutes of other days.
      var plan = PlanRequest(
        for: admitted, to: interviews, minutesPerDay: request.minutes ?? 0, at: moment,
        schedule: schedule, beside: prospects)
      plan.minutesToday = minutes ?? .infinity
      let planned = Planner.today(plan, model: schedule.model)
      // Nothing is planned where no practice is worth its minutes.
      if !planned.isEmpty { return planned.prefix(request.cards ?? .max).map { admitted[$0] } }
    }
    return fitting(inDueOrder(admitted, moment, schedule), request, minutes)
  }

  /// What is due, then what is new, within minutes; of the rest the weakest if there is neither.
  static func byDate(
    _ prospects: [Prospect], for request: SessionRequest, within minutes: Double?,
    at moment: Moment, schedule: Schedule
  ) -> [Prospect] {
    fitting(
      inDueOrder(prospects.filter { !$0.isBuried }, moment, schedule), request, minutes)
  }

  /// The least likely to be recalled on the day first, or now without a day.
  ///
  /// Right after an answer Again recall now says nothing, so without a day those come first.
  private static func weakest(
    _ prospects: [Prospect], at day: Timestamp?, _ moment: Moment, _ schedule: Schedule
  ) -> [Prospect] {
    if let day { return byLoss(prospects, at: day, schedule) }
    let order = byRecall(prospects, at: moment.time, schedule)
    return order.filter(\.hasSlipped) + order.filter { !$0.hasSlipped }
  }

  private static func inDueOrder(
    _ prospects: [Prospect], _ moment: Moment, _ schedule: Schedule
  ) -> [Prospect] {
    let seen = prospects.filter { $0.memory != nil }
    let due = seen.filter { schedule.isDue($0, at: moment) }
    let unseen = prospects.filter { $0.memory == nil }
    let order =
      byRecall(due, at: moment.time, schedule) + unseen.filter(\.isCore)
      + unseen.filter { !$0.isCore }
    // Practising ahead is for someone who has nothing waiting, not for filling up the minutes.
    return order.isEmpty ? byRecall(seen, at: moment.time, schedule) : order
  }

  /// What would be missed most first: how much a card matters times how likely it is forgotten.
  private static func byLoss(
    _ prospects: [Prospect], at time: Timestamp, _ schedule: Schedule
  ) -> [Prospect] {
    sorted(prospects) { -($0.priorities.first ?? 1) * (1 - recall(of: $0, at: time, schedule)) }
  }

  /// Least likely to be recalled first.
  private static func byRecall(
    _ prospects: [Prospect], at time: Timestamp, _ schedule: Schedule
  ) -> [Prospect] {
    sorted(prospects) { recall(of: $0, at: time, schedule) }
  }

  /// So many cards that are the least likely to be recalled, the least likely first.
  ///
  /// Cards alike are in the order they came in. A few of many are found without sorting all, as each day
  /// of a plan asks for them.
  static func leastRecalled(
    _ count: Int, of prospects: [Prospect], at time: Timestamp, _ schedule: Schedule,
    where isWanted: (Prospect) -> Bool
  ) -> [CardID] {
    var least: [(recall: Double, id: CardID)] = []
    for prospect in prospects where isWanted(prospect) {
      let recall = recall(of: prospect, at: time, schedule)
      if least.count == count, let last = least.last, recall >= last.recall { continue }
      let place = least.firstIndex { $0.recall > recall } ?? least.endIndex
      least.insert((recall, prospect.id), at: place)
      if least.count > count { least.removeLast() }
    }
    return least.map(\.id)
  }

  /// Smallest measure first; cards of the same measure stay in the order they came in.
  private static func sorted(
    _ prospects: [Prospect], by measure: (Prospect) -> Double
  ) -> [Prospect] {
    prospects.enumerated().map { (measure: measure($1), index: $0, prospect: $1) }
      .sorted { ($0.measure, $0.index) < ($1.measure, $1.index) }
      .map(\.prospect)
  }

  private static func recall(
    of prospect: Prospect, at time: Timestamp, _ schedule: Schedule
  ) -> Double {
    prospect.memory.map { schedule.model.retrievability(of: $0, at: time) } ?? 0
  }

  /// The first cards that fit the minutes and the count; at least one, however short the time.
  private static func fitting(
    _ order: [Prospect], _ request: SessionRequest, _ limit: Double?
  ) -> [Prospect] {
    var minutes = 0.0
    var chosen: [Prospect] = []
    let links = StoryLinks(order)
    var taken: Set<CardID> = []
    for prospect in order {
      if let most = request.cards, chosen.count >= most { break }
      guard taken.isDisjoint(with: links.linked(to: prospect.id)) else { continue }
      let cost = request.item(for: prospect).minutes(of: prospect)
      // The nearest card, as in the plan.
      if let limit, minutes + cost / 2 > limit, !chosen.isEmpty { continue }
      minutes += cost
      chosen.append(prospect)
      taken.insert(prospect.id)
      if let limit, minutes >= limit { break }
    }
    return chosen
  }
}
