public import Decks
import GRDB
public import Practice
import Scheduler

/// A fault in a deck file of the person's own, as the loader words it.
public struct DeckFault: Equatable, Sendable {
  public var path: String
  public var lines: [String]

  public var faults: [Fault] { lines.compactMap { Fault($0, path: path) } }
}

extension Store {
  /// The decks in use, bundled ones first.
  public func decks(at moment: Moment) throws(StoreError) -> [DeckListing] {
    try reading { db in
      var listings: [DeckListing] = []
      var places: [String: Int] = [:]
      _ = try db.rows(
        """
          WITH put_away AS (
            SELECT c.deck, count(*) AS cards
            FROM card_states s CROSS JOIN deck_index.cards c USING (card)
            WHERE s.is_suspended GROUP BY c.deck)
          SELECT f.deck, f.title, f.origin, f.path, f.cards, ifnull(p.cards, 0),
            f.is_pack, f.deck NOT IN (\(Self.decksOff))
          FROM deck_index.files f LEFT JOIN put_away p USING (deck)
          WHERE f.deck IS NOT NULL AND NOT f.is_replaced ORDER BY f.position, f.path
        """
      ) { row in
        places[row[0]] = listings.count
        listings.append(
          DeckListing(
            id: row[0], title: row[1], origin: Deck.Origin(rawValue: row[2]) ?? .own,
            path: row[3], cards: row[4], suspended: row[5], isPack: row[6], isOn: row[7]))
      }
      try forEachSeenCard(at: moment, in: db) { card, recall, isDue in
        if let place = places[card.deck] { listings[place].addSeen(recall: recall, isDue: isDue) }
      }
      return listings
    }
  }

  /// Goes through the cards in decks that have a memory; a suspended one has no recall here.
  private func forEachSeenCard(
    at moment: Moment, in db: Database, _ body: (CardID, Retrievability?, Bool) -> Void
  ) throws {
    // The decks are left alone: what is active is in one, and few cards are not active.
    _ = try db.rows(
      """
      SELECT m.card, m.is_active, \(Self.isDue), \(MemoryRow.columns)
      FROM memory m
      WHERE m.is_active OR EXISTS (SELECT 1 FROM deck_index.cards c WHERE c.card = m.card)
      """, dueArguments(at: moment)
    ) { row in
      guard let card = CardID(row[0]) else { return }
      let memory = row[1] ? MemoryRow(row, from: 3)?.memory : nil
      body(
        card, memory.map { schedule.model.retrievability(of: $0, at: moment.time) },
        row[2] ?? false)
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
        let texts: [String?] = [row[1], row[2]]
        let lines = texts.compactMap(\.self).flatMap { $0.split(separator: "\n") }
        return DeckFault(path: row[0], lines: lines.map(String.init))
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

  /// The cards whose own id, without that of their deck, is this; however capitals are used.
  public func cards(withOwnID id: String) throws(StoreError) -> [CardID] {
    try reading { db in
      try db.rows(
        """
        SELECT card FROM deck_index.cards
        WHERE card COLLATE NOCASE = deck || '/' || ? ORDER BY number
        """, [id]
      ) { CardID($0[0]) }.compactMap { $0 }
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

  /// All cards of some kinds in decks that are on, in the order of their decks.
  public func cards(ofKinds kinds: [CardKind]) throws(StoreError) -> [Card] {
    try reading { db in
      let marks = kinds.map { _ in "?" }.joined(separator: ", ")
      return try db.rows(
        """
        SELECT t.encoded FROM deck_index.cards c JOIN deck_index.texts t USING (number)
        WHERE c.kind IN (\(marks)) AND c.deck NOT IN (\(Self.decksOff)) ORDER BY number
        """, StatementArguments(kinds.map(\.rawValue))
      ) { Card(encoded: $0[0]) }.compactMap { $0 }
    }
  }
}
