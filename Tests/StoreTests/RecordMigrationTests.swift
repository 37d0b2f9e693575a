import Campaign
import Files
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// Homes of before there were records get theirs.
@Suite struct RecordMigrationTests {
  private let fixture = StoreFixture()
  private let now = StoreFixture.noon(day: 4)

  /// A home in which names stand twice, in capitals and without, as an older import let them in.
  private static let pairs = """
    INSERT INTO employers VALUES
      (1, 'Acme', 'lead', 'calm', '', 'advert', 'n'), (2, 'ACME', 'lead', 'quick', '30', '', ''),
      (3, 'Blow', '', '', '', '', ''), (5, 'acme', '', '', '', 'more', 'n');
    INSERT INTO interviews (id, employer, round, starts_ms) VALUES
      (1, 1, 1, 100), (2, 2, 1, 100), (3, 5, 2, 300), (4, 3, 1, 50);
    INSERT INTO stories VALUES
      (1, 'Audit', '', '', '', '', '', '', NULL, ''), (2, 'AUDIT', '', '', '', '', '', '', NULL, ''),
      (3, 'audit (2)', '', '', '', '', '', '', NULL, ''), (4, 'Änd', '', '', '', '', '', '', 1, ''),
      (5, 'äND', '', '', '', '', '', '', 2, '');
    INSERT INTO people VALUES (1, 1, 'Kim', '', '', 1, ''), (2, 2, 'Kim', '', '', 2, '');
    INSERT INTO facts VALUES
      (1, 1, 'news', 'grew', '', 20000, 9, NULL), (2, 2, 'news', 'grew', '', 20001, 9, NULL);
    INSERT INTO criteria VALUES (1, 'near', 'must', 'where?'), (2, 'Near', 'nice', 'how far?');
    INSERT INTO verdicts VALUES
      (1, 1, 'open', ''), (1, 2, 'yes', 'map'), (2, 5, 'no', 'train'), (2, 3, 'no', 'far');
    INSERT INTO notes VALUES ('d/A', 'mine', 1790000000700);
    """

  @Test func whatHasOneNameIsOneAndNothingWrittenIsLost() throws {
    try fixture.makeOlder(upTo: "6", Self.pairs)
    let store = try fixture.open()
    let notebook = try store.notebook()
    #expect(notebook.employers.map(\.name) == ["Acme", "Blow"])
    let acme = try #require(notebook.employers.first)
    #expect(acme.role == "lead" && acme.oneThing == "calm\nquick" && acme.pay == "30")
    #expect(acme.advert == "advert\nmore" && acme.notes == "n")
    #expect(notebook.interviews(with: "acme").map(\.id.value).sorted() == [1, 2, 3])
    #expect(notebook.facts(on: "acme").count == 2 && notebook.people(at: "acme").count == 2)
    #expect(
      notebook.stories.map(\.title) == ["Audit", "AUDIT (3)", "audit (2)", "Änd", "äND (2)"])
    #expect(notebook.criteria.map(\.text) == ["near"])
    #expect(notebook.criteria.first?.question == "where?\nhow far?")
    let verdicts = notebook.verdicts.map { "\($0.employer) \($0.state) \($0.evidence)" }
    #expect(Set(verdicts) == ["Acme yes map\ntrain", "Blow no far"])
    let faults = try store.recordFaults()
    #expect(faults == [])
    #expect(try store.shapeFaults() == [])
    #expect(try store.integrityFaults() == [])
    #expect(try fixture.location.copies.all().map(\.occasion) == [.migration])
    #expect(try store.undoLastAction(at: now) == nil, "none of it was done here")
  }

  /// Two homes that took in one archive before.
  @Test func theSameThingsHaveTheSameNamesAndRecordsInEveryHome() throws {
    let other = StoreFixture()
    try fixture.makeOlder(upTo: "6", Self.pairs)
    // The numbers, and with them the order, are of the home.
    try other.makeOlder(
      upTo: "6",
      """
      INSERT INTO employers (id, name, notes) VALUES (7, 'Other', ''), (9, 'blow', '');
      INSERT INTO interviews (id, employer, round, starts_ms) VALUES (31, 9, 1, 50);
      INSERT INTO notes VALUES ('d/A', 'mine', 1790000000700);
      """)
    func records(_ fixture: StoreFixture) throws -> Set<String> {
      let store = try fixture.open()
      return try store.reading { db in
        Set(try String.fetchAll(db, sql: "SELECT id FROM records WHERE line NOT LIKE '%low%'"))
      }
    }
    let (here, there) = (try records(fixture), try records(other))
    // Of the note two, of the interview at least its employer, round and start.
    #expect(here.intersection(there).count >= 5)
  }

  @Test func aHomeThatWasLeftBetweenTheStepsIsFinished() throws {
    try fixture.makeOlder(upTo: "7", "")
    fixture.removeDatabase()
    try fixture.makeOlder(upTo: "6", Self.pairs)
    // The schema is new, and the program was killed before the records were written.
    let queue = try DatabaseQueue(path: fixture.location.database)
    try Schema.migrator.migrate(queue)
    try queue.close()
    let faults = try fixture.open().recordFaults()
    #expect(faults == [])
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6"])
  func everySchemaThatEverWasIsBroughtUpToDate(last: String) throws {
    try fixture.makeOlder(upTo: last, StoreFixture.oneReview)
    let store = try fixture.open()
    let faults = try store.recordFaults() + store.shapeFaults()
    #expect(faults == [])
    #expect(try store.undoLastAction(at: now)?.reviews.count == 1)
  }

  /// With `sqlite3`, say: the next Starling records it before it does anything, and not as its own.
  @Test func whatAnotherProgramHasChangedIsRecorded() throws {
    let store = try fixture.open()
    let kept = try store.keep([Item(Story(title: "Freezer")), Item(Story(title: "Depot"))])
    try DatabaseQueue(path: fixture.location.database).write { db in
      try db.execute(sql: "UPDATE stories SET headline = 'by hand', title = 'DEPOT' WHERE id = 1")
    }
    let later = try fixture.open()
    try later.delete([kept[1]])
    let faults = try later.recordFaults()
    #expect(faults == [])
    #expect(try later.undoLastAction(at: now)?.things.map(\.title) == ["the story “Depot”"])
    #expect(try later.undoLastAction(at: now)?.left == ["the story “DEPOT”"])
    #expect(try later.notebook().stories.map(\.headline) == ["by hand"])
  }

  /// A name that was taken by another in the meantime, in whatever capitals and accents.
  @Test func noTwoHaveOneNameByWhateverWayTheyCome() throws {
    let store = try fixture.open()
    _ = try store.keep([Item(Story(title: "Caf\u{E9}"))])
    for title in ["CAFÉ", "cafe\u{301}", "Café"] {
      #expect(throws: StoreError.refused(detail: "there is one of that name already")) {
        _ = try store.keep([Item(Story(title: title))])
      }
    }
    #expect(throws: StoreError.refused(detail: "there is one of that name already")) {
      try store.writing { db in
        try db.execute(sql: "INSERT INTO employers (name) VALUES ('Acme'), ('aCME')")
      }
    }
    // Two that change names at once do not stand in each other's way.
    let two = try store.keep([Item(Criterion(text: "near")), Item(Criterion(text: "far"))])
    try store.writing { db in
      try db.execute(
        sql: """
          UPDATE criteria SET text = 'x' WHERE id = \(two[0].number ?? 0);
          UPDATE criteria SET text = 'NEAR' WHERE id = \(two[1].number ?? 0);
          UPDATE criteria SET text = 'FAR' WHERE id = \(two[0].number ?? 0);
          """)
    }
    #expect(try store.notebook().criteria.map(\.text) == ["FAR", "NEAR"])
  }
}
