public import Decks
import GRDB
public import Practice
import Scheduler

/// A deck as listings show it.
public struct DeckListing: Equatable, Sendable {
  public var id: String
  public var title: String
  public var origin: Deck.Origin
  public var path: String
  public var cards: Int
  /// Cards with at least one review that counts.
  public var seen: Int
  /// Unsuspended cards that are due.
  public var due: Int
}

/// A fault in a deck file of the person's own, as the loader words it.
public struct DeckFault: Equatable, Sendable {
  public var path: String
  public var lines: [String]
}

extension Store {
  /// The decks in use, bundled ones first.
  public func decks(at moment: Moment) throws(StoreError) -> [DeckListing] {
    let today = moment.day(startHour: schedule.startHour)
    return try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT f.deck, f.title, f.origin, f.path,
            count(c.card) AS cards, count(m.card) AS seen,
            sum(m.card IS NOT NULL AND ifnull(s.is_suspended, 0) = 0
              AND (m.due_day <= :today OR m.due_ms <= :now)) AS due
          FROM deck_index.files f
          LEFT JOIN deck_index.cards c ON c.deck = f.deck
          LEFT JOIN memory m ON m.card = c.card
          LEFT JOIN card_states s ON s.card = c.card
          WHERE f.deck IS NOT NULL AND NOT f.is_replaced
          GROUP BY f.deck ORDER BY f.position, f.path
          """,
        arguments: ["today": today.number, "now": moment.time.milliseconds])
      return rows.map { row in
        DeckListing(
          id: row["deck"], title: row["title"],
          origin: Deck.Origin(rawValue: row["origin"]) ?? .own, path: row["path"],
          cards: row["cards"], seen: row["seen"], due: row["due"] ?? 0)
      }
    }
  }

  /// Deck files with faults: those whose decks cannot be used, and those with warnings.
  public func deckFaults() throws(StoreError) -> [DeckFault] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT path, faults, rival FROM deck_index.files
          WHERE faults <> '' OR rival IS NOT NULL ORDER BY path
          """
      ).map { row in
        let text: String = row["faults"]
        let lines = text.split(separator: "\n").map(String.init)
        return DeckFault(path: row["path"], lines: lines + [row["rival"]].compactMap { $0 })
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
