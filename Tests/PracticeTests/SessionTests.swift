import Decks
import Practice
import Scheduler
import Testing

@Suite struct SessionTests {
  private let ids = (1...6).map { CardID(deck: "d", card: "C-\($0)") }

  @Test func aCardGradedAgainComesBackAfterThreeOthers() {
    var session = Session(cards: ids)
    session.take(.graded(ids[0], .again))
    #expect(session.queue == [ids[1], ids[2], ids[3], ids[0], ids[4], ids[5]])
  }

  @Test func aCardGradedAgainComesBackUntilItWasRightOnce() {
    var session = Session(cards: [ids[0]])
    session.take(.graded(ids[0], .again))
    session.take(.graded(ids[0], .again))
    #expect(session.current == ids[0])
    session.take(.graded(ids[0], .hard))
    #expect(session.current == nil)
  }

  @Test func countsDoNotGrowWhenACardComesBack() {
    var session = Session(cards: Array(ids.prefix(2)))
    session.take(.graded(ids[0], .again))
    #expect(session.finishedCount == 0)
    #expect(session.totalCount == 2)
    session.take(.graded(ids[1], .good))
    #expect(session.finishedCount == 1)
    #expect(session.totalCount == 2)
  }

  /// Any steps taken and taken back leave the session as it was, at any depth.
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func undoingEveryStepIsTheIdentity(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let start = Session(cards: ids)
    var session = start
    var states: [Session] = []
    for _ in 0..<20 {
      guard let card = session.current else { break }
      states.append(session)
      let steps: [Session.Step] = [
        .graded(card, .again), .graded(card, .good), .buried(card), .suspended(card),
        .skipped(card),
      ]
      session.take(steps[Int.random(in: 0..<steps.count, using: &generator)])
    }
    for state in states.reversed() {
      session.undo()
      #expect(session == state, "seed \(seed)")
    }
    session.undo()
    #expect(session == start, "seed \(seed)")
  }

  @Test func aReviewOfBeforeTheSessionComesFirstOnceTakenBack() {
    var session = Session(cards: Array(ids.prefix(2)))
    session.bringForward(ids[5])
    #expect(session.queue == [ids[5], ids[0], ids[1]])
    session.bringForward(ids[1])
    #expect(session.queue == [ids[1], ids[5], ids[0]])
  }

  @Test func theSummaryGoesByTheFirstGradeOfEachCard() {
    var session = Session(cards: Array(ids.prefix(2)))
    session.take(.graded(ids[0], .again))
    session.take(.graded(ids[1], .easy))
    session.take(.graded(ids[0], .good))
    let summary = SessionSummary(session)
    #expect(summary.slipped.map(\.card) == [ids[0]])
    #expect(summary.slipped.map(\.last) == [.good])
    #expect(summary.held.map(\.card) == [ids[1]])
  }
}
