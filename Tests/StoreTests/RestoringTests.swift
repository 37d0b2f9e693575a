import Decks
import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// What is taken for a copy, and what of it.
@Suite struct RestoringTests {
  private let fixture = StoreFixture()

  /// A copy of a database in which something was done, changed by a script.
  private func copy(_ script: String = "") throws -> String {
    let store = try fixture.open()
    if try store.reviewCount() == 0 {
      _ = try store.record(StoreFixture.grading("A", .good))
      _ = try store.record(StoreFixture.grading("B", .again, day: 1))
    }
    let path = fixture.folder + "/copy.sqlite"
    try store.copy(to: path)
    try store.queue.close()
    if !script.isEmpty { try change(path, by: script) }
    return path
  }

  private func change(_ path: String, by script: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { try $0.execute(sql: script) }
    try queue.close()
  }

  private func restore(_ path: String) throws -> Store.Restoring {
    try Store.restore(from: path, to: fixture.location, at: StoreFixture.noon(day: 2))
  }

  /// SQLite quotes the whole statement that it cannot read, over as many lines as that has.
  @Test func aSchemaThatCannotBeReadIsSaidInOneLine() throws {
    let path = try copy(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'INTEGER', '"`(' || char(10))
        WHERE name = 'verdicts';
      """)
    let detail = "it is damaged: malformed database schema (verdicts) - unrecognized token: \"`("
    #expect(throws: StoreError.notACopy(path: path, detail: detail)) { try restore(path) }
  }

  private func bytes() throws -> [Data] {
    try ["", "-wal"].map { ending in
      let path = fixture.location.database + ending
      guard FileManager.default.fileExists(atPath: path) else { return Data() }
      return try Data(contentsOf: URL(filePath: path))
    }
  }

  /// The folder of the database holds nothing that a restore has left.
  private func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fixture.location.folder)
      .filter { $0.hasPrefix(".") }
  }

  static let foreign: [(script: String, detail: String)] = [
    (
      "CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM stories; END",
      "it has a trigger “evil” that Starling does not make"
    ),
    ("CREATE VIEW mine AS SELECT 1", "it has a view “mine” that Starling does not make"),
    ("CREATE INDEX more ON reviews (grade)", "it has an index “more” that Starling does not make"),
    ("CREATE TABLE more (a)", "it has a table “more” that Starling does not make"),
    ("DROP TRIGGER reviews_stay", "its trigger “reviews_stay” is missing"),
    ("DROP TABLE drafts", "its table “drafts” is missing"),
    ("DROP INDEX reviews_by_card", "its index “reviews_by_card” is missing"),
    (
      "ALTER TABLE notes ADD COLUMN more TEXT",
      "its table “notes” is not as Starling makes it"
    ),
    (
      "DROP TABLE interviews; CREATE TABLE interviews (id, employer, round, starts_ms)",
      "its table “interviews” is not as Starling makes it"
    ),
    (
      "DELETE FROM grdb_migrations WHERE identifier = '2'",
      "it has a table “fits” that Starling does not make"
    ),
    (
      "DELETE FROM grdb_migrations WHERE identifier = '6'",
      "it has a table “histories” that Starling does not make"
    ),
    (
      "DELETE FROM grdb_migrations WHERE identifier = '4'",
      "its list of versions (1, 2, 3, 5, 6, 7, 8, 9, 10, 11) is none that Starling makes"
    ),
    (
      "INSERT INTO undos (review, at_ms) VALUES (99, 1795435200000)",
      "row 1 of “undos” names a row of “reviews” that is not there"
    ),
    (
      """
      INSERT INTO employers (name) VALUES ('A');
      INSERT INTO interviews (employer, round, starts_ms) VALUES (1, 1, -9223372036854775808)
      """, "in a row of “interviews” starts_ms is -9223372036854775808"
    ),
    (
      """
      INSERT INTO attempts (\(StoreFixture.attemptColumns)) VALUES (1, NULL, 'd/A', 'star', 1, 0, 'answer', 'typed', 0, NULL, NULL,
        NULL, NULL, NULL, NULL, NULL, '', 0, NULL, '', NULL);
      INSERT INTO attempt_texts VALUES (1, 1000000000000000, 'x')
      """, "in a row of “attempt_texts” position is 1000000000000000"
    ),
  ]

  @Test(arguments: foreign)
  func whatStarlingDoesNotMakeIsRefusedByItsName(script: String, detail: String) throws {
    // Not of the version before the last, for the tables of which there is no step in these tests.
    let last = try #require(Schema.migrator.migrations.last)
    guard last == "7" || !script.contains("grdb_migrations") else { return }
    let path = try copy(script)
    let before = try bytes()
    #expect(throws: StoreError.notACopy(path: path, detail: detail)) { try restore(path) }
    #expect(try bytes() == before)
    #expect(try leftovers() == [])
  }

  @Test func aCopyWithOtherPageSizeModeAndStatisticsComesBackAsStarlingMakesIt() throws {
    let path = try copy(
      """
      PRAGMA page_size = 1024; PRAGMA auto_vacuum = FULL; VACUUM;
      PRAGMA user_version = 7; PRAGMA application_id = 77; ANALYZE;
      """)
    #expect(try restore(path).reviews == 2)
    let store = try fixture.open()
    #expect(try store.reviewCount() == 2)
    #expect(try store.shapeFaults() == [])
    let pragmas = try store.queue.inDatabase { db in
      try ["page_size", "auto_vacuum", "user_version", "application_id"].map {
        try Int.fetchOne(db, sql: "PRAGMA main.\($0)")
      }
    }
    #expect(pragmas == [4096, 0, 0, 0])
    #expect(try store.staleMemories() == [])
  }

  /// As older Starlings have left it, even with a step that was gone before an earlier one.
  @Test(arguments: [
    [], ["6"], ["6", "3"], ["6", "2"], ["6", "3", "2"], ["6", "5"], ["6", "5", "4"],
    ["6", "5", "4", "3", "2"],
  ]) func aCopyOfAnOlderSchemaComesBack(missing: [String]) throws {
    try FileManager.default.createDirectory(
      atPath: fixture.folder, withIntermediateDirectories: true)
    let path = fixture.folder + "/copy.sqlite"
    let last = ["6", "5", "4", "3", "2", "1"].first { !missing.contains($0) } ?? "1"
    try StoreFixture.makeOlder(path, upTo: last, missing: missing, StoreFixture.oneReview)
    #expect(try restore(path).reviews == 1)
    let store = try fixture.open()
    #expect(try store.shapeFaults() == [])
    #expect(try store.recordFaults() == [])
  }

  @Test func aCopyInUTF16IsRefused() throws {
    let path = fixture.folder + "/wide.sqlite"
    _ = try copy()
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA encoding = 'UTF-16le'") }
    try Schema.migrator.migrate(queue)
    try queue.close()
    #expect(
      throws: StoreError.notACopy(
        path: path, detail: "its texts are in UTF-16le, and Starling's are in UTF-8")
    ) { try restore(path) }
  }

  @Test func tablesThatTakeAnyTypeAreRefused() throws {
    let path = try copy()
    try change(
      path,
      by: """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')') WHERE name = 'interviews';
        """)
    try change(
      path,
      by: """
        INSERT INTO employers (name) VALUES ('A');
        INSERT INTO interviews (employer, round, starts_ms) VALUES (1, 1, 'xx');
        """)
    #expect(
      throws: StoreError.notACopy(
        path: path, detail: "its table “interviews” is not as Starling makes it")
    ) { try restore(path) }
  }

  @Test func whatWasDerivedIsNotBelieved() throws {
    let path = try copy(
      "UPDATE memory SET stability = 1e9, due_day = 99999999; DELETE FROM histories")
    #expect(try restore(path).reviews == 2)
    #expect(try fixture.open().staleMemories() == [])
    let memory = try fixture.open().memory(of: CardID(deck: "d", card: "A"))
    #expect(try #require(memory).state.stability < 100)
  }

  @Test func anOddValueThatDoesNoHarmComesBackAndIsSaid() throws {
    let path = try copy(
      "INSERT INTO reviews (card, at_ms, utc_offset, grade, mode) VALUES ('d/A', 1795435200000, 0, 3, 'sung')"
    )
    let restoring = try restore(path)
    #expect(restoring.reviews == 3)
    #expect(restoring.oddity?.column == "mode")
  }

  @Test func theLogBesideACopyBelongsToIt() throws {
    let other = StoreFixture()
    let running = try other.open()
    for card in ["A", "B", "C"] { _ = try running.record(StoreFixture.grading(card, .good)) }
    _ = try copy()
    #expect(try restore(other.location.database).reviews == 3)
    #expect(try running.reviewCount() == 3)
  }

  @Test func whatAKilledRestoreLeftIsTakenAway() throws {
    let path = try copy()
    let left = fixture.location.folder + "/.restoring-99999999"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: left + "/copy.sqlite"))
    _ = try restore(path)
    #expect(try leftovers() == [])
  }

  @Test func aFolderInThePlaceOfTheDatabaseIsPutAside() throws {
    let path = try copy()
    let files = FileManager.default
    for ending in ["", "-wal", "-shm"] {
      try? files.removeItem(atPath: fixture.location.database + ending)
    }
    try files.createDirectory(
      atPath: fixture.location.database, withIntermediateDirectories: false)
    let restoring = try restore(path)
    #expect(restoring.kept == fixture.location.database + ".damaged-2026-11-25T12-00-00")
    #expect(try fixture.open().reviewCount() == 2)
  }

  @Test func whatNoStarlingMakesIsTakenOutAfterACopy() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    try store.queue.inDatabase { db in
      try db.execute(
        sql: """
          CREATE TABLE mine (a);
          CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM stories; END;
          """)
    }
    #expect(
      try store.shapeFaults() == [
        "it has a trigger “evil” that Starling does not make",
        "it has a table “mine” that Starling does not make",
      ])
    let removal = try #require(try store.removeStrangers(at: StoreFixture.noon(day: 0)))
    #expect(removal.things == ["trigger “evil”", "table “mine”"])
    #expect(DatabaseFile(removal.copy ?? "").reviewCount() == 1)
    #expect(try store.shapeFaults() == [])
    #expect(try store.removeStrangers(at: StoreFixture.noon(day: 0)) == nil)
  }

  @Test func copiesAreInTheOrderOfWhatIsInThem() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    // The clock was ahead then.
    let ahead = fixture.location.copies.folder + "/2030-01-01.sqlite"
    try store.makeCopy(.kept, at: StoreFixture.noon(day: 0))
    try store.copy(to: ahead)
    _ = try store.record(StoreFixture.grading("B", .good))
    try store.makeDailyCopy(at: StoreFixture.noon(day: 3))
    let now = StoreFixture.noon(day: 3)
    #expect(try fixture.location.copies.listed(at: now)[0].day.description == "2026-11-26")
    #expect(try fixture.location.copies.newestSound(at: now)?.day.description == "2026-11-26")

    // A review of 2030 does not make a copy new either.
    _ = try store.record(StoreFixture.grading("C", .good, day: 1200))
    try store.copy(to: ahead)
    _ = try store.record(StoreFixture.grading("D", .good, day: 3))
    try store.makeDailyCopy(at: StoreFixture.noon(day: 4))
    #expect(
      try fixture.location.copies.newestSound(at: StoreFixture.noon(day: 4))?.day.description
        == "2026-11-27")
  }

  @Test func sevenNamesOfTheFutureTakeNoCopyAway() throws {
    let first = try #require(Day("2030-01-01"))
    let today = try #require(Day("2026-11-26"))
    var copies = try (0..<20).map {
      try #require(SafetyCopy(path: "/x/" + SafetyCopy.name(of: first + $0)))
    }
    copies += try (0..<9).map {
      try #require(SafetyCopy(path: "/x/2030-01-0\($0 + 1)T09-00-00-before-import.sqlite"))
    }
    for number in 0..<7 {
      copies.append(try #require(SafetyCopy(path: "/x/" + SafetyCopy.name(of: today + -number))))
    }
    copies.append(try #require(SafetyCopy(path: "/x/2026-11-26T09-00-00-before-import.sqlite")))
    #expect(copies.superfluous(on: today) == [])
  }

  @Test func piecesBesideAPathOfThePersonsAreTakenAway() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    let path = fixture.folder + "/mine.sqlite"
    for name in ["mine.sqlite.99999999.part", "mine.sqlite.99999999.part-journal"] {
      try Data("x".utf8).write(to: URL(filePath: "\(fixture.folder)/\(name)"))
    }
    // These are somebody's: another copy, one being made, a file that only looks like one.
    let others = ["other.sqlite.99999999.part", "mine.sqlite.1.part", "mine.sqlite.part"]
    for name in others { try Data("x".utf8).write(to: URL(filePath: "\(fixture.folder)/\(name)")) }
    try store.copy(to: path)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.folder).sorted()
        == (others + ["cache", "data", "mine.sqlite"]).sorted())
  }
}
