import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// A step of a session and what was done in it stand or fall together.
@Suite struct SessionStoreTests {
  private let fixture = StoreFixture()
  private let today = StoreFixture.noon(day: 0).day(startHour: 4)
  private let items = ["A", "B", "C"].map { SessionItem(CardID(deck: "d", card: $0)) }

  private func attempt(_ name: String, _ purpose: Attempt.Purpose = .answer) -> Attempt {
    Attempt(
      card: CardID(deck: "d", card: name), kind: .star, moment: StoreFixture.noon(day: 0),
      purpose: purpose)
  }

  @Test func eachStepIsKeptWithWhatWasDone() throws {
    let store = try fixture.open()
    let now = StoreFixture.noon(day: 0)
    var session = Session(items: items)
    _ = try store.record(StoreFixture.grading("A", .again), for: attempt("A"), in: session)
    session.take(.graded(items[0], .again))
    #expect(try store.session(leftOn: today) == session)
    let kept = try store.keep(attempt("B", .rebuild), in: session)
    let number = try #require(kept.id)
    session.take(.kept(items[1], attempt: number))
    #expect(try store.session(leftOn: today) == session)
    try store.setBuried(items[2].card, until: today + 1, in: session, at: now)
    session.take(.buried(items[2]))
    #expect(try store.session(leftOn: today) == session)
    try store.setBuried(items[2].card, until: nil, in: session, at: now)
    session.undo()
    #expect(try store.session(leftOn: today) == session)
    try store.undoAttempt(number, at: now, in: session)
    session.undo()
    #expect(try store.session(leftOn: today) == session)
    _ = try store.undoLast(at: now, in: session, bringing: items[0].card)
    session.undo()
    #expect(try store.session(leftOn: today) == session)
    #expect(session == Session(items: items))
  }

  @Test func aSessionThatIsOverIsNotLeft() throws {
    let store = try fixture.open()
    let session = Session(items: [items[0]])
    try store.keep(session, at: StoreFixture.noon(day: 0))
    _ = try store.record(StoreFixture.grading("A", .good), for: attempt("A"), in: session)
    #expect(try store.session(leftOn: today) == nil)
  }

  @Test func aStepThatCannotBeKeptRecordsNothing() throws {
    let store = try fixture.open()
    let session = Session(items: items)
    try store.queue.inDatabase { db in
      try db.execute(
        sql: """
          CREATE TRIGGER full BEFORE INSERT ON session BEGIN SELECT RAISE(ABORT, 'full'); END
          """)
    }
    #expect(throws: StoreError.self) {
      try store.record(StoreFixture.grading("A", .good), for: attempt("A"), in: session)
    }
    #expect(try store.reviewCount() == 0)
    #expect(try store.attempts().isEmpty)
  }

  @Test func aReviewOfACardThatNoDeckHasIsTakenBackAndNotAsked() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("Z", .good))
    let session = Session(items: items)
    _ = try store.undoLast(at: StoreFixture.noon(day: 0), in: session, bringing: nil)
    #expect(try store.session(leftOn: today) == session)
  }

  @Test(arguments: ["", "answer", "from\nskipped", "answer d/A\ngraded 9\tanswer d/A", "\u{0}"])
  func aRowThatIsNoSessionIsAsIfThereWereNone(text: String) throws {
    let store = try fixture.open()
    try store.queue.inDatabase { db in
      try db.execute(literal: "INSERT INTO session VALUES (1, \(today.number), \(text))")
    }
    #expect(try store.session(leftOn: today)?.current == nil)
  }
}
