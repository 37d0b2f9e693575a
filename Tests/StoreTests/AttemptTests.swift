import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

@Suite struct AttemptTests {
  private let fixture = StoreFixture()
  private let card = CardID(deck: "d", card: "A")

  private func ticks(_ words: String) -> Set<Tick> {
    Set(words.split(separator: " ").map { Tick(rawValue: String($0)) })
  }

  private func attempt(
    _ card: String = "A", _ purpose: Attempt.Purpose = .answer, _ mode: AnswerMode = .spoken,
    day: Int = 0, ticks: String? = nil
  ) -> Attempt {
    var attempt = Attempt(
      card: CardID(deck: "d", card: card), kind: .star, moment: StoreFixture.noon(day: day),
      purpose: purpose)
    attempt.mode = mode
    if let ticks { attempt.setTicks(self.ticks(ticks)) }
    return attempt
  }

  /// Another home takes two of one time for one.
  @Test func twoAnswersOfOneMillisecondAreTwoElsewhereToo() throws {
    let store = try fixture.open()
    for text in ["first", "second"] {
      var answer = attempt("A", .answer, .typed)
      answer.texts = [text]
      _ = try store.record(StoreFixture.grading("A", .good), for: answer)
    }
    let other = try StoreFixture().open()
    _ = try other.merge(store.belongings(), at: StoreFixture.noon(day: 1).time) { _ in }
    #expect(try other.attempts(at: card).map(\.texts) == [["first"], ["second"]])
  }

  private static let thin = "S1 S2 T1 A1 R2 D1 D2 D3"

  /// An attempt with everything that one can have.
  private var full: Attempt {
    var full = attempt("A", .answer, .typed, ticks: Self.thin)
    full.wording = 2
    full.confidence = 3
    full.duration = 94_000
    full.times = PartTimes(
      situation: 22_000, task: 9_000, action: 51_000, result: 10_000, learning: 2_000)
    full.texts = ["It was a Monday.\nLate.", "", "I rang\tthem. 👩‍🚒", "Twelve → three."]
    full.probes = [
      ProbeAnswer(question: "Who?", result: .answered, duration: 31_000),
      ProbeAnswer(question: "Why?", result: .stuck),
    ]
    full.story = 7
    full.parts = [.result, .delivery]
    return full
  }

  @Test func anAttemptIsThereAfterOpeningAgainJustAsItWas() throws {
    let recorded = try fixture.open().record(StoreFixture.grading("A", .good), for: full)
    #expect(recorded.memory.state.stability == 2.3065)
    var expected = full
    expected.id = recorded.attempt.id
    #expect(expected.id != nil)
    #expect(recorded.attempt == expected)
    #expect(try fixture.open().attempts(at: card) == [expected])
    #expect(try fixture.open().attempts() == [expected])
  }

  @Test func anAttemptWithoutAnythingIsKeptToo() throws {
    let kept = try fixture.open().keep(attempt())
    #expect(try fixture.open().attempts(at: card) == [kept])
    #expect(!kept.isTicked && kept.times == nil)
  }

  @Test func undoTakesTheAttemptBackWithItsGradeAtAnyDepth() throws {
    let store = try fixture.open()
    let first = try store.record(
      StoreFixture.grading("A", .good), for: attempt(ticks: Self.thin)
    ).attempt
    var second = attempt(day: 1, ticks: "S1 S2 T1 A1 R1 D1 D2 D3")
    second.probes = [ProbeAnswer(question: "Who?", result: .stuck)]
    second = try store.record(StoreFixture.grading("A", .hard, day: 1), for: second).attempt
    #expect(try store.attempts(at: card) == [first, second])

    let now = StoreFixture.noon(day: 2)
    #expect(try store.undoLast(at: now)?.attempt == second)
    #expect(try store.attempts(at: card) == [first])
    #expect(try store.undoLast(at: now)?.attempt == first)
    #expect(try store.attempts().isEmpty)
    #expect(try store.undoLast(at: now) == nil)
  }

  @Test func attemptsAreOnlyEverAdded() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good), for: full)
    let kept = try store.keep(attempt("A", .rebuild, ticks: "R1"))
    try store.undoAttempt(kept.id ?? 0, at: StoreFixture.noon(day: 1))
    for table in ["attempts", "attempt_texts", "attempt_probes", "attempt_undos"] {
      for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = rowid"] {
        // Tables without a rowid have no such column, which is refused as well.
        #expect(throws: DatabaseError.self, "\(sql)") {
          try store.queue.write { db in try db.execute(sql: sql) }
        }
      }
      #expect(throws: DatabaseError.self) {
        try store.queue.write { db in
          try db.execute(
            sql: "UPDATE \(table) SET \(table == "attempts" ? "card = 'x'" : "attempt = 1")")
        }
      }
    }
  }

  // MARK: What waits

  private func deckStore(_ cards: [String] = ["A", "B"]) throws -> Store {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: cards)], in: store)
    return store
  }

  @Test func aPartThatNeedsWorkMakesACardWeakUntilItIsRebuilt() throws {
    let store = try deckStore()
    _ = try store.record(
      StoreFixture.grading("A", .easy), for: attempt(ticks: Self.thin))
    let now = StoreFixture.noon(day: 0)
    #expect(try store.standings().map(\.needsWork) == [[.result]])
    #expect(try store.waiting(at: now).weak == 1)
    #expect(try store.weakCards(at: now).map(\.needsWork) == [[.result]])
    #expect(
      try store.prospects(at: now, competencies: Competencies(families: [])).map(\.needsWork) == [
        true, false,
      ])
    var filter = CardFilter(deck: "d")
    let all = try StoreFixture.listings(filter, in: store, at: now)
    #expect(all.map(\.isWeak) == [true, false])
    filter.state = .weak
    #expect(try StoreFixture.listings(filter, in: store, at: now) == [all[0]])

    var rebuild = attempt("A", .rebuild, ticks: "R1 R2")
    rebuild.parts = [.result]
    let kept = try store.keep(rebuild)
    #expect(try store.standings().isEmpty)
    #expect(try store.waiting(at: now).weak == 0)
    #expect(try store.weakCards(at: now).isEmpty)

    try store.undoAttempt(kept.id ?? 0, at: now)
    #expect(try store.waiting(at: now).weak == 1)
    try store.setSuspended(card, to: true)
    #expect(try store.waiting(at: now).weak == 0)
  }

  @Test func aCardThatIsWeakInBothWaysCountsOnce() throws {
    let store = try deckStore()
    _ = try store.record(StoreFixture.grading("A", .again), for: attempt(ticks: Self.thin))
    #expect(try store.waiting(at: StoreFixture.noon(day: 0)).weak == 1)
    #expect(try store.weakCards(at: StoreFixture.noon(day: 0)).count == 1)
  }

  @Test func whatWaitsIsWhatTheAttemptsComeToAfterRebuilding() throws {
    let store = try deckStore()
    _ = try store.record(StoreFixture.grading("A", .good), for: full)
    _ = try store.record(StoreFixture.grading("B", .good), for: attempt("B", ticks: Self.thin))
    let before = try store.standings().sorted { $0.card < $1.card }
    #expect(before.map(\.stuck) == [1, 0])
    #expect(before[0].uncheckedDay == StoreFixture.noon(day: 0).day(startHour: 4))
    try store.queue.write { db in try db.execute(sql: "DELETE FROM standing") }
    try store.rebuildMemory()
    #expect(try store.standings().sorted { $0.card < $1.card } == before)
  }

  @Test func calibrationCountsWhatCounts() throws {
    let store = try deckStore()
    let typed = try store.record(StoreFixture.grading("A", .good), for: full).attempt
    var cold = attempt("A", .regrade, .typed, day: 1, ticks: "S1 S2 T1 A1 D1 D2 D3 D4")
    cold.regards = typed.id
    _ = try store.keep(cold)
    var sure = attempt("B", day: 2)
    sure.confidence = 4
    _ = try store.record(StoreFixture.grading("B", .again, day: 2), for: sure)
    var calibration = try store.calibration()
    #expect(calibration.sure == (2, 1))
    #expect((calibration.takenBack, calibration.added, calibration.regrades) == (1, 1, 1))
    _ = try store.undoLast(at: StoreFixture.noon(day: 3))
    calibration = try store.calibration()
    #expect(calibration.sure == (1, 1))
  }

  // MARK: Drafts

  @Test func aDraftIsThereUntilItsAnswerIsRecorded() throws {
    let store = try deckStore()
    let time = StoreFixture.noon(day: 0).time
    try store.keepDraft(["one", "", "three\nlines"], of: card, at: time)
    #expect(try fixture.open().draft(of: card) == ["one", "", "three\nlines"])
    try store.keepDraft(["one", "two"], of: card, at: time)
    #expect(try store.sessionCards([card]).map(\.draft) == [["one", "two"]])
    _ = try store.record(StoreFixture.grading("A", .good), for: attempt())
    #expect(try store.draft(of: card) == ["one", "two"])
    try store.keepDraft(full.texts, of: card, at: time)
    _ = try store.record(StoreFixture.grading("A", .good, day: 1), for: full)
    #expect(try store.draft(of: card) == [])
    try store.keepDraft(["x"], of: card, at: time)
    try store.keepDraft(["", ""], of: card, at: time)
    #expect(try store.draft(of: card) == [])
  }

  /// Each window writes what its own boxes hold, and knows nothing of the other's.
  @Test func whatAnotherWindowWroteStaysInTheDraft() throws {
    let store = try deckStore()
    let time = StoreFixture.noon(day: 0).time
    try store.keepDraft(["one"], of: card, insteadOf: [], at: time)
    try store.keepDraft(["two", "", "three"], of: card, insteadOf: [], at: time)
    #expect(try store.draft(of: card) == ["two\none", "", "three"])
    try store.keepDraft(["one and a half"], of: card, insteadOf: ["one"], at: time)
    #expect(try store.draft(of: card) == ["one and a half\ntwo", "", "three"])
    try store.keepDraft(["", "", "three"], of: card, insteadOf: ["two", "", "three"], at: time)
    #expect(try store.draft(of: card) == ["one and a half", "", "three"])
    var answer = full
    answer.texts = ["", "", "three"]
    _ = try store.record(StoreFixture.grading("A", .good), for: answer)
    #expect(try store.draft(of: card) == ["one and a half"])
  }

  @Test func aDatabaseFromBeforeAttemptsGetsTheirTables() throws {
    try fixture.makeOlder(upTo: "6", missing: ["3"], StoreFixture.oneReview)
    let reopened = try fixture.open()
    #expect(try reopened.attempts().isEmpty)
    #expect(try reopened.reviewCount() == 1)
    _ = try reopened.record(StoreFixture.grading("A", .good, day: 1), for: full)
    #expect(try reopened.attempts().count == 1)
  }
}
