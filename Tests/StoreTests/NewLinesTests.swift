import Campaign
import Decks
import GRDB
import Practice
import Records
import Scheduler
import TestSupport
import Testing

@testable import Store

/// What goes to other machines is made of what is new alone.
@Suite struct NewLinesTests {
  private let fixture = StoreFixture()
  private let card = CardID(deck: "d", card: "A")

  private func answer(
    _ store: Store, _ text: String, day: Int, grade: Grade? = .good
  ) throws {
    var attempt = Attempt(card: card, kind: .star, moment: StoreFixture.noon(day: day))
    (attempt.mode, attempt.texts) = (.typed, [text])
    if let grade {
      _ = try store.record(StoreFixture.grading("A", grade, day: day), for: attempt)
    } else {
      _ = try store.keep(attempt, in: nil)
    }
  }

  /// The lines that have come since, which are exactly those that were not there before.
  private func expectNew(
    _ store: Store, after what: Comment, at location: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) throws {
    let (stamp, before) = (try store.linesStamp(), try store.lines().all)
    try body()
    let new = try #require(try store.lines(since: stamp), what, sourceLocation: location)
    #expect(
      new == (try store.lines().all.subtracting(before)).sorted(), what, sourceLocation: location)
    #expect(try store.lines(since: store.linesStamp()) == [], what, sourceLocation: location)
  }

  @Test func whateverIsDoneTheNewLinesAreThoseThatWereNotThere() throws {
    let store = try fixture.open()
    try answer(store, "before", day: -3)
    _ = try store.add(Story(title: "Depot"))
    try expectNew(store, after: "a grade") {
      _ = try store.record(StoreFixture.grading("B", .hard))
    }
    try expectNew(store, after: "an answer") { try answer(store, "one", day: -2) }
    try expectNew(store, after: "an answer without a grade") {
      try answer(store, "two", day: -1, grade: nil)
    }
    try expectNew(store, after: "an undo") {
      _ = try store.undoLastAction(at: StoreFixture.noon(day: 0))
    }
    try expectNew(store, after: "the undo of a grade") {
      _ = try store.undoLastAction(at: StoreFixture.noon(day: 0))
    }
    try expectNew(store, after: "a change") { _ = try store.add(Story(title: "Rota")) }
    try expectNew(store, after: "nothing") {}
  }

  /// The work of a sync after one grade does not grow with what was there before.
  @Test func afterAGradeTheRowsOfThatGradeAreRead() throws {
    let store = try fixture.open()
    for day in 1...60 { try answer(store, "day \(day)", day: -day) }
    for number in 1...400 {
      _ = try store.record(StoreFixture.grading("C\(number)", .good, day: -1))
    }
    let stamp = try store.linesStamp()
    _ = try store.record(StoreFixture.grading("B", .hard))
    #expect(try store.lines(since: stamp)?.count == 1)
    try store.reading { db in
      let (then, now) = (try #require(LinesMark(stamp)), try LinesMark(db))
      let rows = try FactTables.plain(in: db, where: then.rowsSince(now: now))
        .map(\.rows.count).reduce(0, +)
      #expect(rows == 1)
    }
  }

  @Test func whatCannotBeToldIsLookedAtAsAWhole() throws {
    let store = try fixture.open()
    _ = try store.add(Story(title: "Depot"))
    let stamp = try store.linesStamp()
    for strange in ["", "1 2", "9 9 9 9 9 9 9 9", "a b c d e f g h"] {
      #expect(try store.lines(since: strange) == nil, "\(strange)")
    }
    // One of this database, but for what its last rows say, or how often rows became others.
    var words = stamp.split(separator: " ").map(String.init)
    #expect(try store.lines(since: words.joined(separator: " ")) == [])
    for place in [words.count - 1, words.count - 2] {
      let word = words[place]
      words[place] = word == "7" ? "8" : "7"
      #expect(try store.lines(since: words.joined(separator: " ")) == nil, "\(words)")
      words[place] = word
    }
    let found = try store.erasable(named: "Depot")
    _ = try store.erase(try #require(found.first), at: StoreFixture.noon(day: 0))
    #expect(try store.lines(since: stamp) == nil)
  }
}
