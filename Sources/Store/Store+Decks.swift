public import Decks
import GRDB
public import Practice
import Scheduler

/// A fault in a deck file of the person's own, as the loader words it.
public struct DeckFault: Equatable, Sendable {
  public var path: String
  public var lines: [String]
}

extension Store {
  /// The decks in use, bundled ones first.
  public func decks(at moment: Moment) throws(StoreError) -> [DeckListing] {
    try reading { db in
      var listings: [DeckListing] = []
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT deck, title, origin, path FROM deck_index.files
          WHERE deck IS NOT NULL AND NOT is_replaced ORDER BY position, path
          """)
      {
        listings.append(
          DeckListing(
            id: row["deck"], title: row["title"],
            origin: Deck.Origin(rawValue: row["origin"]) ?? .own, path: row["path"]))
      }
      var totals = Dictionary(listings.map { ($0.id, $0) }) { first, _ in first }
      try forEachCard(ofDeck: nil, at: moment, in: db) { card in totals[card.id.deck]?.add(card) }
      return listings.map { totals[$0.id] ?? $0 }
    }
  }

  /// All cards of a deck as search takes them, or of all decks.
  public func decksForSearch(_ id: String?) throws(StoreError) -> [Deck] {
    try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT c.deck, t.encoded FROM deck_index.cards c
          JOIN deck_index.texts t USING (number)
          WHERE ?1 IS NULL OR c.deck = ?1 ORDER BY c.number
          """, arguments: [id])
      var decks: [Deck] = []
      while let row = try rows.next() {
        guard let card = Card(encoded: row[1]) else { continue }
        if decks.last?.id != row[0] {
          decks.append(Deck(id: row[0], title: "", cards: [], origin: .own, path: ""))
        }
        decks[decks.count - 1].cards.append(card)
      }
      return decks
    }
  }

  /// The cards of a deck with the state of each, or of all decks, in their order.
  public func cardListings(ofDeck deck: String?, at moment: Moment) throws(StoreError)
    -> [CardListing]
  {
    try reading { db in
      var listings: [CardListing] = []
      try forEachCard(ofDeck: deck, at: moment, in: db) { listings.append($0) }
      return listings
    }
  }

  private func forEachCard(
    ofDeck deck: String?, at moment: Moment, in db: Database, _ body: (CardListing) -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.card, c.kind, c.competency, c.is_core, \(MemoryRow.columns),
          \(Self.isDue), m.weak_from_ms <= :now OR q.needs_work <> '', s.is_suspended, c.ask
        FROM deck_index.cards c
        LEFT JOIN memory m ON m.card = c.card
        LEFT JOIN card_states s ON s.card = c.card
        LEFT JOIN standing q ON q.card = c.card
        WHERE :deck IS NULL OR c.deck = :deck
        ORDER BY c.number
        """,
      arguments: dueArguments(at: moment) + ["deck": deck])
    while let row = try rows.next() {
      guard let id = CardID(row[0]), let kind = CardKind(rawValue: row[1]) else { continue }
      body(
        CardListing(
          id: id, kind: kind, competency: row[2], isCore: row[3],
          recall: MemoryRow(row, from: 4).map {
            schedule.model.retrievability(of: $0.memory, at: moment.time)
          },
          isDue: row[13] ?? false, isWeak: row[14] ?? false, isSuspended: row[15] ?? false,
          ask: row[16]))
    }
  }

  /// Deck files with faults, whose decks cannot be used; warnings are for `decks check`.
  public func deckFaults() throws(StoreError) -> [DeckFault] {
    try reading { db in
      try db.rows(
        """
        SELECT path, faults, rival FROM deck_index.files
        WHERE faults <> '' OR rival IS NOT NULL ORDER BY path
        """
      ) { row in
        let text: String = row[1]
        let lines = text.split(separator: "\n").map(String.init)
        return DeckFault(path: row[0], lines: lines + [row[2]].compactMap { $0 })
      }
    }
  }

  /// The card of that id; nil if no deck has it now.
  public func card(_ id: CardID) throws(StoreError) -> Card? {
    try cards([id]).first
  }

  /// The cards of those ids that the decks have now, in the order asked for.
  public func cards(_ ids: [CardID]) throws(StoreError) -> [Card] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT t.encoded FROM deck_index.cards c JOIN deck_index.texts t USING (number)
          WHERE c.card = ?
          """)
      return try ids.compactMap { id in
        try String.fetchOne(statement, arguments: [id.description])
          .flatMap { Card(encoded: $0) }
      }
    }
  }

  /// All cards of a deck, in its order.
  public func cards(ofDeck deck: String) throws(StoreError) -> [Card] {
    try reading { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT t.encoded FROM deck_index.cards c JOIN deck_index.texts t USING (number)
          WHERE c.deck = ? ORDER BY number
          """, arguments: [deck]
      ).compactMap { Card(encoded: $0) }
    }
  }
}
