import Decks
import Foundation
import GRDB
import Practice
import Scheduler
import Store

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

  /// Takes the database back to what it was before it knew of interviews.
  func removeInterviews() throws {
    try removeNotebook()
    try DatabaseQueue(path: location.database).write { db in
      try db.execute(
        sql: "DROP TABLE interviews; DELETE FROM grdb_migrations WHERE identifier = '4'")
    }
  }

  /// Takes the database back to what it was when it knew of nothing but interviews.
  func removeNotebook() throws {
    try DatabaseQueue(path: location.database).write { db in
      let tables = [
        "thank_yous", "promises", "verdicts", "criteria", "requirements", "questions", "facts",
        "doubts", "log_entries", "tellings", "interview_people", "people", "story_figures",
        "story_fits", "stories", "interviews", "employers",
      ]
      for table in tables { try db.execute(sql: "DROP TABLE \(table)") }
      try db.execute(
        sql: """
          CREATE TABLE interviews (
            id INTEGER PRIMARY KEY,
            employer TEXT NOT NULL,
            round INTEGER NOT NULL CHECK (round >= 1),
            starts_ms INTEGER NOT NULL
          ) STRICT;
          DELETE FROM grdb_migrations WHERE identifier = '5';
          """)
    }
  }

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
