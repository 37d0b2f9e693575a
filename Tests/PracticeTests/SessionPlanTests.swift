import Decks
import Scheduler
import Testing

@testable import Practice

/// What a day's session has, and in which order.
@Suite struct SessionPlanTests {
  private let schedule = Schedule(model: FSRS6())
  private let now = Moment(time: Timestamp(milliseconds: 1_790_000_000_000), utcOffset: 0)
  private var today: Day { now.day(startHour: schedule.startHour) }

  private func prospect(
    _ name: String, deck: String = "d", kind: CardKind = .star, family: String? = nil,
    reviewedDaysAgo days: Double? = nil
  ) -> Prospect {
    var prospect = Prospect(
      id: CardID(deck: deck, card: name), kind: kind, family: family, isCore: false)
    if let days {
      let then = Moment(time: now.time.adding(days: -days), utcOffset: 0)
      let memory = schedule.memory(after: .good, at: then, from: nil)
      prospect.memory = memory
      prospect.due = schedule.due(of: memory, card: prospect.id)
    }
    return prospect
  }

  private func items(
    _ prospects: [Prospect], _ standings: [Standing] = [],
    _ request: SessionRequest = SessionRequest(minutes: 20, isDaily: true),
    interviews days: [Double] = []
  ) -> [SessionItem] {
    SessionPlan.items(
      from: prospects, standings: standings, for: request, at: now, schedule: schedule,
      appointments: appointments(days, from: now))
  }

  @Test func whatWaitsComesFirstThenCardsThenHeadlinesThenAPartToRebuild() {
    let standings = [
      Standing(card: CardID(deck: "d", card: "written"), uncheckedDay: today + -1),
      Standing(card: CardID(deck: "d", card: "stuck"), stuck: 2),
      Standing(card: CardID(deck: "d", card: "thin"), needsWork: [.result]),
    ]
    let items = items(
      [
        prospect("due", reviewedDaysAgo: 30), prospect("written", reviewedDaysAgo: 1),
        prospect("stuck", reviewedDaysAgo: 1), prospect("thin", reviewedDaysAgo: 1),
        prospect("firm", reviewedDaysAgo: 1),
      ], standings)
    #expect(
      items.map { "\($0.card.card) \($0.task.rawValue)" } == [
        "written regrade", "stuck probe", "due answer", "firm headline", "thin rebuild",
      ])
  }

  @Test func anAnswerWrittenTodayIsNotColdYet() {
    let standing = Standing(card: CardID(deck: "d", card: "a"), uncheckedDay: today)
    #expect(
      !items([prospect("a", reviewedDaysAgo: 0)], [standing]).contains { $0.task == .regrade })
  }

  @Test func rebuildingPractisesOnlyThePartsThatNeedWork() {
    var thin = prospect("thin", reviewedDaysAgo: 1)
    thin.needsWork = true
    var thinner = prospect("thinner", reviewedDaysAgo: 20)
    thinner.needsWork = true
    let items = items(
      [prospect("due", reviewedDaysAgo: 30), thin, thinner], [],
      SessionRequest(rebuildsOnly: true, minutes: 20))
    #expect(items.map(\.task) == [.rebuild, .rebuild])
    #expect(items.map(\.card.card) == ["thinner", "thin"])
  }

  /// Four minutes are two rebuilds, or one answer.
  @Test func aRebuildTakesTheMinutesOfAPart() {
    let cards = (1...5).map { number in
      var card = prospect("\(number)", reviewedDaysAgo: 1)
      card.needsWork = true
      return card
    }
    #expect(items(cards, [], SessionRequest(weakOnly: true, minutes: 4)).count == 2)
    #expect(items(cards, [], SessionRequest(rebuildsOnly: true, minutes: 4)).count == 2)
  }

  @Test func afterARoundLookingBackOnItComesFirst() {
    let cards = [
      prospect("other", deck: "fit", kind: .reflect), prospect("new"),
      prospect("plain", deck: "fit"),
      prospect("back", deck: "back", kind: .reflect),
      prospect("done", deck: "back", kind: .reflect, reviewedDaysAgo: 0.1),
      prospect("before", deck: "back", kind: .reflect, reviewedDaysAgo: 2),
    ]
    let names = items(cards, interviews: [-1.5, 6]).map(\.card.card)
    #expect(names.prefix(3) == ["back", "before", "other"])
    #expect(names.contains("new") && !names.contains("done"))
    // Whatever its age, until it is done; never on the eve or the day of an interview.
    #expect(items(cards, interviews: [-14, 6]).map(\.card.card).contains("back"))
    #expect(!items(cards, interviews: [-0.2, 6]).map(\.card.card).contains("back"))
    #expect(!items(cards, interviews: [-4, 1]).map(\.card.card).contains("back"))
    #expect(!items(cards, interviews: [-4, 0.1]).map(\.card.card).contains("back"))
    #expect(!items(cards, interviews: [6]).map(\.card.card).contains("back"))
  }

  @Test func lookingBackLeavesHalfOfTheMinutes() {
    let back = (1...12).map { prospect("b\($0)", deck: "back", kind: .reflect) }
    let items = items(back + (1...12).map { prospect("c\($0)") }, interviews: [-1.5])
    #expect(items.count { $0.card.deck == "back" } == 4)
    #expect(items.count { $0.card.deck == "d" } == 3)
  }

  /// The minutes hold for all of it together, on the eve of an interview too.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func theSessionFitsTheMinutesWhateverThereIs(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let kinds: [CardKind] = [.star, .star, .fit, .redflag, .task, .reflect]
    let cards = (0..<Int.random(in: 1...60, using: &generator)).map { number in
      let isSeen = Bool.random(using: &generator)
      return prospect(
        "C\(number)", kind: kinds[Int.random(in: 0..<kinds.count, using: &generator)],
        family: ["A", "B", "C", nil][Int.random(in: 0..<4, using: &generator)],
        reviewedDaysAgo: isSeen ? Double.random(in: 0...40, using: &generator) : nil)
    }
    let standings = cards.filter { $0.kind == .star && $0.memory != nil }.map { card in
      Standing(
        card: card.id, needsWork: Bool.random(using: &generator) ? [.result] : [],
        stuck: Int.random(in: 0...3, using: &generator),
        uncheckedDay: Bool.random(using: &generator) ? today + -1 : nil)
    }
    let minutes = Double.random(in: 4...40, using: &generator)
    let interviews: [Double] = [[], [1], [3], [-0.5, 1], [-1]][
      Int.random(in: 0..<5, using: &generator)]
    let isEve = interviews.contains(1)
    let items = items(
      cards, standings, SessionRequest(minutes: minutes, isDaily: true), interviews: interviews)
    let stuck = Dictionary(standings.map { ($0.card, $0.stuck) }) { first, _ in first }
    let used = items.reduce(0) { sum, item in
      let kind = cards.first { $0.id == item.card }?.kind ?? .star
      return sum + item.minutes(of: kind, stuck: stuck[item.card] ?? 0)
    }
    let limit = isEve ? minutes / 2 : minutes
    // One answer is there however short the time is, but not on top of what waits.
    let isOneAnswer =
      items.first?.task == .answer && items.dropFirst().allSatisfy { $0.task == .rebuild }
    // The last answer is in if half of it fits, and none takes more than four minutes.
    #expect(used <= limit + 2 + 1e-9 || isOneAnswer, "seed \(seed)")
    #expect(Set(items).count == items.count, "seed \(seed)")
  }

  @Test func headlinesTakeTurns() {
    let cards = (1...12).map { prospect("C\($0)", reviewedDaysAgo: 1) }
    func headlines(on day: Int) -> Set<String> {
      let later = Moment(time: now.time.adding(days: Double(day)), utcOffset: 0)
      let items = SessionPlan.items(
        from: cards, standings: [], for: SessionRequest(minutes: 22, isDaily: true), at: later,
        schedule: schedule, appointments: appointments([20], from: now))
      return Set(items.filter { $0.task == .headline }.map(\.card.card))
    }
    let days = (1...3).map(headlines)
    #expect(days.allSatisfy { !$0.isEmpty })
    #expect(days[0] != days[1] && days[1] != days[2])
  }

  /// Any order of families: neighbours differ wherever some order has them differ.
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func neighboursAreOfDifferentFamiliesWhereverThatCanBe(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let families = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
      ["A", "B", "C", nil][Int.random(in: 0..<4, using: &generator)]
    }
    let things = Array(families.enumerated())
    let arranged = FamilyOrder.alternating(things) { $0.element }
    #expect(arranged.map(\.offset).sorted() == things.map(\.offset), "seed \(seed)")
    let clashes = zip(arranged, arranged.dropFirst()).count {
      $0.element != nil && $0.element == $1.element
    }
    let counts = Dictionary(grouping: families.compactMap { $0 }) { $0 }.map(\.value.count)
    let can = (counts.max() ?? 0) <= (families.count + 1) / 2
    if can { #expect(clashes == 0, "seed \(seed): \(families)") }
  }

  @Test func theOrderIsKeptWhereFamiliesAllowIt() {
    func order(_ families: String, after last: String? = nil) -> String {
      FamilyOrder.alternating(Array(families), after: last) { String($0) }.map(String.init).joined()
    }
    #expect(order("ABC") == "ABC")
    #expect(order("AABB") == "ABAB")
    #expect(order("BAA") == "ABA")
    #expect(order("AB", after: "A") == "BA")
    #expect(order("AA") == "AA")
  }
}
