public import Decks
import GRDB
public import Scheduler

extension Store {
  /// Keeps what was written so far at a card, box by box, in the place of what was kept before; nothing
  /// but empty boxes removes it.
  public func keepDraft(_ texts: [String], of card: CardID, at time: Timestamp) throws(StoreError) {
    try writing { db in
      try deleteDraft(of: card, in: db)
      for (position, text) in texts.enumerated() where !text.isEmpty {
        try db.execute(
          literal: """
            INSERT INTO drafts VALUES
              (\(card.description), \(position), \(text), \(time.milliseconds))
            """)
      }
    }
  }

  /// What was written at a card and not finished; empty if there is nothing.
  public func draft(of card: CardID) throws(StoreError) -> [String] {
    try reading { db in try draft(of: card, in: db) }
  }

  func draft(of card: CardID, in db: Database) throws -> [String] {
    [String](
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT position, text FROM drafts WHERE card = ? ORDER BY position"),
        arguments: [card.description]))
  }

  func deleteDraft(of card: CardID, in db: Database) throws {
    try db.execute(literal: "DELETE FROM drafts WHERE card = \(card.description)")
  }
}
