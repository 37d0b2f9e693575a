import Decks
import Practice
import Scheduler
import Testing

@Suite struct SessionTests {
  private let items = (1...6).map { SessionItem(CardID(deck: "d", card: "C-\($0)")) }

  @Test func aCardGradedAgainComesBackAfterThreeOthers() {
    var session = Session(items: items)
    session.take(.graded(items[0], .again))
    #expect(session.queue == [items[1], items[2], items[3], items[0], items[4], items[5]])
  }

  @Test func aCardGradedAgainComesBackUntilItWasRightOnce() {
    var session = Session(items: [items[0]])
    session.take(.graded(items[0], .again))
    session.take(.graded(items[0], .again))
    #expect(session.current == items[0])
    session.take(.graded(items[0], .hard))
    #expect(session.current == nil)
  }

  @Test func countsDoNotGrowWhenACardComesBack() {
    var session = Session(items: Array(items.prefix(2)))
    session.take(.graded(items[0], .again))
    #expect(session.finishedCount == 0)
    #expect(session.totalCount == 2)
    session.take(.graded(items[1], .good))
    #expect(session.finishedCount == 1)
    #expect(session.totalCount == 2)
  }

  /// Any steps taken and taken back leave the session as it was, at any depth.
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func undoingEveryStepIsTheIdentity(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let start = Session(items: items)
    var session = start
    var states: [Session] = []
    for _ in 0..<20 {
      guard let item = session.current else { break }
      states.append(session)
      let steps: [Session.Step] = [
        .graded(item, .again), .graded(item, .good), .buried(item), .suspended(item),
        .skipped(item), .kept(item, attempt: 12),
      ]
      session.take(steps[Int.random(in: 0..<steps.count, using: &generator)])
    }
    #expect(Session(encoded: session.encoded) == session, "seed \(seed)")
    for state in states.reversed() {
      session.undo()
      #expect(session == state, "seed \(seed)")
    }
    session.undo()
    #expect(session == start, "seed \(seed)")
  }

  @Test func aReviewOfBeforeTheSessionComesFirstOnceTakenBack() {
    var session = Session(items: Array(items.prefix(2)))
    session.bringForward(items[5].card)
    #expect(session.queue == [items[5], items[0], items[1]])
    session.bringForward(items[1].card)
    #expect(session.queue == [items[1], items[5], items[0]])
  }

  @Test func theSummaryGoesByTheFirstGradeOfEachCard() {
    var session = Session(items: Array(items.prefix(2)))
    session.take(.graded(items[0], .again))
    session.take(.graded(items[1], .easy))
    session.take(.graded(items[0], .good))
    let summary = SessionSummary(session)
    #expect(summary.slipped.map(\.card) == [items[0].card])
    #expect(summary.slipped.map(\.last) == [.good])
    #expect(summary.held.map(\.card) == [items[1].card])
  }

  @Test func buryingACardTakesAllOfItAway() {
    let card = items[0].card
    var session = Session(items: [
      SessionItem(card, .probe), items[1], SessionItem(card), SessionItem(card, .rebuild),
    ])
    session.take(.buried(SessionItem(card, .probe)))
    #expect(session.queue == [items[1]])
    session.undo()
    #expect(session.queue.count == 4)
  }

  @Test(arguments: [
    "x", "answer", "answer d/c\nfrob\tanswer d/c", "answer d/c\ngraded 9\tanswer d/c",
    "answer d/c\ngraded 3", "answer d c", "sleep d/c", "\n", "answer d/c\nkept\tanswer d/c",
  ])
  func whatIsNoSessionIsReadAsNone(text: String) {
    #expect(Session(encoded: text) == nil)
  }
}
