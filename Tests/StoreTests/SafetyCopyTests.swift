import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

@Suite struct SafetyCopyTests {
  private let fixture = StoreFixture()

  private func names() throws -> [String] {
    try fixture.location.copies.all().map { String($0.path.split(separator: "/").last ?? "") }
  }

  @Test func aDayHasOneCopyAndAnEmptyDatabaseNone() throws {
    let store = try fixture.open()
    try store.makeDailyCopy(at: StoreFixture.noon(day: 0))
    #expect(try names().isEmpty)
    _ = try store.record(StoreFixture.grading("A", .good))
    try store.makeDailyCopy(at: StoreFixture.noon(day: 0))
    _ = try store.record(StoreFixture.grading("B", .good))
    try store.makeDailyCopy(at: StoreFixture.noon(day: 0))
    #expect(try names() == ["2026-11-23.sqlite"])
    #expect(DatabaseFile(try fixture.location.copies.all()[0].path).reviewCount() == 1)
    try store.makeDailyCopy(at: StoreFixture.noon(day: 1))
    #expect(try names() == ["2026-11-24.sqlite", "2026-11-23.sqlite"])
  }

  @Test func piecesOfCopiesThatWereCutOffGo() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    try store.makeDailyCopy(at: StoreFixture.noon(day: 0))
    let folder = fixture.location.copies.folder
    let mine = "2026-11-24.sqlite.\(getpid()).part"
    for name in [
      "2026-11-22.sqlite.99999999.part", "2026-11-22.sqlite.99999999.part-journal", mine,
    ] {
      try Data().write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try store.makeCopy(.kept, at: StoreFixture.noon(day: 0))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["2026-11-23.sqlite", "2026-11-23T12-00-00-kept.sqlite", mine])
  }

  @Test func aCopyIsWholePrivateAndStandsForItself() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    let path = fixture.folder + "/copy.sqlite"
    try store.copy(to: path)
    #expect(DatabaseFile(path).condition(thoroughly: true) == .sound)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.folder).sorted()
        == ["cache", "copy.sqlite", "data"])
    // No log beside it is needed to read it, wherever it is taken.
    let format = try Data(contentsOf: URL(filePath: path))[18]
    #expect(format == 1)
  }

  @Test func theDatabaseItselfIsNeverOverwrittenByItsCopy() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    #expect(throws: StoreError.self) { try store.copy(to: fixture.location.database) }
    #expect(throws: StoreError.self) {
      try Store.restore(
        from: fixture.location.database, to: fixture.location, at: StoreFixture.noon(day: 0))
    }
    #expect(try store.reviewCount() == 1)
  }

  @Test func aDamagedDatabaseIsNotTakenForACopy() throws {
    let store = try fixture.open()
    for day in 0..<400 { _ = try store.record(StoreFixture.grading("A\(day)", .good, day: day)) }
    try store.makeDailyCopy(at: StoreFixture.noon(day: 0))
    try store.queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try damagePages(of: fixture.location.database)
    #expect {
      try fixture.open().makeDailyCopy(at: StoreFixture.noon(day: 1))
    } throws: { error in
      if case StoreError.damaged = error { true } else { false }
    }
    #expect(try names() == ["2026-11-23.sqlite"])
    #expect(
      try fixture.location.copies.newestSound(at: StoreFixture.noon(day: 1))?.day
        == StoreFixture.noon(day: 0).day(startHour: 4))
  }

  @Test func aCopyComesBackAndWhatWasThereIsKept() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    let path = fixture.folder + "/copy.sqlite"
    try store.copy(to: path)
    _ = try store.record(StoreFixture.grading("B", .good))
    let kept = try Store.restore(
      from: path, to: fixture.location, at: StoreFixture.noon(day: 0)
    ).kept
    // The one that was open all the while sees it, too.
    #expect(try store.reviewCount() == 1)
    #expect(try fixture.open().reviewCount() == 1)
    #expect(kept?.hasSuffix("backups/2026-11-23T12-00-00-before-restore.sqlite") == true)
    #expect(DatabaseFile(kept ?? "").reviewCount() == 2)
    _ = try store.record(StoreFixture.grading("C", .good))
    #expect(try fixture.open().reviewCount() == 2)
    #expect(try String.fetchOne(journalMode: store) == "wal")
  }

  @Test func aDamagedDatabaseIsPutAsideWithItsLog() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    let path = fixture.folder + "/copy.sqlite"
    try store.copy(to: path)
    try store.queue.close()
    let rubbish = Data("This is no database.".utf8)
    try rubbish.write(to: URL(filePath: fixture.location.database))
    try rubbish.write(to: URL(filePath: fixture.location.database + "-wal"))
    let kept = try Store.restore(
      from: path, to: fixture.location, at: StoreFixture.noon(day: 0)
    ).kept
    #expect(kept == fixture.location.database + ".damaged-2026-11-23T12-00-00")
    for ending in ["", "-wal"] {
      #expect(try Data(contentsOf: URL(filePath: (kept ?? "") + ending)) == rubbish)
    }
    #expect(try fixture.open().reviewCount() == 1)
  }

  /// SQLite takes in any log, and here the outcome would even be sound: with other reviews in it.
  @Test func aLogOfAnotherDatabaseIsNotTakenIn() throws {
    let other = StoreFixture()
    for (index, each) in [fixture, other].enumerated() {
      let store = try each.open()
      for day in 0..<5 {
        _ = try store.record(StoreFixture.grading("\(index)-\(day)", .good, day: day))
      }
      try store.queue.close()
    }
    let running = try other.open()
    _ = try running.record(StoreFixture.grading("1-5", .good, day: 5))
    let log = try Data(contentsOf: URL(filePath: other.location.database + "-wal"))
    #expect(!log.isEmpty)
    let database = try Data(contentsOf: URL(filePath: fixture.location.database))
    try log.write(to: URL(filePath: fixture.location.database + "-wal"))
    #expect(DatabaseFile(fixture.location.database).condition(thoroughly: true) == .sound)
    #expect(
      throws: StoreError.damaged(
        path: fixture.location.database, detail: "the log beside it is that of another database")
    ) { try fixture.open() }
    #expect(try Data(contentsOf: URL(filePath: fixture.location.database)) == database)

    // One that is its own is taken in.
    try running.queue.close()
    try log.write(to: URL(filePath: other.location.database + "-wal"))
    #expect(try other.open().reviewCount() == 6)
  }

  @Test func whatIsNoCopyIsNotBroughtBack() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    let path = fixture.folder + "/other.sqlite"
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try "rubbish".write(toFile: fixture.folder + "/rubbish", atomically: true, encoding: .utf8)
    for name in ["other.sqlite", "rubbish", "nowhere"] {
      #expect(throws: StoreError.self) {
        try Store.restore(
          from: "\(fixture.folder)/\(name)", to: fixture.location, at: StoreFixture.noon(day: 0))
      }
    }
    #expect(try store.reviewCount() == 1)
  }

  @Test func anEmptiedDatabaseIsNotBegunAnewWhereThereAreCopies() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    try store.makeDailyCopy(at: StoreFixture.noon(day: 0))
    try store.queue.close()
    fixture.removeDatabase()
    for _ in 0..<2 {
      #expect(throws: StoreError.lost(path: fixture.location.database)) { try fixture.open() }
    }
    _ = try Store.restore(
      from: fixture.location.copies.all()[0].path, to: fixture.location,
      at: StoreFixture.noon(day: 0))
    #expect(try fixture.open().reviewCount() == 1)
  }

  @Test func aCopyIsMadeBeforeTheSchemaChanges() throws {
    try fixture.makeOlder(upTo: "4", StoreFixture.oneReview)
    #expect(try fixture.open().reviewCount() == 1)
    let copies = try fixture.location.copies.all()
    #expect(copies.map(\.occasion) == [.migration])
    // The copy is as the older Starling left it.
    let tables = try DatabaseQueue(path: copies[0].path).read { try Schema.personalTables(in: $0) }
    #expect(!tables.contains("stories"))
  }

  @Test func sevenDaysFourWeeksAndTwelveMonthsStay() throws {
    // Every day of two years, each as it comes, with the copies that were left the day before.
    let first = try #require(Day("2025-01-01"))
    var copies: [SafetyCopy] = []
    for number in 0..<730 {
      let copy = try #require(SafetyCopy(path: "/x/" + SafetyCopy.name(of: first + number)))
      copies.append(copy)
      let superfluous = copies.superfluous(on: first + number)
      copies.removeAll { superfluous.contains($0) }
    }
    let days = copies.map(\.day.description).sorted(by: >)
    #expect(
      days == [
        // Seven days, of which two are the last of their weeks or months.
        "2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27", "2026-12-26",
        "2026-12-25",
        // Weeks.
        "2026-12-20", "2026-12-13",
        // Months.
        "2026-11-30", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30",
        "2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31",
      ])
  }

  @Test func copiesMadeBeforeSomethingStayFiveAndThoseAskedForStay() throws {
    let copies = try (10..<20).flatMap { minute in
      try ["before-import", "kept"].map {
        try #require(SafetyCopy(path: "/x/2026-11-24T09-\(minute)-00-\($0).sqlite"))
      }
    }
    #expect(
      copies.superfluous(on: try #require(Day("2026-11-24"))).map(\.path).sorted()
        == (10..<15).map { "/x/2026-11-24T09-\($0)-00-before-import.sqlite" })
  }

  @Test func whatLostItsPlaceStaysForEver() throws {
    let copies = try (10..<20).map {
      try #require(SafetyCopy(path: "/x/2026-11-24T09-\($0)-00-replaced-kept.sqlite"))
    }
    #expect(copies.allSatisfy { $0.occasion == .replaced })
    #expect(copies.superfluous(on: try #require(Day("2026-11-24"))).isEmpty)
  }

  @Test func copiesThatCannotBeReadAreNotTakenForNone() throws {
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    try store.makeDailyCopy(at: StoreFixture.noon(day: 0))
    try store.queue.close()
    fixture.removeDatabase()
    // Links that lead round in a circle stop even the administrator.
    let copies = fixture.location.copies
    let copy = try copies.all()[0].path
    try FileManager.default.removeItem(atPath: copy)
    #expect(symlink(copy, copy) == 0)
    for _ in 0..<2 {
      #expect {
        try fixture.open()
      } throws: { error in
        if case StoreError.cannotRead(copy, _) = error { true } else { false }
      }
    }
    #expect(throws: StoreError.self) { try copies.newestSound(at: StoreFixture.noon(day: 0)) }
  }

  @Test func otherFilesInTheFolderAreNoCopies() {
    for name in [
      "notes.txt", "2026-11-24.sqlite.part", "2026-11-24-mine.sqlite", "copy.sqlite",
      "2026-02-30.sqlite", "2026-11-24.sqlite-journal",
    ] {
      #expect(SafetyCopy(path: "/x/\(name)") == nil, "\(name)")
    }
  }

  @Test(arguments: ["part", "part-journal", "part-wal", "part-shm"])
  func whatIsLeftOfACopyIsKnownByItsMaker(ending: String) {
    // No process has such a number.
    #expect(DatabaseFile.isCutOff("starling.sqlite.4194305.\(ending)"))
    #expect(!DatabaseFile.isCutOff("starling.sqlite.1.\(ending)"))
    #expect(!DatabaseFile.isCutOff("starling.sqlite.mine.\(ending)"))
  }

  /// Zeroes the pages in the middle of a database.
  private func damagePages(of path: String) throws {
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    try handle.seek(toOffset: 4096 * 3)
    try handle.write(contentsOf: Data(count: 4096 * 12))
    try handle.close()
  }
}

extension String {
  fileprivate static func fetchOne(journalMode store: Store) throws -> String? {
    try store.queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA main.journal_mode") }
  }
}
