import Decks
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// What can be computed is lost, or is what no Starling has written; each time it is computed anew.
@Suite struct DerivedTests {
  static let damages = [
    "UPDATE memory SET stability = 9e999", "UPDATE memory SET stability = -1",
    "UPDATE memory SET reps = 9223372036854775807", "UPDATE memory SET last_grade = 9",
    "UPDATE memory SET last_day = 9223372036854775807",
    "UPDATE memory SET last_ms = -9223372036854775807",
    "UPDATE memory SET due_day = 9223372036854775807 WHERE due_day NOT NULL",
    "DELETE FROM memory", "DROP TABLE memory", "DROP TABLE cache", "DROP TABLE standing",
    "DROP TABLE histories", "DROP TABLE session", "DELETE FROM cache",
    "UPDATE histories SET reviews = zeroblob(64)", "UPDATE cache SET value = 'x'",
    "INSERT INTO standing VALUES ('d/A', 'XX', -9223372036854775807, 9223372036854775807)",
    "INSERT INTO session VALUES (1, 20418, 'garbage' || char(9) || 'x')",
    "ALTER TABLE memory RENAME COLUMN reps TO repetitions",
    "DROP TABLE memory; CREATE TABLE memory (card TEXT)",
  ]

  private let fixture = StoreFixture()
  private let now = StoreFixture.noon(day: 1)

  @Test(arguments: damages) func isComputedAnew(damage: String) throws {
    let before = try figures(of: practised())
    try DatabaseQueue(path: fixture.location.database).writeWithoutTransaction { db in
      try db.execute(sql: damage)
    }
    let store = try opened()
    #expect(try figures(of: store) == before)
    #expect(try store.staleMemories().isEmpty)
    _ = try store.record(StoreFixture.grading("A", .good, day: 2))
    #expect(try store.memory(of: StoreFixture.grading("A", .good).card)?.reps == 2)
    _ = try store.undoLast(at: now)
    #expect(try figures(of: opened()) == before)
  }

  /// Of each short cut one value is another than the truth comes to, and still one that can be.
  @Test(arguments: [
    ("UPDATE memory SET stability = stability + 1 WHERE card = 'd/A'", Store.Shortcut.memory),
    ("UPDATE memory SET due_day = due_day + 1 WHERE card = 'd/A'", .memory),
    ("UPDATE memory SET is_active = 0 WHERE card = 'd/A'", .activity),
    ("INSERT INTO standing VALUES ('d/C', 'S', 0, NULL)", .standing),
    (
      "INSERT OR REPLACE INTO histories SELECT 'd/B', reviews FROM histories WHERE card = 'd/A'",
      .histories
    ),
  ])
  func aShortCutThatIsOffIsFound(script: String, shortcut: Store.Shortcut) throws {
    let store = try practised()
    #expect(try store.staleShortcuts().isEmpty)
    try store.writing { db in
      try store.renewHistories(in: db)
      try db.execute(sql: script)
    }
    #expect(try store.staleShortcuts() == [shortcut])
    #expect(try store.staleShortcuts() == [shortcut], "looking changes nothing")
    try store.rebuildMemory()
    #expect(try store.staleShortcuts().isEmpty)
  }

  @Test func anIndexWithOtherCardsThanTheDecksIsFound() throws {
    let store = try opened()
    #expect(try store.staleDecks().isEmpty)
    try store.queue.inDatabase { db in
      try db.execute(
        sql: "UPDATE deck_index.texts SET encoded = replace(encoded, 'A', 'B')")
    }
    #expect(try store.staleDecks() == [StoreFixture.deck(cards: ["A"]).path])
  }

  /// What was damaged while the program runs is met in the middle of its work.
  @Test(arguments: damages) func isComputedAnewInTheMiddleOfWork(damage: String) throws {
    let store = try practised()
    let before = try figures(of: store)
    try store.writing { db in try db.execute(sql: damage) }
    _ = try store.record(StoreFixture.grading("B", .good, day: 2))
    #expect(try store.memory(of: StoreFixture.grading("B", .good).card)?.reps == 2)
    _ = try store.undoLast(at: now)
    // Of a memory that is gone alone only the doctor can know.
    if damage == "DELETE FROM memory" { try store.rebuildMemory() }
    #expect(try figures(of: opened()) == before)
  }

  private func opened() throws -> Store {
    let store = try fixture.open()
    try StoreFixture.index([StoreFixture.deck(cards: ["A", "B", "C"])], in: store)
    return store
  }

  private func practised() throws -> Store {
    let store = try opened()
    _ = try store.record(StoreFixture.grading("A", .good, day: -30))
    _ = try store.record(StoreFixture.grading("B", .again))
    return store
  }

  private func figures(of store: Store) throws -> Figures {
    let prospects = try store.prospects(at: now, competencies: .init(families: []))
    return Figures(
      waiting: try store.waiting(at: now), memories: prospects.map(\.memory),
      weak: try store.weakCards(at: now).map(\.id.card), standings: try store.standings().count,
      forecast: try store.forecast(at: now).map(\.cards),
      recall: try store.progress(of: prospects, at: now, families: []).recall)
  }

  private struct Figures: Equatable {
    var waiting: Waiting
    var memories: [Memory?]
    var weak: [String]
    var standings: Int
    var forecast: [Int]
    var recall: RecallRecord
  }
}
