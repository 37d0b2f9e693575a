import Foundation
import GRDB
import Practice
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
    // While somebody reads, the log cannot come into the file, as it could not after a kill.
    let reader = try DatabaseQueue(path: fixture.location.database)
    try reader.inDatabase { db in
      try db.execute(sql: "BEGIN; SELECT count(*) FROM reviews")
      _ = try Store.restore(from: copy, to: fixture.location, at: StoreFixture.noon(day: 2))
    }
    let killed = StoreFixture()
    try FileManager.default.createDirectory(
      atPath: killed.location.folder, withIntermediateDirectories: true)
    for ending in ["", "-wal", ".bringing-back"] {
      try FileManager.default.copyItem(
        atPath: fixture.location.database + ending, toPath: killed.location.database + ending)
    }
    #expect(!DatabaseFile(killed.location.database).isContinuedByItsLog())
    #expect(try killed.open().reviewCount() == 1)
    #expect(!BringingBack(into: killed.location.database).isUnderWay)
    // The same log without the mark is another database's.
    let foreign = StoreFixture()
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: fixture.location.database + ending, toPath: foreign.location.database + ending)
    }
    #expect(throws: StoreError.self) { try foreign.open() }
  }
}
