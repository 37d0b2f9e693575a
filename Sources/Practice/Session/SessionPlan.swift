import Decks
public import Scheduler

/// Puts a session together within its minutes: what a round just held left to look back on, what waits
/// from earlier sessions, then cards, then a part to rebuild.
public struct SessionPlan {
  /// The most of each in a day's session, so that what went badly doesn't crowd the rest out.
  private static let most: [SessionItem.Task: Int] = [
    .regrade: 2, .probe: 3, .rebuild: 1, .headline: 5,
  ]
  /// The part of the minutes that what waits may take.
  private static let share = 0.35
  /// The part of the minutes that looking back on a round may take.
  private static let reflectShare = 0.5
  /// On so many days running headlines are of different cards.
  private static let turns = 3
  /// So many days after a round looking back on it is still worth while.
  private static let freshDays = 3.0

  private let prospects: [Prospect]
  private let request: SessionRequest
  private let moment: Moment
  private let schedule: Schedule
  private let interviews: [Timestamp]
  /// The minutes there are today.
  private let minutes: Double?

  /// - Parameters:
  ///   - prospects: the cards there are, those put away until tomorrow included.
  ///   - standings: what waits at them.
  ///   - request: what the person wants.
  ///   - moment: now.
  ///   - schedule: how reviews become memory and dates.
  ///   - interviews: when interviews start or have started.
  /// - Returns: what to do, in order.
  public static func items(
    from prospects: [Prospect], standings: [Standing], for request: SessionRequest,
    at moment: Moment, schedule: Schedule, interviews: [Timestamp] = []
  ) -> [SessionItem] {
    let plan = SessionPlan(prospects, request, moment, schedule, interviews)
    // Who asks for a number of cards, or for kinds of them, wants those and nothing else.
    let isMixed =
      request.cards == nil && request.kinds.isEmpty && !request.weakOnly && !request.rebuildsOnly
    let items = plan.alternating(
      isMixed ? plan.mixed(standings) : [plan.answers(within: plan.minutes)])
    return FirstQuestion.leading(items, from: prospects, for: request)
  }

  private init(
    _ prospects: [Prospect], _ request: SessionRequest, _ moment: Moment, _ schedule: Schedule,
    _ interviews: [Timestamp]
  ) {
    self.prospects = prospects
    self.request = request
    self.moment = moment
    self.schedule = schedule
    self.interviews = interviews
    let day = PlanRequest(
      for: [], to: interviews.filter { $0 > moment.time }, minutesPerDay: request.minutes ?? 0,
      at: moment, schedule: schedule)
    minutes = request.isDaily ? Planner.minutesToday(day) : request.minutes
  }

  /// What a day's session has, in blocks that keep their order.
  private func mixed(_ standings: [Standing]) -> [[SessionItem]] {
    let today = moment.day(startHour: schedule.startHour)
    let admitted = prospects.filter { !$0.isBuried && request.admits($0) }
    let known = Set(admitted.map(\.id))
    let waiting = standings.filter { known.contains($0.card) }.sorted { $0.card < $1.card }

    let reflects = reflects(within: (minutes ?? .infinity) * Self.reflectShare)
    let afterwards = minutes.map { $0 - total(reflects) }
    var room = (afterwards ?? .infinity) * Self.share
    func fitting(_ task: SessionItem.Task, _ standings: [Standing]) -> [SessionItem] {
      var items: [SessionItem] = []
      for standing in standings where items.count < Self.most[task] ?? .max {
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

    let rest = afterwards.map { $0 - ($0 * Self.share - room) }
    let looked = Set(reflects.map(\.card))
    var cards = answers(within: rest).filter { !looked.contains($0.card) }
    // One answer is there however short the time is, but not on top of other things.
    if let rest, cards.count == 1, total(cards) / 2 > rest, !(reflects + regrades + probes).isEmpty
    {
      cards = []
    }
    let asked = Set(cards.map(\.card))
    let extras = Set((regrades + probes + rebuilds).map(\.card))
    let seen = admitted.filter {
      $0.kind == .star && $0.memory.map { $0.lastDay < today } ?? false
        && !asked.contains($0.id) && !extras.contains($0.id)
    }
    let headlines = headlines(of: seen, within: rest.map { $0 - total(cards) } ?? 0)
    // A whole answer gives every part of it, so that none of its parts has to be rebuilt as well.
    return [
      reflects, regrades, probes, cards, headlines, rebuilds.filter { !asked.contains($0.card) },
    ]
  }

  private func answers(within minutes: Double?) -> [SessionItem] {
    SessionChoice.cards(
      from: prospects, for: request, minutes: minutes, at: moment, schedule: schedule,
      interviews: interviews
    ).map(request.item)
  }

  /// What to look back on of a round that was just held, as far as it was not done since: decks made
  /// for that before single cards of other decks.
  private func reflects(within minutes: Double) -> [SessionItem] {
    let held = interviews.filter {
      $0 <= moment.time && moment.time.days(since: $0) < Self.freshDays
    }
    guard let held = held.max(), request.decks.isEmpty else { return [] }
    let mixedDecks = Set(prospects.filter { $0.kind != .reflect }.map(\.id.deck))
    let open = prospects.filter { card in
      card.kind == .reflect && !card.isBuried && (!request.coreOnly || card.isCore)
        && card.memory.map { $0.lastReview < held } ?? true
    }
    let order =
      open.filter { !mixedDecks.contains($0.id.deck) }
      + open.filter { mixedDecks.contains($0.id.deck) }
    let count = minutes / CardKind.reflect.minutes
    return order.prefix(count < Double(order.count) ? max(0, Int(count)) : order.count)
      .map { SessionItem($0.id) }
  }

  /// Fills spare minutes with headlines of what was told before.
  ///
  /// They take turns, as a headline leaves nothing by which the next day's choice would differ: each day
  /// the next few of the least likely to be recalled.
  private func headlines(of prospects: [Prospect], within minutes: Double) -> [SessionItem] {
    let count = min(Self.most[.headline] ?? 0, Int(max(0, minutes) / Drill.headline.minutes))
    guard count > 0 else { return [] }
    let weakest = SessionChoice.byRecall(prospects, at: moment.time, schedule)
      .prefix(Self.turns * count).map(\.id).sorted()
    guard weakest.count > count else { return weakest.map { SessionItem($0, .headline) } }
    let day = moment.day(startHour: schedule.startHour).number
    let turn = (day % weakest.count + weakest.count) % weakest.count * count
    return (0..<count).map { SessionItem(weakest[(turn + $0) % weakest.count], .headline) }
  }

  /// The minutes that answers take.
  private func total(_ answers: [SessionItem]) -> Double {
    let asked = Set(answers.map(\.card))
    return prospects.reduce(0) { $0 + (asked.contains($1.id) ? $1.minutes : 0) }
  }

  /// The blocks one after the other, each with neighbours from different families.
  private func alternating(_ blocks: [[SessionItem]]) -> [SessionItem] {
    let asked = Set(blocks.joined().map(\.card))
    let families = Dictionary(
      prospects.filter { asked.contains($0.id) }.map { ($0.id, $0.family) }
    ) { first, _ in first }
    var items: [SessionItem] = []
    for block in blocks {
      items += FamilyOrder.alternating(
        block, after: items.last.flatMap { families[$0.card] ?? nil }
      ) { families[$0.card] ?? nil }
    }
    return items
  }
}
