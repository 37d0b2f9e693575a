import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// Everything comes out and goes in again.
@Suite struct ContentsTests {
  private let fixture = StoreFixture()

  private let now = StoreFixture.noon(day: 0).time
  private static let fitted = FSRS6.defaults.map { "\($0)" }.joined(separator: " ")

  /// A row or more in every table; a table that is added later has to be added here, too.
  static let everything = """
    INSERT INTO reviews VALUES
      (5, 'd/A', 1790000001000, 3600, 3, 1, 'spoken', 90000, -7), (9, 'd/A', 1790000005000, 3600, 1, 0, 'typed', NULL, NULL),
      (10, 'd/B', 1790000006000, 3600, 4, 0, 'away', NULL, NULL), (12, 'd/B', 1790000006000, 3600, 4, 0, 'away', NULL, NULL);
    INSERT INTO undos VALUES (2, 9, 1790000005500);
    INSERT INTO card_states VALUES ('d/B', 1, NULL, 'does not apply'), ('d/C', 0, 20000, '');
    INSERT INTO notes VALUES ('d/A', 'say “no”' || char(10) || 'first', 1790000000700);
    INSERT INTO fits VALUES (3, 'fsrs-6', 1790000000800, '\(fitted)'), (4, 'fsrs-6', 1790000000900, NULL);
    INSERT INTO employers (id, name, role) VALUES (4, 'Acme', 'lead'), (7, 'Blow', '');
    INSERT INTO interviews (id, employer, round, starts_ms, utc_offset) VALUES
      (8, 7, 2, 1790000099000, NULL), (6, 4, 1, 1790000055000, 3600);
    INSERT INTO stories VALUES
      (3, 'Depot', 'h', 's', 't', 'a', 'r', 'l', 4, ''), (5, 'Audit', 'h', 's', 't', 'a', 'r', 'l', NULL, 'n');
    INSERT INTO story_fits VALUES (5, 'TEAM', 'strong'), (3, 'CUST', 'stretch');
    INSERT INTO story_figures VALUES (5, 0, '12 to 3', 'count', 0), (5, 1, '20k', '', 1);
    INSERT INTO people VALUES (2, 4, 'Kim', 'manager', 'calm', 5, ''), (6, 7, 'Lee', '', '', NULL, '');
    INSERT INTO interview_people VALUES (6, 0, 2);
    INSERT INTO tellings VALUES (1, 5, 6, 2, 1), (3, 3, 6, NULL, 0);
    INSERT INTO log_entries VALUES (4, 6, 'Why?', 'd/A', 'TEAM', 2, 5, 'thin', 1, 'numbers');
    INSERT INTO doubts VALUES (2, 4, 'budget', 6, 2, 'LEAD', NULL, 'e', 3, 1, 0);
    INSERT INTO facts VALUES (2, 4, 'news', 'grew', 'paper', 20000, 30, NULL);
    INSERT INTO questions VALUES (2, 4, 'What next?', 'd/Q', 'manager', 2, 'asked', 'soon');
    INSERT INTO requirements VALUES (2, 4, 'calm', 'TEAM LEAD', 'd/A');
    INSERT INTO criteria VALUES (2, 'near', 'must', 'where?');
    INSERT INTO verdicts VALUES (2, 4, 'yes', 'map');
    INSERT INTO promises VALUES (2, 6, 'send the sheet', 20001, 0);
    INSERT INTO thank_yous VALUES (2, 6, 2, 'the tour', 1);
    INSERT INTO rehearsals VALUES
      (2, 'Acme, round 1', 6, 20000, 'friend', 2, 1, 'Why? (d/A)', 'thin', 'It went well.');
    INSERT INTO attempts (\(StoreFixture.attemptColumns)) VALUES
      (3, 5, 'd/A', 'star', 1790000001000, 3600, 'answer', 'typed', 1, 3, 90000, 1, 2, 3, 4, NULL, 'S1 A1', 1, 5, '', NULL),
      (6, NULL, 'd/A', 'star', 1790000007000, 3600, 'regrade', 'typed', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'S1', 1, 77, '', 3);
    INSERT INTO attempt_texts VALUES (3, 0, 'It was March.'), (3, 2, 'I rang.');
    INSERT INTO attempt_probes VALUES (3, 0, 'And then?', 'stuck', 4000);
    INSERT INTO attempt_undos VALUES (2, 6, 1790000008000);
    INSERT INTO drafts VALUES ('d/B', 0, 'half a', 1790000009000);
    INSERT INTO attempt_versions VALUES (3, 1, 0, 'It was in March.', 1790000009500, 1);
    INSERT INTO fit_undos VALUES (1, 4, 1790000009600);
    INSERT INTO deck_states VALUES ('drills', 0);
    """

  private func filled() throws -> Store {
    let store = try fixture.open()
    try store.writing { db in try db.execute(sql: Self.everything) }
    return store
  }

  @Test func noTableIsLeftOut() throws {
    let contents = try filled().contents()
    let tables = try fixture.open().reading { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")
    }
    // What can be computed, or is of this day alone.
    let derived: Set = [
      "memory", "cache", "standing", "histories", "session", "grdb_migrations", "touched",
      // How it has come to be.
      "things", "records", "actions",
    ]
    #expect(contents.map(\.name) == tables.filter { !derived.contains($0) })
    for table in contents { #expect(!table.rows.isEmpty, "“everything” lacks \(table.name)") }
  }

  @Test func whatIsTakenInComesOutTheSame() throws {
    let moment = StoreFixture.noon(day: 0)
    let home = try fixture.open(now: moment)
    try home.writing { db in try db.execute(sql: Self.everything) }
    let belongings = try home.belongings()
    let contents = try home.contents()
    for (index, what) in [belongings, Belongings(tables: contents)].enumerated() {
      let other = StoreFixture()
      let store = try other.open(now: moment)
      let first = try store.merge(what, at: now) { _ in }
      #expect(first.known == 0 && first.others.isEmpty && first.changed.isEmpty)
      if index == 0 { #expect(try store.belongings() == belongings) }
      let faults = try store.integrityFaults() + store.recordFaults()
      #expect(faults.isEmpty)
      #expect(try store.staleMemories().isEmpty)
      // The same grade of the same millisecond is one.
      #expect(try store.reviewCount() == 2)

      // Once more, and into where it came from.
      for store in [store, try fixture.open(now: moment)] {
        let before = try store.belongings()
        let again = try store.merge(what, at: now) { _ in }
        #expect(again.added == 0 && again.known == first.added, "\(again)")
        #expect(again.others.isEmpty && again.changed.isEmpty && again.conflicts.isEmpty)
        if store.location.database == other.location.database || index == 0 {
          #expect(try store.belongings() == before)
        }
      }
    }
  }

  @Test func numbersAreThoseOfTheOrderWhateverHasGone() throws {
    let store = try filled()
    let interviews = try #require(store.contents().first { $0.name == "interviews" })
    // Of the two employers, interviews and people the first is 1, and is named so.
    #expect(
      interviews.rows.map { Array($0.prefix(3)) } == [
        [.integer(1), .integer(1), .integer(1)], [.integer(2), .integer(2), .integer(2)],
      ])
    // A story that went is named no more.
    let attempts = try #require(store.contents().first { $0.name == "attempts" })
    let story = try #require(attempts.columns.firstIndex(of: "story"))
    #expect(attempts.rows.map { $0[story] } == [.integer(2), .null])
  }

  @Test func whatIsHereStaysAndTheRestIsAdded() throws {
    let contents = try filled().contents()
    let other = StoreFixture()
    let store = try other.open()
    try store.writing { db in
      try db.execute(
        sql: """
          INSERT INTO notes VALUES ('d/A', 'mine', 1790000000001), ('d/Z', 'mine too', 1790000000002);
          INSERT INTO employers (id, name, role) VALUES (1, 'Zed', ''), (2, 'Acme', 'boss');
          INSERT INTO people VALUES (1, 2, 'Kim', 'manager', 'mine', NULL, '');
          INSERT INTO reviews VALUES (1, 'd/Z', 1790000000100, 0, 3, 0, 'away', NULL, NULL);
          """)
    }
    let merging = try store.merge(contents, at: now)
    #expect(merging.known == 0)
    #expect(
      merging.others == ["the employer “Acme”", "the note on d/A", "the person “Kim, manager”"])
    #expect(try store.note(on: .init(deck: "d", card: "A")) == "mine")
    #expect(try store.reviewCount() == 3)
    let roles = try store.reading { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT e.name || ' ' || e.role || ' ' || i.round FROM interviews i
          JOIN employers e ON e.id = i.employer ORDER BY e.name
          """)
    }
    #expect(roles == ["Acme boss 1", "Blow  2"])
  }

  @Test(arguments: [
    PlainTable(name: "wishes", columns: ["text"], rows: [[.text("x")]]),
    PlainTable(name: "notes", columns: ["card", "colour"], rows: [[.text("d/A"), .text("red")]]),
    PlainTable(
      name: "notes", columns: ["card", "text", "changed_ms"],
      rows: [[.text("d/A"), .text("red"), .text("soon")]]),
    PlainTable(name: "undos", columns: ["review", "at_ms"], rows: [[.integer(1), .integer(2)]]),
    PlainTable(name: "undos", columns: ["review", "at_ms"], rows: [[.text("x"), .integer(2)]]),
    PlainTable(name: "notes", columns: ["card", "text", "changed_ms"], rows: [[.null]]),
    PlainTable(
      name: "reviews", columns: ["card", "at_ms", "utc_offset", "grade", "mode"],
      rows: [[.text("d/A"), .integer(1), .integer(0), .integer(9), .text("away")]]),
  ]) func whatDoesNotFitIsRefusedWhole(table: PlainTable) throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    let before = try store.contents()
    let note = PlainTable(
      name: "card_states", columns: ["card", "is_suspended"], rows: [[.text("d/B"), .integer(1)]])
    #expect {
      _ = try store.merge([note, table], at: now)
    } throws: { error in
      if case StoreError.unfitting = error { true } else { false }
    }
    #expect(try store.contents() == before)
  }
}
