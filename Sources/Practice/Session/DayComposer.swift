import Decks
import Scheduler

/// Puts days' sessions together, one after the other: what a round left to look back on, what waits from
/// earlier sessions, then cards, headlines in what is left of the minutes, and a part to rebuild.
struct DayComposer {
  /// The most of each in a day's session, so that what went badly doesn't crowd the rest out.
  private static let most: [SessionItem.Task: Int] = [
    .regrade: 2, .probe: 3, .rebuild: 1, .headline: 5, .pick: 5,
  ]
  /// The part of the minutes that what waits may take.
  private static let share = 0.35
  /// The part of the minutes that looking back on a round may take.
  private static let lookBackShare = 0.5
  /// So few minutes leave no room to warm up.
  private static let leastToWarmUp = 10.0
  /// On so many days running headlines are of different cards.
  private static let turns = 3

  private let prospects: [Prospect]
  private let known: [CardID: Prospect]
  private let schedule: Schedule
  private let lookBack: LookBack
  /// The minutes to expect of the answers of the day composed last.
  private var expected: [CardID: Double] = [:]
  private var open: [Prospect]
  private var waiting: [Standing]
  /// Follow-ups that the person was stuck on, as they were at first.
  private let stuck: [CardID: Int]
  /// From which day on rounds that are held leave something to look back on.
  private var lookedUntil: Day
  private let today: Day
  /// The cards with a wording that was never met, for the warm-up, in the order in which they come up.
  private var unmet: [CardID]
  /// How many of today's warm-up are done.
  private let pickedToday: Int

  /// - Parameters:
  ///   - prospects: the cards that come up, those put away until tomorrow and those to look back with
  ///     included.
  ///   - standings: what waits at them.
  ///   - lookBack: what rounds leave.
  ///   - looksBack: whether it is asked for.
  ///   - today: the first day.
  ///   - schedule: how reviews become memory and dates.
  ///   - warmUp: the cards to pick a story for.
  init(
    _ prospects: [Prospect], standings: [Standing], lookBack: LookBack, looksBack: Bool, today: Day,
    schedule: Schedule, warmUp: WarmUp = WarmUp()
  ) {
    self.prospects = prospects
    known = Dictionary(prospects.map { ($0.id, $0) }) { first, _ in first }
    self.schedule = schedule
    self.lookBack = lookBack
    open = looksBack ? lookBack.open : []
    let known = known
    waiting = standings.filter { known[$0.card] != nil }.sorted { $0.card < $1.card }
    stuck = Dictionary(
      standings.lazy.filter { $0.stuck > 0 }.map { ($0.card, $0.stuck) }
    ) { first, _ in first }
    lookedUntil = looksBack ? today : Day(number: .max)
    self.today = today
    unmet = warmUp.cards
    pickedToday = warmUp.pickedToday.count
  }

  /// A day's session.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - time: when the session begins.
  ///   - minutes: those that there are; nil means no limit.
  ///   - answers: chooses the cards that are answered, within minutes, and says what each takes.
  /// - Returns: what to do, in order.
  mutating func compose(
    _ day: Day, at time: Timestamp, within minutes: Double?,
    answers: (Double?) -> [(item: SessionItem, minutes: Double)]
  ) -> [SessionItem] {
    if day > lookedUntil, lookBack.isHeld(before: day, from: lookedUntil) {
      open = lookBack.ordered
    }
    lookedUntil = max(lookedUntil, day)
    let looks = looks(on: day, within: (minutes ?? .infinity) * Self.lookBackShare)
    // Which cards it is of is known last: what is answered that day is not picked for as well.
    let picks = pickCount(on: day, within: minutes)
    let warmUp = Double(picks) * SessionItem.pickMinutes
    let afterwards = minutes.map { max(0, $0 - total(looks) - warmUp) }
    var room = (afterwards ?? .infinity) * Self.share
    func fitting(_ task: SessionItem.Task, _ isOpen: (Standing) -> Bool) -> [SessionItem] {
      var items: [SessionItem] = []
      for standing in waiting where items.count < Self.most[task] ?? .max && isOpen(standing) {
        guard isThere(standing.card, on: day) else { continue }
        let item = SessionItem(standing.card, task)
        let minutes = item.minutes(of: .star, stuck: standing.stuck)
        guard minutes <= room else { continue }
        room -= minutes
        items.append(item)
      }
      return items
    }
    let regrades = fitting(.regrade) { $0.uncheckedDay.map { $0 < day } ?? false }
    let probes = fitting(.probe) { $0.stuck > 0 }
    let rebuilds = fitting(.rebuild) { !$0.needsWork.isEmpty }

    let rest = afterwards.map { $0 - ($0 * Self.share - room) }
    let looked = Set(looks.map(\.card))
    let chosen = answers(rest).filter { !looked.contains($0.item.card) }
    expected = Dictionary(chosen.map { ($0.item.card, $0.minutes) }) { first, _ in first }
    var cards = chosen.map(\.item)
    // One answer is there however short the time is, but not on top of other things.
    if let rest, cards.count == 1, total(cards) / 2 > rest, !(looks + regrades + probes).isEmpty {
      cards = []
    }
    let asked = Set(cards.map(\.card))
    let extras = Set((regrades + probes + rebuilds).map(\.card))
    let headlines = headlines(
      on: day, at: time, within: rest.map { $0 - total(cards) } ?? 0,
      notOf: asked.union(extras))
    // A whole answer gives every part of it, so that none of its parts has to be rebuilt as well.
    let blocks = [
      looks, self.picks(picks, beside: asked.union(extras).union(looked)), regrades, probes, cards,
      headlines, rebuilds.filter { !asked.contains($0.card) },
    ]
    let items = alternating(blocks)
    settle(items)
    return items
  }

  /// Takes what is done in a session from what waits.
  mutating func settle(_ items: [SessionItem]) {
    let cards = { (task: SessionItem.Task) in
      Set(items.lazy.filter { $0.task == task }.map(\.card))
    }
    let (answered, regraded, probed) = (cards(.answer), cards(.regrade), cards(.probe))
    let rebuilt = cards(.rebuild).union(answered)
    let picked = cards(.pick)
    open.removeAll { answered.contains($0.id) }
    unmet.removeAll { picked.contains($0) }
    for index in waiting.indices {
      let card = waiting[index].card
      if regraded.contains(card) { waiting[index].uncheckedDay = nil }
      if probed.contains(card) { waiting[index].stuck = 0 }
      if rebuilt.contains(card) { waiting[index].needsWork = [] }
    }
  }

  func prospect(_ card: CardID) -> Prospect? { known[card] }

  /// The minutes that something takes the person.
  func minutes(of item: SessionItem) -> Double {
    guard item.task != .answer else {
      return expected[item.card] ?? known[item.card]?.minutes ?? 0
    }
    return item.minutes(of: .star, stuck: stuck[item.card] ?? 1)
  }

  /// The blocks one after the other, each with neighbours from different families.
  func alternating(_ blocks: [[SessionItem]]) -> [SessionItem] {
    var items: [SessionItem] = []
    for block in blocks {
      items += FamilyOrder.alternating(
        block, after: items.last.flatMap { known[$0.card]?.family }
      ) { known[$0.card]?.family }
    }
    return items
  }

  private func isThere(_ card: CardID, on day: Day) -> Bool {
    known[card].map { !($0.isBuried && day == today) } ?? false
  }

  /// How many stories there are to pick on a day, as far as there are cards for that.
  private func pickCount(on day: Day, within minutes: Double?) -> Int {
    guard minutes ?? .infinity >= Self.leastToWarmUp else { return 0 }
    let most = (Self.most[.pick] ?? 0) - (day == today ? pickedToday : 0)
    return max(0, min(most, unmet.count))
  }

  private func picks(_ count: Int, beside others: Set<CardID>) -> [SessionItem] {
    let free = unmet.filter { !others.contains($0) }
    // Neighbours of all of them: the next few of one deck are often after the same.
    let mixed = FamilyOrder.alternating(Array(free.prefix(8 * count))) { known[$0]?.family }
    return mixed.prefix(count).map { SessionItem($0, .pick) }
  }

  private func looks(on day: Day, within minutes: Double) -> [SessionItem] {
    guard lookBack.isOffered(on: day) else { return [] }
    var left = minutes
    var items: [SessionItem] = []
    for card in open where isThere(card.id, on: day) {
      left -= card.minutes
      guard left >= 0 else { break }
      items.append(SessionItem(card.id))
    }
    return items
  }

  /// Fills spare minutes with headlines of what was told before.
  ///
  /// They take turns, as a headline leaves nothing by which the next day's choice would differ: each day
  /// the next few of the least likely to be recalled.
  private func headlines(
    on day: Day, at time: Timestamp, within minutes: Double, notOf others: Set<CardID>
  ) -> [SessionItem] {
    let count = min(Self.most[.headline] ?? 0, Int(max(0, minutes) / Drill.headline.minutes))
    guard count > 0 else { return [] }
    let weakest = SessionChoice.leastRecalled(
      Self.turns * count, of: prospects, at: time, schedule
    ) {
      $0.kind == .star && $0.memory.map { $0.lastDay < day } ?? false
        && !($0.isBuried && day == today) && !others.contains($0.id)
    }.sorted()
    guard weakest.count > count else { return weakest.map { SessionItem($0, .headline) } }
    let turn = (day.number % weakest.count + weakest.count) % weakest.count * count
    return (0..<count).map { SessionItem(weakest[(turn + $0) % weakest.count], .headline) }
  }

  /// The minutes that answers take.
  private func total(_ answers: [SessionItem]) -> Double {
    answers.reduce(0) { $0 + minutes(of: $1) }
  }
}
