import Campaign
import Decks
import Practice
import Scheduler
import Store
import Testing

@Suite struct DoubtStoreTests {
  private let fixture = StoreFixture()

  private func doubt(in store: Store) throws -> Kept<Doubt> {
    let doubts = try store.notebook().doubts
    return try #require(doubts.first)
  }

  private func answer(_ doubt: Kept<Doubt>, _ grade: Grade, day: Int = 0, in store: Store) throws {
    var grading = StoreFixture.grading("x", grade, day: day)
    grading.card = try #require(doubt.card)
    _ = try store.record(grading)
  }

  @Test func goodAnswersToItsCardCountAsSaidWell() throws {
    let store = try fixture.open()
    _ = try store.keep([Item(Doubt(employer: "Acme", text: "budget"))])
    let doubt = try doubt(in: store)
    #expect(doubt.card?.deck == Notebook.deckID, "it has a card of its own")
    try answer(doubt, .hard, in: store)
    #expect(try self.doubt(in: store).timesSaidWell == 0)
    try answer(doubt, .good, day: 1, in: store)
    #expect(try self.doubt(in: store).timesSaidWell == 1)
    try answer(doubt, .easy, day: 2, in: store)
    #expect(try self.doubt(in: store).isOpen == false)
    _ = try store.undoLast(at: StoreFixture.noon(day: 3))
    #expect(try self.doubt(in: store).timesSaidWell == 1, "taken back")
  }

  @Test func keepingADoubtCountsNoAnswerTwice() throws {
    let store = try fixture.open()
    _ = try store.keep([Item(Doubt(employer: "Acme", text: "budget"))])
    try answer(doubt(in: store), .good, in: store)
    var changed = try doubt(in: store)
    changed.evidence = "180k"
    _ = try store.keep([Item(changed)])
    #expect(try doubt(in: store).timesSaidWell == 1)
    changed.timesSaidWell = 2
    _ = try store.keep([Item(changed)])
    #expect(try doubt(in: store).timesSaidWell == 2)
  }

  @Test func answersOfBeforeItWasRaisedDoNotCount() throws {
    let store = try fixture.open()
    let interview = try store.add(
      Interview(
        employer: "Acme", round: 1, startsAt: StoreFixture.noon(day: 5).time.milliseconds))
    _ = try store.keep([
      Item(
        Doubt(employer: "Acme", text: "budget", raisedIn: interview.id).with {
          $0.card = CardID(deck: "doubts", card: "DB-01")
        })
    ])
    try answer(doubt(in: store), .good, day: 1, in: store)
    #expect(try doubt(in: store).timesSaidWell == 0)
    try answer(doubt(in: store), .good, day: 6, in: store)
    #expect(try doubt(in: store).timesSaidWell == 1)
  }
}
