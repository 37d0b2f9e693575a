import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// Reviews of times that cannot be: they stand in the database, and count for nothing until their day.
@Suite struct ReviewTimeTests {
  private let fixture = StoreFixture()
  private let card = CardID(deck: "d", card: "A")

  private func moment(day: Int) -> Moment { StoreFixture.noon(day: day) }

  @Test func aReviewOfTheFutureCountsFromItsDayOn() throws {
    let ahead = StoreFixture.grading("A", .easy, day: 100)
    let now = try fixture.open(now: moment(day: 0))
    let memory = try now.record(StoreFixture.grading("A", .good))
    #expect(try now.firstReviewAhead() == nil)
    // What the screen is told of it is of no matter; what is kept is.
    _ = try now.record(ahead)
    #expect(try now.memory(of: card) == memory)
    #expect(try now.firstReviewAhead() == ahead.moment.time)
    #expect(try now.reviews(of: card).count == 1)
    #expect(try now.reviewLog().reviewCount == 1)
    #expect(try now.reviewRows().count == 2, "an export has it")
    #expect(try now.memories(of: nil, by: now.schedule).map(\.memory) == [memory])
    #expect(try now.staleMemories().isEmpty)
    #expect(try now.rebuildMemory() == Store.Rebuilding(cards: 1, reviews: 1, corrected: 0))

    // A grade that is given meanwhile counts like any other.
    let next = try fixture.open(now: moment(day: 7))
    let later = try next.record(StoreFixture.grading("A", .good, day: 7))
    #expect(later == (try next.memory(of: card)))
    #expect(later.reps == 2 && later.lastReview == moment(day: 7).time)

    // Its day comes, with no more than opening the store.
    let then = try fixture.open(now: moment(day: 100))
    #expect(try then.firstReviewAhead() == nil)
    #expect(try then.memory(of: card)?.reps == 3)
    #expect(try then.memory(of: card)?.lastReview == ahead.moment.time)
    #expect(try then.staleMemories().isEmpty)
  }

  @Test func aClockThatIsSetRightTakesItsGradesOut() throws {
    let wrong = try fixture.open(now: moment(day: 400))
    _ = try wrong.record(StoreFixture.grading("A", .good, day: 400))
    _ = try wrong.record(StoreFixture.grading("B", .good, day: 400))
    #expect(try wrong.memory(of: card)?.reps == 1)
    // A grade that comes after it at the right time must not hide it.
    _ = try wrong.record(StoreFixture.grading("B", .hard, day: 1))
    let right = try fixture.open(now: moment(day: 1))
    #expect(try right.memory(of: card) == nil)
    #expect(try right.memory(of: CardID(deck: "d", card: "B"))?.reps == 1)
    #expect(try right.firstReviewAhead() == moment(day: 400).time)
    #expect(try right.reviewsOfWrongTimes().map(\.card) == ["d/A", "d/B"])
  }

  @Test func allOfWrongTimesAreTakenBackAsRecords() throws {
    let store = try fixture.open(now: moment(day: 0))
    _ = try store.record(StoreFixture.grading("A", .good))
    _ = try store.record(StoreFixture.grading("A", .easy, day: 30))
    var old = StoreFixture.grading("B", .good)
    old.moment.time = Timestamp(milliseconds: 1000)
    _ = try store.record(old)
    #expect(try store.memory(of: old.card) == nil)
    let undone = try store.undoWrongTimes(at: moment(day: 0))
    #expect(undone.map(\.grade) == [.good, .easy])
    #expect(undone.map(\.card) == [old.card, card])
    #expect(try store.reviewsOfWrongTimes().isEmpty)
    #expect(try store.firstReviewAhead() == nil)
    #expect(try store.reviewCount() == 1)
    #expect(try fixture.open(now: moment(day: 50)).memory(of: card)?.reps == 1)
    #expect(try store.undoWrongTimes(at: moment(day: 0)).isEmpty)
    let copies = try fixture.location.copies.all()
    #expect(copies.map(\.occasion) == [.undo])
    #expect(DatabaseFile(copies[0].path).reviewCount() == 3)
  }

  @Test func takenBackAloneItIsNoLongerAhead() throws {
    let store = try fixture.open(now: moment(day: 0))
    _ = try store.record(StoreFixture.grading("A", .good))
    _ = try store.record(StoreFixture.grading("A", .easy, day: 30))
    #expect(try store.reviewsAhead() == (1, 2))
    #expect(try store.undoLast(at: moment(day: 0))?.grade == .easy)
    #expect(try store.firstReviewAhead() == nil)
    #expect(try store.reviewsAhead() == (0, 1))
  }

  /// Random grades at random times, opened under random clocks: what is kept is always what the
  /// reviews until a day from then come to.
  @Test(arguments: 1...6 as ClosedRange<UInt64>) func memoryFollowsTheClock(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let today = Int.random(in: -20...20, using: &generator)
      let store = try fixture.open(now: moment(day: today))
      for _ in 0..<3 {
        let grade = Grade(rawValue: Int.random(in: 1...4, using: &generator)) ?? .good
        let name = ["A", "B"].randomElement(using: &generator) ?? "A"
        let day = Int.random(in: -30...30, using: &generator)
        let grading = StoreFixture.grading(name, grade, day: day)
        if generator.unit() < 0.2 {
          _ = try store.undoLast(at: moment(day: today))
        } else if generator.unit() < 0.5 {
          _ = try store.add([grading])
        } else {
          _ = try store.record(grading)
        }
        #expect(try store.staleMemories().isEmpty, "seed \(seed)")
      }
      let counted = try store.reviewRows().filter {
        $0.review.time <= moment(day: today + 1).time
      }
      let kept = try store.memories(of: nil, by: store.schedule)
      #expect(
        kept.compactMap(\.memory).reduce(0) { $0 + $1.reps } == counted.count, "seed \(seed)")
      #expect(try store.rebuildMemory().corrected == 0, "seed \(seed)")
    }
  }

  @Test func noGradeIsLostToAnotherOfTheSameTime() throws {
    let store = try fixture.open()
    let grading = StoreFixture.grading("A", .good)
    _ = try store.record(grading)
    #expect(try store.record(grading).reps == 2)
    #expect(
      try store.reviews(of: card).map { $0.time.milliseconds - grading.moment.time.milliseconds }
        == [0, 1])
    // What names its time may name it twice, and is the same grade then.
    #expect(try store.recordOnce(grading) == nil)
    #expect(try store.reviewCount() == 2)
    #expect(try store.recordOnce(StoreFixture.grading("A", .again))?.reps == 3)
    #expect(try store.recordOnce(StoreFixture.grading("A", .hard, day: 1))?.reps == 4)
    _ = try store.undoLast(at: moment(day: 2))
    #expect(try store.recordOnce(StoreFixture.grading("A", .hard, day: 1))?.reps == 4)
  }

  @Test func whatNamesNoCardIsNotInTheWayOfUndo() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    try store.writing { db in
      try db.execute(
        sql: """
          INSERT INTO reviews (card, at_ms, utc_offset, grade, mode)
          VALUES ('../../etc', 1795435200000, 0, 3, 'away')
          """)
    }
    #expect(try store.undoLast(at: moment(day: 1))?.card == card)
    #expect(try store.undoLast(at: moment(day: 1)) == nil)
  }

  @Test func cardsInNoDeckAreNamed() throws {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A"])], in: store)
    let stranger = CardID(deck: "d", card: "X")
    #expect(
      try store.add([
        StoreFixture.grading("A", .good), StoreFixture.grading("X", .good),
      ]).added == [card: 1, stranger: 1])
    _ = try store.record(StoreFixture.grading("X", .good, day: 1))
    #expect(try store.inNoDeck([stranger, card]) == [stranger])
    #expect(try store.reviewsInNoDeck() == [stranger: 2])
    _ = try store.undoLast(at: moment(day: 2))
    #expect(try store.reviewsInNoDeck() == [stranger: 1])
  }
}
