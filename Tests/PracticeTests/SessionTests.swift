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

  /// A session of 2,000 cards with every step, kept at each of them, is to be kept in no time.
  @Test func theTextOfASessionGrowsByALineAStep() {
    var session = Session(
      items: (0..<2000).map { SessionItem(CardID(deck: "d", card: "C-\($0)")) })
    let start = session.encoded.utf8.count
    for _ in 0..<600 { session.take(.graded(session.queue[0], .again)) }
    #expect(session.encoded.utf8.count == start + 600 * "\ngraded 1".utf8.count)
    #expect(Session(encoded: session.encoded) == session)
  }

  @Test func cardsThatWereBroughtForwardAreThereWhenTheSessionGoesOn() {
    var session = Session(items: items)
    session.bringForward(items[5].card)
    session.take(.graded(items[5], .again))
    session.bringForward(CardID(deck: "other", card: "X"))
    #expect(Session(encoded: session.encoded) == session)
    session.undo()
    #expect(session.queue.first == items[5])
    #expect(Session(encoded: session.encoded) == session)
  }

  /// What versions before wrote: what is to come, then each step with what was to come before it.
  @Test func aSessionThatAnEarlierVersionLeftGoesOn() throws {
    let text = """
      answer d/C-3\tanswer d/C-1\tanswer d/C-4
      graded 1\tanswer d/C-1\tanswer d/C-2\tprobe d/C-2\tanswer d/C-3\tanswer d/C-4
      buried\tanswer d/C-2\tprobe d/C-2\tanswer d/C-3\tanswer d/C-1\tanswer d/C-4
      """
    var session = try #require(Session(encoded: text))
    #expect(session.queue == [items[2], items[0], items[3]])
    #expect(session.steps == [.graded(items[0], .again), .buried(items[1])])
    session.undo()
    session.undo()
    #expect(
      session.queue
        == [items[0], items[1], SessionItem(items[1].card, .probe), items[2], items[3]])
  }

  /// There, too, a review of before the session may have been taken back: its card then stands in front
  /// without a step.
  @Test func aCardInFrontInASessionOfAnEarlierVersionStaysThere() throws {
    let text = """
      answer d/C-6\tanswer d/C-5\tanswer d/C-2
      graded 3\tanswer d/C-4\tanswer d/C-1\tanswer d/C-2
      graded 4\tanswer d/C-1\tanswer d/C-2
      """
    let session = try #require(Session(encoded: text))
    #expect(session.queue == [items[5], items[4], items[1]])
    #expect(session.steps == [.graded(items[3], .good), .graded(items[0], .easy)])
    #expect(Session(encoded: session.encoded) == session)
  }

  @Test func withoutAReviewItsStepIsNotThereOrItsCardComesFirst() {
    var session = Session(items: Array(items.prefix(2)))
    session.take(.graded(items[0], .good))
    func review(_ item: SessionItem, _ grade: Grade) -> UndoneReview {
      UndoneReview(
        card: item.card, grade: grade, time: Timestamp(milliseconds: 0), memory: nil)
    }
    #expect(
      session.without(review(items[0], .good), isKnown: true).queue == [items[0], items[1]])
    let other = session.without(review(items[0], .hard), isKnown: true)
    #expect(other.queue == [items[0], items[1]])
    #expect(other.steps == session.steps)
    #expect(session.without(review(items[3], .good), isKnown: false) == session)
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
    "probe d/d\ngraded 3\tanswer d/c", "answer d/c\ngraded 3\tanswer d/b\ngraded 3\tprobe d/c",
    "answer d/c\ngraded 3\t", "from\nskipped", "from\tanswer d/c\ngraded 5",
    "from\tanswer d/c\nskipped\tanswer d/c", "from\tanswer d/c\n", "from\tanswer",
    "from\tanswer d/c\nbrought", "from\tanswer d/c\nbrought d c",
    "from\tanswer d/c\nskipped\nskipped",
  ])
  func whatIsNoSessionIsReadAsNone(text: String) {
    #expect(Session(encoded: text) == nil)
  }
}
