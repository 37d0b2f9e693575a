import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// The database's file goes away, or becomes another, while it is open.
@Suite struct PresenceTests {
  private let fixture = StoreFixture()
  private var path: String { fixture.location.database }

  private func remove(_ endings: String...) throws {
    for ending in endings { try FileManager.default.removeItem(atPath: path + ending) }
  }

  private func reviews(in path: String) throws -> Int? {
    try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM reviews") }
  }

  private func practised() throws -> Store {
    let store = try fixture.open()
    for card in ["A", "B", "C"] { _ = try store.record(StoreFixture.grading(card, .good)) }
    return store
  }

  @Test(arguments: [["", "-wal", "-shm"], [""], ["", "-wal"]])
  func aDeletedDatabaseIsWrittenAgain(endings: [String]) throws {
    let store = try practised()
    for ending in endings { try remove(ending) }
    _ = try store.record(StoreFixture.grading("D", .good))
    #expect(store.takeNews().map { $0.prefix(24) } == ["the database was deleted"])
    #expect(try reviews(in: path) == 4)
    _ = try store.record(StoreFixture.grading("E", .good))
    #expect(store.takeNews() == [])
    #expect(try reviews(in: path) == 5)
    #expect(DatabaseFile(path).condition(thoroughly: true) == .sound)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  /// A Starling is killed when it has taken the old log away and has not put the database back yet.
  @Test func whatWasToBeWrittenAgainIsPutBack() throws {
    let store = try practised()
    let folder = fixture.location.folder + "/.restoring-99999999"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try store.copy(to: folder + "/again.sqlite")
    try store.queue.close()
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    // What others clean meanwhile it is no part of.
    RestoringFolder.removeLeftovers(in: fixture.location.folder)
    #expect(try fixture.open().reviewCount() == 3)
    #expect(DatabaseFile(path).condition(thoroughly: true) == .sound)
    RestoringFolder.removeLeftovers(in: fixture.location.folder)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func aDeletedFolderIsWrittenAgain() throws {
    let store = try practised()
    try FileManager.default.removeItem(atPath: fixture.folder)
    _ = try store.record(StoreFixture.grading("D", .good))
    #expect(try reviews(in: path) == 4)
    #expect(try fixture.open().reviewCount() == 4)
  }

  @Test func readingNoticesIt() throws {
    let store = try practised()
    try remove("", "-wal", "-shm")
    #expect(try store.reviewCount() == 3)
    #expect(store.takeNews().count == 1)
    #expect(try reviews(in: path) == 3)
  }

  /// Its pages lie elsewhere: with the log of the old one it would be taken for damaged.
  @Test func anotherDatabaseIsLookedAtWithoutTheLogOfTheOldOne() throws {
    let store = try fixture.open()
    for number in 0..<300 { _ = try store.record(StoreFixture.grading("C\(number)", .good)) }
    let copy = fixture.folder + "/copy.sqlite"
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "VACUUM INTO ?", arguments: [copy])
    }
    try queue.close()
    #expect(rename(copy, path) == 0)
    _ = try store.record(StoreFixture.grading("D", .good))
    #expect(try reviews(in: path) == 301)
    #expect(DatabaseFile(path).condition(thoroughly: true) == .sound)
  }

  @Test(arguments: [true, false])
  func anotherDatabaseInItsPlaceGetsTheGradeAndTheOldOneIsKept(withLog: Bool) throws {
    let store = try practised()
    let copy = fixture.folder + "/copy.sqlite"
    try store.copy(to: copy)
    _ = try store.record(StoreFixture.grading("D", .good))
    // As “mv” does it; a log that lies there is that of the old one.
    if withLog { try remove("-wal", "-shm") }
    #expect(rename(copy, path) == 0)
    _ = try store.record(StoreFixture.grading("E", .good))
    #expect(try reviews(in: path) == 4)
    #expect(DatabaseFile(path).condition(thoroughly: true) == .sound)
    let news = store.takeNews()
    #expect(news.count == 1 && news[0].hasPrefix("another database was put in the place of yours"))
    let kept = try fixture.location.copies.all()
    #expect(kept.map(\.occasion) == [.replaced])
    #expect(try reviews(in: kept[0].path) == 4)
    #expect(try fixture.open().reviewCount() == 4)
  }

  @Test func whatIsNoDatabaseInItsPlaceHoldsTheGrade() throws {
    let store = try practised()
    let copy = fixture.folder + "/copy.sqlite"
    try store.copy(to: copy)
    try remove("", "-wal", "-shm")
    try Data("This is no database.".utf8).write(to: URL(filePath: path))
    for _ in 0..<2 {
      #expect {
        _ = try store.record(StoreFixture.grading("D", .good))
      } throws: { error in
        if case StoreError.displaced = error { true } else { false }
      }
    }
    let kept = try fixture.location.copies.all()
    #expect(kept.count == 1)
    _ = try Store.restore(
      from: kept[0].path, to: fixture.location, at: StoreFixture.noon(day: 0))
    _ = try store.record(StoreFixture.grading("D", .good))
    #expect(try reviews(in: path) == 4)
  }

  @Test func aMovedHomeIsFollowed() throws {
    let store = try practised()
    let moved = fixture.folder + "-moved"
    defer { try? FileManager.default.removeItem(atPath: moved) }
    #expect(rename(fixture.folder, moved) == 0)
    _ = try store.record(StoreFixture.grading("D", .good))
    #expect(store.takeNews().map { $0.prefix(22) } == ["the database was moved"])
    #expect(try reviews(in: moved + "/data/starling.sqlite") == 4)
    _ = try store.record(StoreFixture.grading("E", .good))
    #expect(store.takeNews() == [])
    #expect(try reviews(in: moved + "/data/starling.sqlite") == 5)
    #expect(!FileManager.default.fileExists(atPath: fixture.folder))
  }

  /// Somebody puts the file elsewhere, but not the log in which the last reviews are.
  @Test func aFileMovedWithoutItsLogIsWrittenAgain() throws {
    let store = try practised()
    #expect(rename(path, path + ".old") == 0)
    _ = try store.record(StoreFixture.grading("D", .good))
    #expect(try reviews(in: path) == 4)
  }

  @Test(arguments: [["-wal", "-shm"], ["-wal"], ["-shm"]])
  func aDeletedLogLosesNothing(endings: [String]) throws {
    let store = try practised()
    for ending in endings { try remove(ending) }
    _ = try store.record(StoreFixture.grading("D", .good))
    #expect(store.takeNews().map { $0.prefix(27) } == ["the log of the database was"])
    #expect(try reviews(in: path) == 4)
    _ = try store.record(StoreFixture.grading("E", .good))
    #expect(store.takeNews() == [])
    #expect(try reviews(in: path) == 5)
    #expect(DatabaseFile(path).condition(thoroughly: true) == .sound)
  }

  @Test func bringingACopyBackIsNothingOfTheKind() throws {
    let store = try practised()
    let copy = fixture.folder + "/copy.sqlite"
    try store.copy(to: copy)
    _ = try store.record(StoreFixture.grading("D", .good))
    _ = try Store.restore(from: copy, to: fixture.location, at: StoreFixture.noon(day: 0))
    _ = try store.record(StoreFixture.grading("E", .good))
    #expect(store.takeNews() == [])
    #expect(try store.reviewCount() == 4)
  }
}
