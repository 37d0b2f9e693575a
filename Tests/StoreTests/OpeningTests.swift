import Files
import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

@Suite struct OpeningTests {
  private let fixture = StoreFixture()

  @Test func aNewerSchemaIsRefusedAndLeftAlone() throws {
    let store = try fixture.open()
    try store.writing { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')")
    }
    #expect(throws: StoreError.newerSchema(path: fixture.location.database)) {
      try fixture.open()
    }
  }

  @Test func whatIsNoDatabaseIsCalledDamagedAndLeftAlone() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.folder + "/data", withIntermediateDirectories: true)
    let text = String(repeating: "This is a letter, not a database. ", count: 100)
    try text.write(toFile: fixture.location.database, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.self) { try fixture.open() }
    #expect(try String(contentsOfFile: fixture.location.database, encoding: .utf8) == text)
  }

  @Test func aFolderWhereTheFileShouldBeIsSaid() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.location.database, withIntermediateDirectories: true)
    #expect {
      try fixture.open()
    } throws: { error in
      "\(error)".hasPrefix("cannot create \(fixture.location.database): ")
    }
  }

  @Test func whatMayNotBeWrittenToIsSaidWithTheWayToAllowIt() throws {
    _ = try fixture.open()
    for (path, mode) in [(fixture.location.database, "600"), (fixture.folder + "/data", "700")] {
      #expect(
        "\(StoreLocation.refusal(of: path, SystemError(number: EACCES)))"
          == "cannot open \(path): it may not be written to; “chmod \(mode) \(path)” allows that")
    }
  }

  @Test func aDeckIndexOfAnotherVersionIsThrownAway() throws {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A"])], in: store)
    try store.writing { db in try db.execute(sql: "PRAGMA deck_index.user_version = 77") }
    #expect(try fixture.open().decks(at: StoreFixture.noon(day: 0)).isEmpty)
  }

  @Test func whatIsUpToDateIsSeenInOneLookInWhateverOrderItWasMade() throws {
    let store = try fixture.open()
    #expect(try store.scheduleInForce() != nil)
    try store.writing { db in
      try db.execute(
        sql: """
          CREATE TEMP TABLE reversed AS SELECT identifier FROM grdb_migrations ORDER BY rowid DESC;
          DELETE FROM grdb_migrations;
          INSERT INTO grdb_migrations SELECT identifier FROM reversed;
          """)
    }
    #expect(try store.scheduleInForce() != nil)
    try store.writing { db in try db.execute(sql: "UPDATE cache SET value = 'other'") }
    #expect(try store.scheduleInForce() == nil)
    #expect(try fixture.open().scheduleInForce() != nil)
  }

  @Test func foreignKeysHold() throws {
    let store = try fixture.open()
    let isOn = try store.reading { db in try db.row("PRAGMA foreign_keys")?[0] == 1 }
    #expect(isOn)
    #expect(throws: StoreError.self) {
      try store.writing { db in
        try db.execute(sql: "INSERT INTO undos (review, at_ms) VALUES (77, 0)")
      }
    }
  }

  @Test func aReadingThatFailsLeavesNoTransactionOpen() throws {
    let store = try fixture.open()
    #expect(throws: StoreError.self) {
      try store.reading { db in try db.execute(sql: "SELECT * FROM nothing") }
    }
    _ = try store.record(StoreFixture.grading("A", .good))
    #expect(try store.reviewCount() == 1)
  }

  @Test func anotherStarlingThatWritesMakesThisOneSaySo() throws {
    let store = try fixture.open()
    let other = try DatabaseQueue(path: fixture.location.database)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      defer { try? db.execute(sql: "ROLLBACK") }
      #expect(throws: StoreError.busy(path: fixture.location.database)) {
        try store.record(StoreFixture.grading("A", .good))
      }
    }
    #expect(try store.reviewCount() == 0)
    _ = try store.record(StoreFixture.grading("A", .good))
  }

  @Test func twoStarlingsSeeEachOthersGrades() throws {
    let one = try fixture.open()
    let two = try fixture.open()
    _ = try one.record(StoreFixture.grading("A", .good))
    _ = try two.record(StoreFixture.grading("A", .good, day: 3))
    #expect(try one.reviewCount() == 2)
    #expect(try one.staleMemories().isEmpty)
    #expect(try one.undoLast(at: StoreFixture.noon(day: 3))?.time == StoreFixture.noon(day: 3).time)
  }
}
