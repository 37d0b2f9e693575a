import Decks
import FoundationEssentials
import GRDB

/// One update of the index, from looking at what changed to writing it.
struct DeckIndexUpdate {
  private let sources: [String: DeckSource]
  /// What was in the index.
  private let known: [String: DeckSource]
  private let changed: [DeckSource]
  private let gone: [String]
  private var readings: [String: Reading] = [:]
  /// Decks whose cards may come from another file now than before.
  private var touched: Set<String> = []

  /// When no file was changed.
  private static let never = Int64.min

  var isEmpty: Bool { changed.isEmpty && gone.isEmpty }

  init(_ sources: [DeckSource], in db: Database) throws {
    let byPath = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
    let rows = try Self.rows(in: db)
    known = Dictionary(rows.map { ($0.source.path, $0.source) }) { first, _ in first }
    let decks = Dictionary(rows.map { ($0.source.path, $0.deck) }) { first, _ in first }
    self.sources = byPath
    changed = sources.filter { [known] in known[$0.path] != $0 }
    gone = known.keys.filter { byPath[$0] == nil }
    touched = Set((gone + changed.map(\.path)).compactMap { decks[$0] ?? nil })
  }

  /// Whether the index is as it was when this was made.
  func isFit(for db: Database) throws -> Bool {
    let rows = try Self.rows(in: db)
    return rows.count == known.count && rows.allSatisfy { known[$0.source.path] == $0.source }
  }

  private static func rows(in db: Database) throws -> [(source: DeckSource, deck: String?)] {
    try db.rows(
      "SELECT path, size, changed_ns, origin, position, deck FROM deck_index.files"
    ) { row in
      (
        DeckSource(
          path: row[0], size: row[1], changed: row[2],
          origin: Deck.Origin(rawValue: row[3]) ?? .own, position: row[4]), row[5]
      )
    }
  }

  mutating func readChanged(progress: (Int, Int) -> Void, read: (DeckSource) -> Reading) {
    let total = changed.reduce(0) { $0 + $1.size }
    var done = 0
    for source in changed {
      progress(done, total)
      done += source.size
      let reading = read(source)
      readings[source.path] = reading
      if let deck = reading.deck { touched.insert(deck.id) }
    }
  }

  mutating func apply(to db: Database, read: (DeckSource) -> Reading) throws {
    for path in gone + changed.map(\.path) {
      try db.execute(literal: "DELETE FROM deck_index.files WHERE path = \(path)")
    }
    for source in changed {
      guard let reading = readings[source.path] else { continue }
      // One that could not be read is read again each time, until it can be.
      let changed = reading.isOfFile ? source.changed : Self.never
      try db.execute(
        literal: """
          INSERT INTO deck_index.files
            (path, size, changed_ns, deck, title, origin, position, is_pack, faults)
          VALUES (\(source.path), \(source.size), \(changed), \(reading.deck?.id),
            \(reading.deck?.title ?? ""), \(source.origin.rawValue), \(source.position),
            \(reading.deck?.isPack ?? false),
            \(reading.faults.filter { $0.severity == .error }.map(\.description)
              .joined(separator: "\n")))
          """)
    }
    // In the order of their files, so that new cards come up in that order.
    let decks = try String.fetchAll(
      db,
      sql: """
        SELECT deck FROM deck_index.files WHERE deck IS NOT NULL
        GROUP BY deck ORDER BY min(position), min(path)
        """)
    for deck in decks where touched.contains(deck) {
      try placeCards(of: deck, in: db, read: read)
    }
    for deck in touched.subtracting(decks) { try removeCards(of: deck, from: db) }
  }

  /// Puts the cards of the file in that now gives this deck.
  private mutating func placeCards(
    of deck: String, in db: Database, read: (DeckSource) -> Reading
  ) throws {
    let place = try place(of: deck, in: db)
    try removeCards(of: deck, from: db)
    let paths = try String.fetchAll(
      db,
      sql: """
        SELECT path FROM deck_index.files WHERE deck = ?
        ORDER BY origin = '\(Deck.Origin.bundled.rawValue)', position, path
        """, arguments: [deck])
    for (rank, path) in paths.enumerated() {
      var faults: [String] = []
      if rank > 0, sources[path]?.origin == .own {
        faults.append("the deck id “\(deck)” is that of \(paths[0]) already")
      }
      var deck = rank > 0 ? nil : sources[path].flatMap { (readings[path] ?? read($0)).deck }
      faults += deck?.removeRepeatedCards().map { "there are two cards “\($0)”" } ?? []
      let rival = faults.map { "\(path):1:1: error: \($0)" }.joined(separator: "\n")
      try db.execute(
        literal: """
          UPDATE deck_index.files SET is_replaced = \(rank > 0),
            rival = \(rival.isEmpty ? nil : rival), cards = \(deck?.cards.count ?? 0)
          WHERE path = \(path)
          """)
      guard let deck else { continue }
      let first =
        try place.flatMap { $0.count < deck.cards.count ? nil : $0.lowerBound }
        ?? nextNumber(in: db)
      for (number, card) in zip(first..., deck.cards) {
        try insert(card, number: number, from: path, into: db)
      }
      try insertContents(of: deck, first: first, into: db)
    }
  }

  private func insertContents(of deck: Deck, first: Int64, into db: Database) throws {
    let points = Set(deck.cards.flatMap(\.guide)).sorted()
    let sorts = Set(deck.cards.map { "\($0.kind.rawValue) \($0.competency)" })
      .union(points.isEmpty ? [] : ["guide " + points.joined(separator: " ")])
      .union(deck.cards.flatMap(\.tags).map { "tag \($0)" })
    let text = SearchText(deck.cards, deckTitle: deck.title)
    try db.execute(
      sql: """
        INSERT INTO deck_index.contents (first, deck, sorts, ends, text)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        first, deck.id, sorts.sorted().joined(separator: "\n"),
        Data(text.ends), Data(text.bytes),
      ])
  }

  /// The numbers that a deck's cards may have when it is read again, so that it keeps its place
  /// among the others; nil for a deck that is new.
  private func place(of deck: String, in db: Database) throws -> Range<Int64>? {
    let row = try Row.fetchOne(
      db, sql: "SELECT min(number), max(number) FROM deck_index.cards WHERE deck = ?",
      arguments: [deck])
    guard let row, let first: Int64 = row[0], let last: Int64 = row[1] else { return nil }
    let next = try Int64.fetchOne(
      db, sql: "SELECT min(number) FROM deck_index.cards WHERE number > ?", arguments: [last])
    return first..<(next ?? .max)
  }

  /// A number behind all cards, with room for the deck before to grow.
  private func nextNumber(in db: Database) throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM deck_index.cards") ?? 0
    return last + 1000
  }

  private func removeCards(of deck: String, from db: Database) throws {
    try db.execute(
      literal: """
        DELETE FROM deck_index.texts WHERE number IN
          (SELECT number FROM deck_index.cards WHERE deck = \(deck))
        """)
    try db.execute(literal: "DELETE FROM deck_index.cards WHERE deck = \(deck)")
    try db.execute(literal: "DELETE FROM deck_index.contents WHERE deck = \(deck)")
  }

  private func insert(
    _ card: Card, number: Int64, from path: String, into db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO deck_index.cards
          (number, card, deck, kind, competency, is_core, likes, wordings, guide, tags, ask)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      number, card.id.description, card.id.deck, card.kind.rawValue, card.competency, card.isCore,
      card.likes.map(\.description).joined(separator: " "), card.wordings.count,
      card.guide.joined(separator: " "), card.tags.joined(separator: "\n"), card.ask,
    ])
    let text = try db.cachedStatement(
      sql: "INSERT INTO deck_index.texts (number, path, encoded) VALUES (?, ?, ?)")
    try text.execute(arguments: [number, path, card.encoded])
  }
}

extension Deck {
  /// Leaves only the first of the cards with one id; returns the ids of the others.
  mutating func removeRepeatedCards() -> [CardID] {
    var known: Set<CardID> = []
    var repeated: [CardID] = []
    cards.removeAll { card in
      if known.insert(card.id).inserted { return false }
      repeated.append(card.id)
      return true
    }
    return repeated
  }
}
