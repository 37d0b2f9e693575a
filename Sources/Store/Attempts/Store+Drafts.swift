import Campaign
public import Decks
import GRDB
import Practice
public import Scheduler

extension Store {
  /// Keeps what was written so far at a card, box by box, in the place of what was kept before; nothing
  /// but empty boxes removes it.
  public func keepDraft(_ texts: [String], of card: CardID, at time: Timestamp) throws(StoreError) {
    try writing { db in try keepDraft(texts, of: card, at: time, in: db) }
  }

  /// Keeps a draft that was written at a time and lay elsewhere since.
  ///
  /// It takes the place of one that is older, and stands below one that is newer.
  public func bringBackDraft(_ texts: [String], of card: CardID, from time: Timestamp)
    throws(StoreError)
  {
    try writing { db in
      let changed = try Int64.fetchOne(
        db, sql: "SELECT max(changed_ms) FROM drafts WHERE card = ?",
        arguments: [card.description])
      var kept = texts
      if let changed, changed > time.milliseconds {
        kept = try draft(of: card, in: db)
        for (position, text) in texts.enumerated() where !text.isEmpty {
          while kept.count <= position { kept.append("") }
          guard !kept[position].contains(text) else { continue }
          kept[position] += kept[position].isEmpty ? text : "\n" + text
        }
      }
      try keepDraft(kept, of: card, at: time, in: db)
    }
  }

  private func keepDraft(
    _ texts: [String], of card: CardID, at time: Timestamp, in db: Database
  ) throws {
    try deleteDraft(of: card, in: db)
    for (position, text) in texts.enumerated() where !text.isEmpty {
      try db.execute(
        literal: """
          INSERT INTO drafts VALUES
            (\(card.description), \(position), \(text), \(time.milliseconds))
          """)
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

  /// Deletes what an attempt was written from; what stands in the card's other boxes stays.
  func deleteDraft(of attempt: Attempt, in db: Database) throws {
    for place in attempt.boxPlaces {
      try db.execute(
        literal: """
          DELETE FROM drafts WHERE card = \(attempt.card.description) AND position = \(place)
          """)
    }
  }

  /// Deletes what was typed into the logs of rounds that are gone: the next round may get the number.
  static func deleteLogDraftsOfGone(in db: Database) throws {
    try db.execute(
      literal: """
        DELETE FROM drafts WHERE substr(card, 1, length(\(Notebook.logDrafts))) = \(Notebook.logDrafts)
          AND card NOT IN (SELECT \(Notebook.logDrafts) || id FROM interviews)
        """)
  }

  private func deleteDraft(of card: CardID, in db: Database) throws {
    try db.execute(literal: "DELETE FROM drafts WHERE card = \(card.description)")
  }
}
