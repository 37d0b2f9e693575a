import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// What is done within seconds, as the database keeps it.
@Suite struct DrillStoreTests {
  private let fixture = StoreFixture()
  private let card = CardID(deck: "d", card: "A")

  private func attempt(
    _ mode: AnswerMode, day: Int = 0, wording: Int = 0, guess: FamilyGuess? = nil
  ) -> Attempt {
    var attempt = Attempt(
      card: card, kind: .star, moment: StoreFixture.noon(day: day), purpose: .drill,
      wording: wording)
    attempt.mode = mode
    attempt.duration = 3000
    attempt.guess = guess
    return attempt
  }

  @Test func whatWasReadIsKeptAndTravels() throws {
    let store = try fixture.open()
    let guess = FamilyGuess("TEAM", of: "DISA", milliseconds: 4321)
    _ = try store.keep(attempt(.reading, guess: guess))
    var answer = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: 1))
    answer.guess = FamilyGuess("DISA", of: "DISA", milliseconds: 2000)
    _ = try store.record(StoreFixture.grading("A", .good, day: 1), for: answer)
    #expect(try store.attempts(at: card).map(\.guess) == [guess, answer.guess])
    let other = try StoreFixture().open()
    _ = try other.merge(store.belongings(), at: StoreFixture.noon(day: 2).time) { _ in }
    #expect(try other.attempts(at: card).map(\.guess) == [guess, answer.guess])
    for store in [store, other] {
      let record = try store.quickness()
      #expect(record.readings == QuickRecord.Count(all: 2, right: 1))
      #expect(record.confusions.first?.count == 1)
    }
  }

  @Test func whatIsTakenBackCountsNothing() throws {
    let store = try fixture.open()
    let guess = FamilyGuess("TEAM", of: "DISA", milliseconds: 4321)
    let kept = try store.keep(attempt(.reading, guess: guess))
    try store.undoAttempt(try #require(kept.id), at: StoreFixture.noon(day: 1))
    #expect(try store.quickness() == QuickRecord())
    #expect(try store.wordingsDrilled().isEmpty)
  }

  @Test func picksAreCountedAndTheirWordsAreMet() throws {
    let store = try fixture.open()
    var pick = attempt(.pick, wording: 1)
    pick.setTicks([.named, .time], byThePerson: false)
    _ = try store.keep(pick)
    _ = try store.keep(attempt(.pick, day: 1, wording: 1))
    _ = try store.keep(attempt(.pick, day: 2, wording: 2))
    let record = try store.quickness()
    #expect(record.picks == QuickRecord.Count(all: 3, right: 1) && record.pickTime == 3000)
    #expect(try store.wordingsDrilled() == [card: 2])
    let day = StoreFixture.noon(day: 2).day(startHour: store.schedule.startHour)
    #expect(try store.kept(on: day) == [SessionItem(card, .pick)])
  }

  /// Asked in words that were never met, a card shows whether the story is found from the question, and not
  /// from its wording.
  @Test func recallAtFirstSightOfAWordingIsAFigureOfItsOwn() throws {
    let store = try fixture.open()
    func answer(_ wording: Int, _ grade: Grade, day: Int) throws {
      var grading = StoreFixture.grading("A", grade, day: day)
      grading.wording = wording
      _ = try store.record(
        grading,
        for: Attempt(
          card: card, kind: .star, moment: StoreFixture.noon(day: day), wording: wording))
    }
    try answer(0, .good, day: 0)
    try answer(0, .good, day: 1)
    try answer(1, .again, day: 2)
    try answer(1, .good, day: 3)
    _ = try store.keep(attempt(.pick, day: 4, wording: 2))
    try answer(2, .good, day: 5)
    try answer(3, .good, day: 6)
    let tally = try store.progress(of: [], at: StoreFixture.noon(day: 7), families: [])
    #expect(tally.recall.whole.answers == 5)
    // The first go shows no recall, the third wording was met before in a drill.
    #expect(tally.recall.firstSight.answers == 2 && tally.recall.firstSight.recalled == 0.5)
  }
}
