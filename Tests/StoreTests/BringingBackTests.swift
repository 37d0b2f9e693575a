import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// A program that is killed while a copy comes into the place of the database.
@Suite struct BringingBackTests {
  @Test func theLogOfACopyThatWasComingInIsTheDatabasesOwn() throws {
    let fixture = StoreFixture()
    let copy = fixture.folder + "/copy.sqlite"
    let store = try fixture.open()
    _ = try store.record(StoreFixture.grading("A", .good))
    try store.copy(to: copy)
    _ = try store.record(StoreFixture.grading("B", .again, day: 1))
    try store.queue.inDatabase { try $0.execute(sql: "PRAGMA main.wal_checkpoint(TRUNCATE)") }
    // While somebody reads, the log cannot come into the file, as it could not after a kill.
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(
      path: fixture.location.database, configuration: configuration)
    try reader.inDatabase { db in
      try db.execute(sql: "BEGIN; SELECT count(*) FROM reviews")
      _ = try Store.restore(from: copy, to: fixture.location, at: StoreFixture.noon(day: 2))
    }
    let killed = try copied(fixture, ["", "-wal", ".bringing-back"])
    #expect(!DatabaseFile(killed.location.database).isContinuedByItsLog())
    #expect(try killed.open().reviewCount() == 1)
    #expect(!BringingBack(into: killed.location.database).isUnderWay)
    // The same log without the mark is another database's.
    let foreign = try copied(fixture, ["", "-wal"])
    #expect(throws: StoreError.self) { try foreign.open() }
  }

  /// A home with the database's files of another, as a killed program leaves them.
  private func copied(_ fixture: StoreFixture, _ endings: [String]) throws -> StoreFixture {
    let other = StoreFixture()
    try FileManager.default.createDirectory(
      atPath: other.location.folder, withIntermediateDirectories: true)
    for ending in endings {
      try FileManager.default.copyItem(
        atPath: fixture.location.database + ending, toPath: other.location.database + ending)
    }
    return other
  }
}
