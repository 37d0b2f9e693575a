import Decks
import Practice
import Scheduler
import Testing

@testable import Store

/// Decks that are on or off, and cards that do not apply.
@Suite struct DeckStateTests {
  private let fixture = StoreFixture()
  private let now = StoreFixture.noon(day: 3)
  private let families = Competencies(families: [])

  private func store() throws -> Store {
    let store = try fixture.open(now: StoreFixture.noon(day: 3))
    var pack = StoreFixture.deck("pack", cards: ["P1", "P2"])
    pack.isPack = true
    try StoreFixture.index([StoreFixture.deck(cards: ["A", "B", "C"]), pack], in: store)
    return store
  }

  private func asked(_ store: Store) throws -> [String] {
    try store.prospects(at: now, competencies: families).map(\.id.card)
  }

  @Test func aPackIsOffUntilItIsTurnedOn() throws {
    let store = try store()
    #expect(try asked(store) == ["A", "B", "C"])
    #expect(try store.waiting(at: now).cards == 3)
    #expect(try store.decks(at: now).map(\.isOn) == [true, false])
    #expect(try store.cards(ofKinds: [.star]).map(\.id.deck) == ["d", "d", "d"])
    #expect(try store.decksOff() == ["pack"])
    #expect(try store.mayAskForPacks())
    // Lists show it, marked.
    let shown = try StoreFixture.listings(CardFilter(), in: store, at: now)
    #expect(shown.map(\.isOff) == [false, false, false, true, true])
    var unseen = CardFilter()
    unseen.state = .unseen
    #expect(try store.cardList(unseen, at: now).numbers.count == 3)

    try store.setDeck("pack", on: true)
    #expect(try asked(store) == ["A", "B", "C", "P1", "P2"])
    #expect(try store.waiting(at: now) == Waiting(cards: 5, due: 0, unseen: 5, weak: 0))
    #expect(try store.cards(ofKinds: [.star]).count == 5)
    #expect(try !store.mayAskForPacks())
  }

  @Test func aDeckThatIsOffIsNotCountedAndKeepsItsHistory() throws {
    let store = try store()
    _ = try store.record(StoreFixture.grading("A", .again))
    _ = try store.record(StoreFixture.grading("B", .good))
    let before = try store.waiting(at: now)
    #expect(before.due > 0 && before.weak > 0 && before.unseen == 1)
    try store.setDeck("d", on: false)
    #expect(try asked(store) == [])
    #expect(try store.waiting(at: now) == Waiting(cards: 0, due: 0, unseen: 0, weak: 0))
    #expect(try store.weakCards(at: now).isEmpty)
    // A grade by the command line changes none of that.
    _ = try store.record(StoreFixture.grading("C", .again))
    #expect(try store.waiting(at: now).due == 0)
    #expect(try store.decks(at: now)[0].seen == 3)
    try store.setDeck("d", on: true)
    #expect(try store.waiting(at: now).due == before.due + 1)
  }

  @Test func turningADeckIsTakenBack() throws {
    let store = try store()
    _ = try store.record(StoreFixture.grading("A", .again))
    let before = try store.waiting(at: now)
    try store.setDeck("d", on: false)
    try store.setDeck("pack", on: true)
    let words = try #require(try store.undoLastAction(at: now)).things.map(\.title)
    #expect(words == ["the choice of the deck pack"])
    #expect(try store.decks(at: now).map(\.isOn) == [false, false])
    _ = try #require(try store.undoLastAction(at: now))
    #expect(try store.waiting(at: now) == before)
    #expect(try store.recordFaults() == [])
  }

  @Test func whatDoesNotApplySaysSoUntilItIsBack() throws {
    let store = try store()
    let card = CardID(deck: "d", card: "A")
    let session = Session(items: [SessionItem(card)])
    try store.setSuspended(card, to: true, because: .doesNotApply, in: session, at: now)
    let listing = try #require(try store.cardListing(card, at: now))
    #expect(listing.isSuspended && listing.reason == .doesNotApply)
    #expect(try asked(store) == ["B", "C"])
    _ = try #require(try store.undoLastAction(at: now))
    #expect(try store.cardListing(card, at: now)?.isSuspended == false)
    #expect(try store.cardListing(card, at: now)?.reason == nil)
    // Who keeps it out for no reason says none.
    try store.setSuspended(card, to: true, because: .doesNotApply, in: nil, at: now)
    try store.setSuspended(card, to: false)
    try store.setSuspended(card, to: true)
    #expect(try store.cardListing(card, at: now)?.reason == nil)
    #expect(try store.recordFaults() == [])
  }

  @Test func aPointOfTheGuideIsFilteredBy() throws {
    let store = try fixture.open(now: now)
    var deck = StoreFixture.deck(cards: ["A", "B", "C"])
    deck.cards[0].guide = ["P5", "W3"]
    deck.cards[1].guide = ["P5"]
    try StoreFixture.index([deck], in: store)
    var filter = CardFilter(deck: "d")
    filter.point = "W3"
    let list = try store.cardList(filter, at: now)
    #expect(list.numbers.count == 1 && list.points == ["P5", "W3"])
    filter.point = "P"
    #expect(try store.cardList(filter, at: now).numbers.isEmpty)
  }
}
