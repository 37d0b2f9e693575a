import Campaign
import Decks
import Practice
import Scheduler
import Testing

@testable import Store

@Suite struct DeckIndexTests {
  private let fixture = StoreFixture()
  private let now = StoreFixture.noon(day: 0)

  @Test func countsSayWhatIsDueUnseenAndWeak() throws {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A", "B", "C", "D"])], in: store)
    _ = try store.record(StoreFixture.grading("A", .good))
    _ = try store.record(StoreFixture.grading("B", .again))
    #expect(try store.waiting(at: now) == Waiting(cards: 4, due: 0, unseen: 2, weak: 1))
    let later = StoreFixture.noon(day: 3)
    #expect(try store.waiting(at: later) == Waiting(cards: 4, due: 2, unseen: 2, weak: 1))
  }

  @Test func suspendedAndBuriedCardsWait() throws {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A", "B"])], in: store)
    _ = try store.record(StoreFixture.grading("A", .again, day: -3))
    let card = CardID(deck: "d", card: "A")
    let today = now.day(startHour: 4)
    try store.setBuried(card, until: today + 1)
    #expect(try store.waiting(at: now).due == 0)
    #expect(try names(store, at: now) == ["B"])
    #expect(try store.waiting(at: StoreFixture.noon(day: 1)).due == 1)
    try store.setBuried(card, until: nil)
    try store.setSuspended(card, to: true)
    #expect(try store.waiting(at: now) == Waiting(cards: 1, due: 0, unseen: 1, weak: 0))
    #expect(try store.weakCards(at: now).isEmpty)
    try store.setSuspended(card, to: false)
    #expect(try names(store, at: now) == ["A", "B"])
  }

  @Test func suspendingOneCardLeavesTheOthers() throws {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A", "B", "C"])], in: store)
    for card in ["A", "B"] { _ = try store.record(StoreFixture.grading(card, .again, day: -3)) }
    try store.setSuspended(CardID(deck: "d", card: "A"), to: true)
    try store.setSuspended(CardID(deck: "d", card: "C"), to: true)
    #expect(try store.waiting(at: now) == Waiting(cards: 1, due: 1, unseen: 0, weak: 1))
    _ = try store.record(StoreFixture.grading("A", .again, day: -2))
    #expect(try store.waiting(at: now) == Waiting(cards: 1, due: 1, unseen: 0, weak: 1))
    try store.setSuspended(CardID(deck: "d", card: "A"), to: false)
    #expect(try store.waiting(at: now) == Waiting(cards: 2, due: 2, unseen: 0, weak: 2))
  }

  private func names(_ store: Store, at moment: Moment) throws -> [String] {
    try store.prospects(at: moment, competencies: Competencies(families: []))
      .filter { !$0.isBuried }.map(\.id.card)
  }

  /// Nothing about it may seem to have changed when it can be read again.
  @Test func aFileThatCouldNotBeReadIsReadAgain() throws {
    let store = try fixture.open()
    let deck = StoreFixture.deck(cards: ["A"])
    let sources = [DeckSource(path: deck.path, size: 1, changed: 1, origin: .own)]
    let fault = Fault(path: deck.path, line: 1, column: 1, message: "no")
    for canBeRead in [false, false, true] {
      try store.updateDeckIndex(to: sources, progress: { _, _ in }) { _ in
        canBeRead
          ? Reading(deck: deck, faults: [])
          : Reading(deck: nil, faults: [fault], isOfFile: false)
      }
      #expect(try store.deckFaults().isEmpty == canBeRead)
      #expect(try store.waiting(at: now).cards == (canBeRead ? 1 : 0))
    }
  }

  @Test func aCardThatLeavesItsDeckKeepsItsHistory() throws {
    let store = try fixture.open()
    let whole = StoreFixture.deck(cards: ["A", "B"])
    try StoreFixture.index([whole], in: store, changed: 1)
    let memory = try store.record(StoreFixture.grading("A", .good))
    try StoreFixture.index([StoreFixture.deck(cards: ["B"])], in: store, changed: 2)
    #expect(try store.waiting(at: now).cards == 1)
    #expect(try store.card(CardID(deck: "d", card: "A")) == nil)
    try StoreFixture.index([whole], in: store, changed: 3)
    #expect(try store.sessionCards([CardID(deck: "d", card: "A")]).first?.memory == memory)
  }

  @Test func aDeckOfOnesOwnTakesThePlaceOfTheBundledOne() throws {
    let store = try fixture.open()
    let bundled = StoreFixture.deck(cards: ["A", "B"])
    let own = StoreFixture.deck(
      cards: ["A"], origin: .own, path: "/decks/d.yaml", ask: "In my words?")
    try StoreFixture.index([bundled], in: store)
    try StoreFixture.index([bundled, own], in: store)
    #expect(try store.decks(at: now).map(\.path) == ["/decks/d.yaml"])
    #expect(try store.card(CardID(deck: "d", card: "A"))?.ask == "In my words?")
    #expect(try store.waiting(at: now).cards == 1)
    try StoreFixture.index([bundled], in: store)
    #expect(try store.decks(at: now).map(\.cards) == [2])
    #expect(try store.waiting(at: now).cards == 2)
    #expect(try store.card(CardID(deck: "d", card: "A"))?.ask == "What happened?")
  }

  @Test func ofTwoOwnDecksWithOneIdTheFirstByPathCounts() throws {
    let store = try fixture.open()
    let first = StoreFixture.deck(cards: ["A"], origin: .own, path: "/decks/a.yaml", ask: "One?")
    let second = StoreFixture.deck(cards: ["A"], origin: .own, path: "/decks/b.yaml", ask: "Two?")
    try StoreFixture.index([first, second], in: store)
    #expect(try store.card(CardID(deck: "d", card: "A"))?.ask == "One?")
    #expect(
      try store.deckFaults() == [
        DeckFault(
          path: "/decks/b.yaml",
          lines: ["/decks/b.yaml:1:1: error: the deck id “d” is that of /decks/a.yaml already"])
      ])
    #expect(try store.waiting(at: now).cards == 1)
    try StoreFixture.index([second], in: store)
    #expect(try store.card(CardID(deck: "d", card: "A"))?.ask == "Two?")
    #expect(try store.deckFaults().isEmpty)
  }

  @Test func theIndexKnowsWhetherItIsCurrent() throws {
    let store = try fixture.open()
    let deck = StoreFixture.deck(cards: ["A"])
    let source = DeckSource(
      path: deck.path, size: 1, changed: 1, origin: .bundled, position: 0)
    #expect(try !store.isDeckIndexCurrent(for: [source]))
    try StoreFixture.index([deck], in: store, changed: 1)
    #expect(try store.isDeckIndexCurrent(for: [source]))
    var touched = source
    touched.changed = 2
    #expect(try !store.isDeckIndexCurrent(for: [touched]))
    #expect(try !store.isDeckIndexCurrent(for: []))
  }

  @Test func decksKeepTheOrderOfTheirSources() throws {
    let store = try fixture.open()
    let decks = ["z", "a", "m"].map { StoreFixture.deck($0, cards: ["A"]) }
    try StoreFixture.index(decks, in: store)
    #expect(try store.decks(at: now).map(\.id) == ["z", "a", "m"])
    let prospects = try store.prospects(at: now, competencies: Competencies(families: []))
    #expect(prospects.map(\.id.deck) == ["z", "a", "m"])
  }

  @Test func aDeckThatIsEditedKeepsItsPlaceAmongTheOthers() throws {
    let store = try fixture.open()
    func order() throws -> [String] {
      try store.prospects(at: now, competencies: Competencies(families: []))
        .map { "\($0.id.deck)\($0.id.card)" }
    }
    let others = ["a", "m"].map { StoreFixture.deck($0, cards: ["A"]) }
    try StoreFixture.index([StoreFixture.deck("z", cards: ["A"])] + others, in: store)
    let edited = StoreFixture.deck("z", cards: ["C", "A", "B"])
    try StoreFixture.index([edited] + others, in: store, changed: 2)
    #expect(try order() == ["zC", "zA", "zB", "aA", "mA"])
    let many = (1...2000).map { "N\($0)" }
    try StoreFixture.index([StoreFixture.deck("z", cards: many)] + others, in: store, changed: 3)
    #expect(try order() == ["aA", "mA"] + many.map { "z\($0)" })
  }

  @Test func aListHasTheCardsThatItsFilterLetsThrough() throws {
    let store = try fixture.open()
    var deck = StoreFixture.deck(cards: ["A", "B", "C", "D", "E"])
    deck.cards[0].isCore = true
    deck.cards[1].kind = .redflag
    deck.cards[2].competency = "data"
    try StoreFixture.index([deck, StoreFixture.deck("other", cards: ["X"])], in: store)
    _ = try store.record(StoreFixture.grading("A", .good, day: -200))
    _ = try store.record(StoreFixture.grading("B", .again))
    _ = try store.record(StoreFixture.grading("C", .again))
    try store.setSuspended(CardID(deck: "d", card: "C"), to: true)
    try store.setSuspended(CardID(deck: "d", card: "E"), to: true)
    func names(_ change: (inout CardFilter) -> Void) throws -> [String] {
      var filter = CardFilter(deck: "d")
      change(&filter)
      let list = try store.cardList(filter, at: now)
      #expect(list.filter == filter)
      #expect(list.kinds == [.star, .redflag])
      #expect(list.total == 5)
      return try StoreFixture.listings(filter, in: store, at: now).map(\.id.card)
    }
    #expect(try names { _ in } == ["A", "B", "C", "D", "E"])
    #expect(try names { $0.state = .due } == ["A"])
    #expect(try names { $0.state = .weak } == ["A", "B"])
    #expect(try names { $0.state = .unseen } == ["D"])
    #expect(try names { $0.state = .suspended } == ["C", "E"])
    #expect(try names { $0.state = .core } == ["A"])
    #expect(try names { $0.kind = .redflag } == ["B"])
    #expect(
      try names { $0.family = Family(code: "SOLV", title: "", tags: ["data", "x"]) } == ["C"])
    #expect(
      try names {
        $0.state = .weak
        $0.kind = .star
      } == ["A"])
    let all = try store.cardList(CardFilter(), at: now)
    #expect(all.total == 6)
    #expect(try store.cardListings(numbered: [-1], at: now) == [:])
  }

  @Test func aListIsSearchedByItsNumbers() throws {
    let store = try fixture.open()
    let decks = [
      StoreFixture.deck(cards: ["A"], ask: "Who is 小王?"),
      StoreFixture.deck("e", cards: ["B"], ask: "Who else?"),
    ]
    try StoreFixture.index(decks, in: store)
    func found(_ query: String, deck: String? = nil) throws -> [String] {
      let numbers = try store.cardNumbers(CardSearch(query), inDeck: deck)
      let listings = try store.cardListings(numbered: numbers, at: now)
      return numbers.compactMap { listings[$0]?.id.card }
    }
    #expect(try found("who") == ["A", "B"])
    #expect(try found("小王") == ["A"])
    #expect(try found("who", deck: "e") == ["B"])
    try StoreFixture.index([decks[1]], in: store)
    #expect(try found("who") == ["B"])
  }

  @Test func weakCardsAreThoseThatSlippedThenTheLeastLikely() throws {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A", "B", "C", "D"])], in: store)
    _ = try store.record(StoreFixture.grading("A", .good, day: -200))
    _ = try store.record(StoreFixture.grading("B", .hard, day: -200))
    _ = try store.record(StoreFixture.grading("C", .again, day: 0))
    _ = try store.record(StoreFixture.grading("D", .easy, day: 0))
    #expect(try store.weakCards(at: now).map(\.id.card) == ["C", "B", "A"])
  }

  /// With an interview ahead weak is what will be weak then, and now no longer matters.
  @Test func weakIsJudgedAtTheStartOfTheNextInterview() throws {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A", "B", "C", "D"])], in: store)
    _ = try store.record(StoreFixture.grading("A", .good, day: 0))
    _ = try store.record(StoreFixture.grading("B", .hard, day: 0))
    _ = try store.record(StoreFixture.grading("C", .again, day: 0))
    _ = try store.record(StoreFixture.grading("D", .easy, day: 0))
    #expect(try store.waiting(at: now).weak == 1)
    let start = StoreFixture.noon(day: 60)
    for day in [60, 90, -1] {
      _ = try store.add(
        Interview(
          employer: "Acme", round: 2, startsAt: StoreFixture.noon(day: day).time.milliseconds))
    }
    let weak = try store.weakCards(at: now)
    #expect(weak.map(\.id.card) == ["C", "B", "A"])
    #expect(try store.waiting(at: now).weak == 3)
    let prospects = try store.prospects(at: now, competencies: Competencies(families: []))
    #expect(prospects.map(\.isWeak) == [true, true, true, false])
    for card in weak {
      let memory = try #require(try store.memory(of: card.id))
      #expect(
        card.recall == fixture.schedule.model.retrievability(of: memory, at: start.time))
    }
    // Once all are over, now counts again.
    #expect(try store.waiting(at: StoreFixture.noon(day: 91)).weak == 4)
  }

  @Test func theCoreSetCanBeAskedForAlone() throws {
    let store = try fixture.open()
    var deck = StoreFixture.deck(cards: ["A", "B", "C"])
    deck.cards[1].isCore = true
    deck.cards[2].isCore = true
    try StoreFixture.index([deck], in: store)
    try store.setSuspended(CardID(deck: "d", card: "C"), to: true)
    let core = try store.prospects(
      at: now, competencies: Competencies(families: []), coreOnly: true)
    #expect(core.map(\.id.card) == ["B"])
  }

  @Test func notesAreKeptAndRemoved() throws {
    let store = try fixture.open()
    let card = CardID(deck: "d", card: "A")
    try store.setNote("Say the figure first.", on: card, at: now.time)
    #expect(try fixture.open().note(on: card) == "Say the figure first.")
    try store.setNote("", on: card, at: now.time)
    #expect(try store.note(on: card) == nil)
  }
}
