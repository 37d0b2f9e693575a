import Decks
import Foundation
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// The file of the deck index is damaged in many ways; each time it is made anew, or left out.
@Suite struct DeckIndexDamageTests {
  enum Damage: String, CaseIterable {
    case missing, empty, garbage, truncated, zeros, folder, folderIsFile, foreign, trigger
    case otherCard, noTexts, noCards, unreadableTexts, link

    /// Whether no file can be made while it lasts.
    var lasts: Bool { self == .folder || self == .folderIsFile }
  }

  private let fixture = StoreFixture()
  private let now = StoreFixture.noon(day: 0)
  private let deck = StoreFixture.deck(cards: ["A", "B", "C"])
  private var path: String { fixture.location.deckIndex }

  @Test(arguments: Damage.allCases) func aDamagedFileIsMadeAnew(damage: Damage) throws {
    let waiting = try practise()
    try inflict(damage)
    let store = try fixture.open()
    #expect(try store.undoLast(at: now) != nil, "it needs no deck")
    _ = try store.record(StoreFixture.grading("A", .good))
    try StoreFixture.index([deck], in: store)
    #expect(try store.waiting(at: now) == waiting)
    #expect(try store.card(CardID(deck: "d", card: "C"))?.ask == "What happened?")
    #expect((store.deckIndexProblem != nil) == damage.lasts)
    #expect(try store.integrityFaults().isEmpty)
    // What was made is good, and is not made again.
    let made = try identity()
    let again = try fixture.open()
    try StoreFixture.index([deck], in: again)
    #expect(try again.waiting(at: now) == waiting)
    #expect(try damage.lasts || identity() == made)
  }

  @Test func aFileThatIsDamagedWhileItIsOpenIsMadeAnew() throws {
    let waiting = try practise()
    let store = try fixture.open()
    try StoreFixture.index([deck], in: store)
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.write(contentsOf: Data(repeating: 7, count: 60_000))
    try file.close()
    #expect(try store.waiting(at: now) == waiting)
    #expect(try store.cards(ofDeck: "d").count == 3)
    _ = try store.record(StoreFixture.grading("B", .good))
    #expect(try store.reviewCount() == 2)
    #expect(store.deckIndexProblem == nil)
  }

  @Test func aFileThatIsTakenAwayDoesNoHarmToWhoHasItOpen() throws {
    _ = try practise()
    let old = try fixture.open()
    try StoreFixture.index([deck], in: old)
    try FileManager.default.removeItem(atPath: path)
    let new = try fixture.open()
    let edited = StoreFixture.deck(cards: ["A", "B", "C", "D"])
    try StoreFixture.index([edited], in: new, changed: 2)
    #expect(try old.cards(ofDeck: "d").count == 3, "it goes on with what it had")
    _ = try old.record(StoreFixture.grading("C", .good))
    try StoreFixture.index([edited], in: old, changed: 2)
    #expect(try old.cards(ofDeck: "d").count == 4)
    #expect(try new.waiting(at: now).unseen == 2)
  }

  @Test func memoryFollowsTheDecksAgainAfterItWasWrittenWithoutThem() throws {
    _ = try practise()
    try FileManager.default.removeItem(atPath: path)
    let blind = try fixture.open()
    _ = try blind.undoLast(at: now)
    _ = try blind.record(StoreFixture.grading("A", .again, day: -3))
    let store = try fixture.open()
    try StoreFixture.index([deck], in: store)
    #expect(try store.waiting(at: now).due == 1)
  }

  @Test func cardsWithOneIdAreAFaultOfTheirFile() throws {
    let store = try fixture.open()
    try StoreFixture.index(
      [StoreFixture.deck(cards: ["A", "A", "B"], origin: .own, path: "/decks/d.yaml")], in: store)
    #expect(try store.cards(ofDeck: "d").map(\.id.card) == ["A", "B"])
    #expect(
      try store.deckFaults().flatMap(\.lines)
        == ["/decks/d.yaml:1:1: error: there are two cards “d/A”"])
  }

  @Test func completionReadsNoPipe() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.folder + "/cache", withIntermediateDirectories: true)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(DeckIndexFile(fixture.location).decks() == nil)
  }

  /// A home with one grade and its index.
  private func practise() throws -> Waiting {
    let store = try fixture.open()
    try StoreFixture.index([deck], in: store)
    _ = try store.record(StoreFixture.grading("A", .good))
    return try store.waiting(at: now)
  }

  private func identity() throws -> UInt64? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64
  }

  private func inflict(_ damage: Damage) throws {
    let files = FileManager.default
    func replace(_ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: path)) }
    func change(_ sql: String) throws {
      try DatabaseQueue(path: path).writeWithoutTransaction { db in try db.execute(sql: sql) }
    }
    switch damage {
    case .missing: try files.removeItem(atPath: path)
    case .empty: try replace(Data())
    case .garbage: try replace(Data(repeating: 65, count: 9000))
    case .zeros: try replace(Data(count: 50_000))
    case .truncated: #expect(truncate(path, 9000) == 0)
    case .folder:
      try files.removeItem(atPath: path)
      try files.createDirectory(atPath: path + "/x", withIntermediateDirectories: true)
    case .folderIsFile:
      try files.removeItem(atPath: fixture.folder + "/cache")
      try Data().write(to: URL(fileURLWithPath: fixture.folder + "/cache"))
    case .foreign:
      try files.removeItem(atPath: path)
      try change("CREATE TABLE files (path BLOB); INSERT INTO files VALUES (NULL)")
    case .trigger:
      try change("CREATE TRIGGER t AFTER DELETE ON files BEGIN DELETE FROM cards; END")
    case .otherCard: try change("UPDATE cards SET card = 'x/y' || number")
    case .noTexts: try change("DELETE FROM texts")
    case .noCards: try change("PRAGMA foreign_keys = OFF; DELETE FROM cards")
    case .unreadableTexts: try change("UPDATE texts SET encoded = 'zzz'")
    case .link:
      try files.removeItem(atPath: path)
      try files.createSymbolicLink(
        atPath: path, withDestinationPath: fixture.location.database)
    }
  }
}
