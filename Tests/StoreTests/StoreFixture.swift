import Decks
import Foundation
import GRDB
import Practice
import Scheduler

@testable import Store

/// A store in a folder of its own, which goes when the fixture does.
final class StoreFixture {
  let folder: String
  let schedule: Schedule

  init(schedule: Schedule = Schedule(model: FSRS6())) {
    folder = FileManager.default.temporaryDirectory.path + "/starling-store-\(UUID().uuidString)"
    self.schedule = schedule
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var location: StoreLocation {
    StoreLocation(
      database: folder + "/data/starling.sqlite", deckIndex: folder + "/cache/decks.sqlite")
  }

  /// Opens the store, again and again if need be.
  func open(schedule: Schedule? = nil, now: Moment? = nil) throws -> Store {
    let time = now?.time ?? Timestamp(milliseconds: .max)
    return try Store(at: location, schedule: schedule ?? self.schedule, clock: { time })
  }

  /// Takes the database's files away.
  func removeDatabase() {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: location.database + ending)
    }
  }

  /// Makes the database as a Starling made it that knew no more than these steps of the schema.
  ///
  /// - Parameters:
  ///   - last: the last of them.
  ///   - missing: those before it that it did not know all the same.
  ///   - script: fills it.
  /// - Throws: what SQLite says.
  func makeOlder(upTo last: String, missing: [String] = [], _ script: String = "") throws {
    try FileManager.default.createDirectory(
      atPath: location.folder, withIntermediateDirectories: true)
    try Self.makeOlder(location.database, upTo: last, missing: missing, script)
  }

  static func makeOlder(
    _ path: String, upTo last: String, missing: [String] = [], _ script: String = ""
  ) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { db in
      try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      for step in missing where step < last {
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [step])
      }
    }
    try Schema.migrator.migrate(queue, upTo: last)
    try queue.inDatabase { db in
      for step in missing {
        try db.execute(
          sql: "DELETE FROM grdb_migrations WHERE identifier = ?", arguments: [step])
      }
      try db.execute(sql: script)
    }
    try queue.close()
  }

  static let oneReview =
    "INSERT INTO reviews VALUES (1, 'd/A', 1795435200000, 0, 3, 0, 'spoken', 90000, NULL);"

  /// The columns of attempts that there always were.
  static let attemptColumns = """
    id, review, card, kind, at_ms, utc_offset, purpose, mode, wording, confidence, duration_ms,
    situation_ms, task_ms, action_ms, result_ms, learning_ms, ticks, is_ticked, story, parts, regards
    """

  /// Noon UTC on a day counted from 23 November 2026.
  static func noon(day: Int) -> Moment {
    Moment(
      time: Timestamp(milliseconds: 1_795_435_200_000).adding(days: Double(day)), utcOffset: 0)
  }

  static func grading(
    _ card: String, _ grade: Grade, day: Int = 0, wording: Int = 0, hash: UInt64? = nil
  ) -> Grading {
    Grading(
      card: CardID(deck: "d", card: card), moment: noon(day: day), grade: grade,
      wording: wording, mode: .spoken, duration: 90_000, textHash: hash)
  }

  /// Fills the deck index with decks, each as if it were a file.
  static func index(
    _ decks: [Deck], in store: Store, changed: Int64 = 1,
    faults: [String: [Fault]] = [:]
  ) throws {
    let sources = decks.enumerated().map { position, deck in
      DeckSource(
        path: deck.path, size: 1, changed: changed, origin: deck.origin,
        position: deck.origin == .bundled ? position : .max)
    }
    try store.updateDeckIndex(to: sources, progress: { _, _ in }) { source in
      Reading(
        deck: decks.first { $0.path == source.path }, faults: faults[source.path] ?? [])
    }
  }

  /// The cards of a list, with what lists show of them.
  static func listings(
    _ filter: CardFilter, in store: Store, at moment: Moment
  ) throws -> [CardListing] {
    let numbers = try store.cardList(filter, at: moment).numbers
    let found = try store.cardListings(numbered: numbers, at: moment)
    return numbers.compactMap { found[$0] }
  }

  static func deck(
    _ id: String = "d", cards: [String], origin: Deck.Origin = .bundled, path: String? = nil,
    ask: String = "What happened?"
  ) -> Deck {
    Deck(
      id: id, title: "Deck \(id)",
      cards: cards.map {
        Card(id: CardID(deck: id, card: $0), kind: .star, competency: "teamwork", ask: ask)
      }, origin: origin, path: path ?? "\(origin.rawValue):\(id)")
  }
}
