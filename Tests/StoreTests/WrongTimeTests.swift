import Campaign
import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// What was done and written under a wrong clock comes right, and then an import takes all of it.
@Suite struct WrongTimeTests {
  private let fixture = StoreFixture()
  private let now = StoreFixture.noon(day: 1)

  /// Something of everything that has a time, done in 2062.
  private func store() throws -> Store {
    let store = try fixture.open(now: now)
    _ = try store.record(StoreFixture.grading("A", .good))
    let ahead = StoreFixture.noon(day: 13_000).time.milliseconds
    try store.queue.inDatabase { db in
      try db.execute(
        sql: """
          INSERT INTO notes VALUES ('d/A', 'mine', \(ahead));
          INSERT INTO drafts VALUES ('d/A', 0, 'begun', \(ahead)), ('d/B', 0, 'old', 5);
          INSERT INTO reviews VALUES (7, 'd/A', \(ahead), 0, 3, 0, 'away', NULL, NULL);
          INSERT INTO undos VALUES (1, 1, \(ahead));
          INSERT INTO attempts (\(StoreFixture.attemptColumns)) VALUES
            (1, 7, 'd/A', 'star', \(ahead), 0, 'answer', 'typed', 0, NULL, NULL,
              NULL, NULL, NULL, NULL, NULL, '', 0, NULL, '', NULL),
            (2, NULL, 'd/A', 'star', \(ahead), 0, 'answer', 'typed', 0, NULL, NULL,
              NULL, NULL, NULL, NULL, NULL, '', 0, NULL, '', NULL);
          INSERT INTO attempt_texts VALUES (1, 0, 'first'), (2, 0, 'second');
          INSERT INTO attempt_undos VALUES (1, 2, \(ahead));
          INSERT INTO fits (model, at_ms, parameters) VALUES ('fsrs-6', \(ahead), NULL);
          INSERT INTO card_states VALUES ('d/C', 0, 60000, '');
          """)
    }
    return store
  }

  @Test func allOfItIsNamedAndBroughtRightAfterACopy() throws {
    let store = try store()
    #expect(
      try store.thingsOfWrongTimes().map(\.title).sorted() == [
        "an answer to d/A", "an answer to d/A", "how long d/C is put away", "the draft at d/A",
        "the draft at d/B", "the fit of fsrs-6", "the note on d/A", "what was taken back of d/A",
        "what was taken back of d/A",
      ])
    #expect(try store.refusal(of: Belongings(tables: store.contents()), at: now) != nil)
    #expect(try store.undoWrongTimes(at: now).map(\.grade) == [.good])
    #expect(try store.thingsOfWrongTimes() == [])
    #expect(try store.reviewsOfWrongTimes().isEmpty)
    #expect(try fixture.location.copies.all().map(\.occasion) == [.undo])
    #expect(try store.shapeFaults() == [])

    // Nothing that was written is lost, and answers stay in their order.
    let contents = try store.contents()
    #expect(try store.refusal(of: Belongings(tables: contents), at: now) == nil)
    let times = try store.queue.inDatabase {
      try Int64.fetchAll($0, sql: "SELECT at_ms FROM attempts ORDER BY id")
    }
    #expect(times == [now.time.milliseconds - 1, now.time.milliseconds])
    let other = StoreFixture()
    let here = try other.open(now: now)
    _ = try here.merge(contents, at: now.time)
    #expect(try here.notes().values.map { $0 } == ["mine"])
    // In an order of its content, whatever it was.
    func counts(_ tables: [PlainTable]) -> [String] {
      // Of two grades of one millisecond one is left, and a card that is put away no more has no row.
      tables.filter { !["reviews", "undos", "card_states"].contains($0.name) }
        .map { "\($0.name) \($0.rows.count)" }
    }
    #expect(try counts(here.contents()) == counts(contents))
    #expect(try store.undoWrongTimes(at: now).isEmpty)
  }

  @Test func daysThatNobodyMeansAreNamedWithWhatEditsThem() throws {
    let store = try fixture.open(now: now)
    try store.queue.inDatabase { db in
      try db.execute(
        sql: """
          INSERT INTO employers (id, name) VALUES (1, 'Acme');
          INSERT INTO interviews (id, employer, round, starts_ms) VALUES (3, 1, 2, 32472144000000);
          INSERT INTO promises (id, interview, text, due_day, is_kept)
            VALUES (1, 3, 'a link', 400000, 0);
          INSERT INTO facts (id, employer, topic, text, source, day, shelf_life)
            VALUES (5, 1, 'people', 'They grow', '', -9000, 30);
          """)
    }
    #expect(
      try store.farDays(at: now) == [
        Store.FarDay(title: "the interview “Acme, round 2”", edit: "interviews edit 3"),
        Store.FarDay(title: "the fact “They grow”", edit: "facts edit 5"),
        Store.FarDay(title: "the promise “a link”", edit: "log edit \"Acme\" --round 2"),
      ])
    #expect(try store.notebook().interviews.count == 1)
  }
}
