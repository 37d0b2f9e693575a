import Decks
public import Scheduler

/// Puts a session together: what waits from earlier ones, then cards, then a part to rebuild.
public enum SessionPlan {
  /// The most of each in a day's session, so that what went badly doesn't crowd the rest out.
  private static let most: [SessionItem.Task: Int] = [
    .regrade: 2, .probe: 3, .rebuild: 1, .headline: 5,
  ]
  /// The part of the minutes that what waits may take.
  private static let share = 0.35

  /// - Parameters:
  ///   - prospects: the cards there are, those put away until tomorrow included.
  ///   - standings: what waits at them.
  ///   - request: what the person wants.
  ///   - moment: now.
  ///   - schedule: how reviews become memory and dates.
  ///   - interviews: when interviews start.
  /// - Returns: what to do, in order.
  public static func items(
    from prospects: [Prospect], standings: [Standing], for request: SessionRequest,
    at moment: Moment, schedule: Schedule, interviews: [Timestamp] = []
  ) -> [SessionItem] {
    func answers(_ request: SessionRequest) -> [SessionItem] {
      SessionChoice.cards(
        from: prospects, for: request, at: moment, schedule: schedule, interviews: interviews
      ).map { SessionItem($0) }
    }
    if request.weakOnly {
      let sound = Set(prospects.filter { !$0.isWeak }.map(\.id))
      return answers(request).map { sound.contains($0.card) ? SessionItem($0.card, .rebuild) : $0 }
    }
    // Who asks for a number of cards, or for kinds of them, wants those and nothing else.
    guard request.cards == nil, request.kinds.isEmpty else { return answers(request) }

    let today = moment.day(startHour: schedule.startHour)
    let admitted = prospects.filter { !$0.isBuried && request.admits($0) }
    let known = Set(admitted.map(\.id))
    let waiting = standings.filter { known.contains($0.card) }.sorted { $0.card < $1.card }
    var room = (request.minutes ?? .infinity) * share
    func fitting(_ task: SessionItem.Task, _ standings: [Standing]) -> [SessionItem] {
      var items: [SessionItem] = []
      for standing in standings where items.count < most[task] ?? .max {
        let item = SessionItem(standing.card, task)
        let minutes = item.minutes(of: .star, stuck: standing.stuck)
        guard minutes <= room else { continue }
        room -= minutes
        items.append(item)
      }
      return items
    }
    let regrades = fitting(.regrade, waiting.filter { $0.uncheckedDay.map { $0 < today } ?? false })
    let probes = fitting(.probe, waiting.filter { $0.stuck > 0 })
    let rebuilds = fitting(.rebuild, waiting.filter { !$0.needsWork.isEmpty })

    var rest = request
    rest.minutes = request.minutes.map { $0 - ($0 * share - room) }
    let cards = answers(rest)
    let asked = Set(cards.map(\.card))
    let extras = Set((regrades + probes + rebuilds).map(\.card))
    let seen = admitted.filter {
      $0.kind == .star && $0.memory.map { $0.lastDay < today } ?? false
        && !asked.contains($0.id) && !extras.contains($0.id)
    }
    let kinds = Dictionary(admitted.map { ($0.id, $0.kind) }) { first, _ in first }
    let used = cards.reduce(0) { $0 + $1.minutes(of: kinds[$1.card] ?? .star) }
    let headlines = headlines(seen, minutes: (rest.minutes ?? used) - used, moment, schedule)
    // A whole answer gives every part of it, so that none of its parts has to be rebuilt as well.
    return regrades + probes + cards + headlines + rebuilds.filter { !asked.contains($0.card) }
  }

  /// Fills spare minutes with headlines of what was told before, least likely to be recalled first.
  private static func headlines(
    _ prospects: [Prospect], minutes: Double, _ moment: Moment, _ schedule: Schedule
  ) -> [SessionItem] {
    func recall(_ prospect: Prospect) -> Double {
      prospect.memory.map { schedule.model.retrievability(of: $0, at: moment.time) } ?? 0
    }
    let count = min(most[.headline] ?? 0, Int(max(0, minutes) / Drill.headline.minutes))
    return prospects.map { (recall: recall($0), id: $0.id) }
      .sorted { ($0.recall, $0.id) < ($1.recall, $1.id) }
      .prefix(count).map { SessionItem($0.id, .headline) }
  }
}
