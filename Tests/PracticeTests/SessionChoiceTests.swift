import Decks
import Practice
import Scheduler
import Testing

@Suite struct SessionChoiceTests {
  private let schedule = Schedule(model: FSRS6())
  private let now = Moment(time: Timestamp(milliseconds: 1_790_000_000_000), utcOffset: 0)

  private func prospect(
    _ name: String, kind: CardKind = .star, family: String? = nil, isCore: Bool = false,
    reviewedDaysAgo days: Double? = nil, grade: Grade = .good, isWeak: Bool = false
  ) -> Prospect {
    var prospect = Prospect(
      id: CardID(deck: "d", card: name), kind: kind, family: family, isCore: isCore,
      isWeak: isWeak)
    if let days {
      let then = Moment(time: now.time.adding(days: -days), utcOffset: 0)
      let memory = schedule.memory(after: grade, at: then, from: nil)
      prospect.memory = memory
      prospect.due = schedule.due(of: memory, card: prospect.id)
    }
    return prospect
  }

  /// The cards chosen, with interviews so many days ahead.
  private func names(
    _ prospects: [Prospect], _ request: SessionRequest = SessionRequest(),
    interviews days: [Double] = []
  ) -> [String] {
    SessionPlan.items(
      from: prospects, standings: [], for: request, at: now, schedule: schedule,
      appointments: appointments(days, from: now)
    ).filter { $0.task != .headline }.map(\.card.card)
  }

  @Test func dueCardsComeWeakestFirstThenCoreThenOtherNewOnes() {
    let chosen = names([
      prospect("new"), prospect("core", isCore: true), prospect("due", reviewedDaysAgo: 3),
      prospect("overdue", reviewedDaysAgo: 30), prospect("later", reviewedDaysAgo: 1),
    ])
    #expect(chosen == ["overdue", "due", "core", "new"])
  }

  /// The second of two that one story answers waits, with an interview ahead and without.
  @Test(arguments: [[], [7.0]]) func oneStoryIsAskedForOnce(interviews days: [Double]) {
    var cards = ["A", "B", "C"].map { prospect($0) }
    cards[1].likes = [cards[0].id]
    #expect(names(cards, interviews: days) == ["A", "C"])
  }

  /// A good answer to one makes the other wait for a week; one that failed does not.
  @Test(arguments: [
    (1.0, Grade.good, ["C", "B"]), (6, .easy, ["C", "B"]), (7, .good, ["B", "C"]),
    (1, .hard, ["B", "C"]), (1, .again, ["B", "C"]),
  ]) func aGoodAnswerCountsForAWeek(ago: Double, grade: Grade, order: [String]) {
    var cards = [
      prospect("A", reviewedDaysAgo: ago, grade: grade), prospect("B", isCore: true),
      prospect("C", isCore: true),
    ]
    cards[0].lastGrade = grade
    cards[0].likes = [cards[1].id]
    let request = SessionRequest(minutes: 60)
    // Beside either of them A itself is not asked.
    #expect(names(cards, request, interviews: [30]) == order)
    // What is put away until tomorrow was answered all the same.
    cards[0].isBuried = true
    #expect(names(cards, request, interviews: [30]) == order)
  }

  @Test func withNothingWaitingOneCanPractiseAhead() {
    let chosen = names([
      prospect("fresh", reviewedDaysAgo: 0.1), prospect("older", reviewedDaysAgo: 1),
    ])
    #expect(chosen == ["older", "fresh"])
  }

  @Test func theSessionFitsTheMinutes() {
    let cards = (1...20).map { prospect("C\($0)") }
    #expect(names(cards, SessionRequest(minutes: 20)).count == 5)
    #expect(names(cards, SessionRequest(minutes: 1)).count == 1)
    #expect(names(cards, SessionRequest(cards: 3)).count == 3)
  }

  @Test func aShortCardFillsWhatALongOneCannot() {
    let cards = [
      prospect("long1"), prospect("long2"), prospect("short", kind: .redflag),
    ]
    #expect(names(cards, SessionRequest(minutes: 5)) == ["long1", "short"])
  }

  @Test func neighboursAreOfDifferentFamilies() {
    let cards = [
      prospect("a1", family: "A"), prospect("a2", family: "A"), prospect("b1", family: "B"),
      prospect("b2", family: "B"),
    ]
    #expect(names(cards) == ["a1", "b1", "a2", "b2"])
  }

  @Test func kindsThatBelongElsewhereComeOnlyWhenAskedFor() {
    let cards = CardKind.allCases.map { prospect($0.rawValue, kind: $0) }
    #expect(
      Set(names(cards))
        == ["star", "fit", "goal", "concern", "insight", "task", "ask", "redflag"])
    #expect(names(cards, SessionRequest(kinds: [.panel])) == ["panel"])
    #expect(names(cards, SessionRequest(decks: ["d"])).count == CardKind.allCases.count)
    #expect(names(cards, SessionRequest(decks: ["other"])).isEmpty)
  }

  @Test func weakOnlyAsksForWeakCardsWhetherDueOrNot() {
    let cards = [
      prospect("good", reviewedDaysAgo: 30),
      prospect("weak", reviewedDaysAgo: 0.01, grade: .again, isWeak: true),
    ]
    #expect(names(cards, SessionRequest(weakOnly: true)) == ["weak"])
  }

  @Test func amongWeakCardsThoseThatSlippedComeFirst() {
    var slipped = prospect("slipped", reviewedDaysAgo: 0.01, grade: .again, isWeak: true)
    slipped.hasSlipped = true
    let faded = prospect("faded", reviewedDaysAgo: 300, isWeak: true)
    #expect(names([faded, slipped], SessionRequest(weakOnly: true)) == ["slipped", "faded"])
  }

  @Test func towardsAnInterviewBreadthComesFirstThenWhatIsLeastLikelyOnTheDay() {
    let cards = [
      prospect("firm", reviewedDaysAgo: 0.6, grade: .easy),
      prospect("due", reviewedDaysAgo: 30), prospect("new"), prospect("core", isCore: true),
      prospect("core slipped", isCore: true, reviewedDaysAgo: 2, grade: .again),
    ]
    let planned = names(cards, interviews: [6])
    #expect(Array(planned.prefix(2)) == ["core", "core slipped"])
    #expect(Set(planned[2...]).isSuperset(of: ["due", "new"]))
    #expect(names(cards, interviews: [-1]) == names(cards))
  }

  @Test func theEveIsLightAndTheMorningShort() {
    let cards = (1...30).map { prospect("C\($0)", isCore: true) }
    let daily = SessionRequest(minutes: 40, isDaily: true)
    #expect(names(cards, daily, interviews: [5]).count == 9)
    #expect(names(cards, daily, interviews: [1]).count == 5)
    #expect(names(cards, daily, interviews: [0.2]).count == 3)
    // Who names the minutes gets them.
    #expect(names(cards, SessionRequest(minutes: 40), interviews: [1]).count == 9)
    #expect(names(cards, SessionRequest(cards: 12), interviews: [1]).count == 12)
  }

  @Test func weakCardsTowardsAnInterviewAreTheLeastLikelyThenFirst() {
    var slipped = prospect("slipped", reviewedDaysAgo: 0.01, grade: .again, isWeak: true)
    slipped.hasSlipped = true
    let faded = prospect("faded", reviewedDaysAgo: 900, isWeak: true)
    #expect(
      names([slipped, faded], SessionRequest(weakOnly: true), interviews: [1])
        == ["faded", "slipped"])
  }

  @Test func whatIsPutAwayUntilTomorrowDoesNotCome() {
    var buried = prospect("buried", isCore: true)
    buried.isBuried = true
    #expect(names([buried, prospect("new")]) == ["new"])
    #expect(names([buried, prospect("new")], interviews: [6]) == ["new"])
  }

  /// Everything is firm or was practised just now: one can still practise ahead.
  @Test func withNothingToGainOneCanPractiseAheadOfAnInterview() {
    let fresh = prospect("fresh", reviewedDaysAgo: 0.01, grade: .easy)
    #expect(names([fresh], interviews: [1]) == ["fresh"])
  }

  @Test func coreOnlyAsksForTheCoreSet() {
    let cards = [prospect("other"), prospect("core", isCore: true)]
    #expect(names(cards, SessionRequest(coreOnly: true)) == ["core"])
  }
}
