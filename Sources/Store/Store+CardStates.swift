public import Decks
import GRDB
public import Practice
public import Scheduler

extension Store {
  /// The cards that are kept out of practice, in id order.
  public func suspendedCards() throws(StoreError) -> [CardID] {
    try reading { db in
      try db.rows("SELECT card FROM card_states WHERE is_suspended ORDER BY card") { row in
        CardID(row[0])
      }.compactMap(\.self)
    }
  }

  /// Keeps a card out of practice, or lets it come back.
  public func setSuspended(_ card: CardID, to isSuspended: Bool) throws(StoreError) {
    try writing { db in try setSuspended(card, to: isSuspended, in: db) }
  }

  /// The same as a step of a session, or as the taking back of its last step: the session is kept as it
  /// is afterwards.
  ///
  /// - Parameters:
  ///   - card: the card.
  ///   - isSuspended: whether it is kept out from now on.
  ///   - reason: why, if the person said so.
  ///   - session: the session as it is before; nil if it is done in none.
  ///   - moment: now.
  /// - Throws: ``StoreError``; then it is as it was.
  public func setSuspended(
    _ card: CardID, to isSuspended: Bool, because reason: SuspensionReason? = nil,
    in session: Session?, at moment: Moment
  ) throws(StoreError) {
    try writing(isSuspended ? .change : .undo) { db in
      if !isSuspended { try noteUndone(card, in: db) }
      try setSuspended(card, to: isSuspended, because: reason, in: db)
      try keep(session?.after(isSuspended ? { .suspended($0) } : nil), at: moment, in: db)
    }
  }

  /// Notes that a session takes back what it did last to a card's state.
  private func noteUndone(_ card: CardID, in db: Database) throws {
    let marks = try FactMarks(db)
    let undo = try Action.add(
      .undo, at: clock().milliseconds.bounded(by: Bounds.times), from: marks, to: marks, in: db)
    let last = try Action.last(
      """
      \(Action.isStep) AND id IN (
        SELECT action FROM main.records WHERE tbl = 'card_states' AND thing = ?)
      """, [card.description], in: db)
    if let last { try Action.note(last.id, undoneBy: undo, in: db) }
  }

  func setSuspended(
    _ card: CardID, to isSuspended: Bool, because reason: SuspensionReason? = nil, in db: Database
  ) throws {
    try db.execute(
      literal: """
        INSERT INTO card_states (card, is_suspended, reason)
        VALUES (\(card.description), \(isSuspended), \(reason?.rawValue ?? ""))
        ON CONFLICT (card) DO UPDATE SET is_suspended = excluded.is_suspended,
          reason = excluded.reason
        """)
    try db.execute(
      sql: "UPDATE memory SET is_active = \(Self.isActive("memory.card")) WHERE card = ?",
      arguments: [card.description])
  }

  /// Keeps a card out of practice until a day begins; nil lets it come back at once.
  public func setBuried(_ card: CardID, until day: Day?) throws(StoreError) {
    try writing { db in try setBuried(card, until: day, in: db) }
  }

  /// The same as a step of a session, or as the taking back of its last step: the session is kept as it
  /// is afterwards.
  public func setBuried(
    _ card: CardID, until day: Day?, in session: Session?, at moment: Moment
  ) throws(StoreError) {
    try writing(day == nil ? .undo : .change) { db in
      if day == nil { try noteUndone(card, in: db) }
      try setBuried(card, until: day, in: db)
      try keep(session?.after(day == nil ? nil : { .buried($0) }), at: moment, in: db)
    }
  }

  private func setBuried(_ card: CardID, until day: Day?, in db: Database) throws {
    try db.execute(
      literal: """
        INSERT INTO card_states (card, buried_until_day) VALUES (\(card.description), \(day?.number))
        ON CONFLICT (card) DO UPDATE SET buried_until_day = excluded.buried_until_day
        """)
  }

  /// The person's own note on a card; nil if there is none.
  public func note(on card: CardID) throws(StoreError) -> String? {
    try reading { db in
      try String.fetchOne(
        db, sql: "SELECT text FROM notes WHERE card = ?", arguments: [card.description])
    }
  }

  /// The person's own notes, by card.
  public func notes() throws(StoreError) -> [CardID: String] {
    try reading { db in
      var notes: [CardID: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT card, text FROM notes") {
        if let card = CardID(row[0]) { notes[card] = row[1] }
      }
      return notes
    }
  }

  /// Saves the person's own note on a card; an empty one removes it.
  ///
  /// - Parameters:
  ///   - text: the note.
  ///   - card: the card.
  ///   - known: what the person began with: lines that stand there now and are not among these were
  ///     written in another window, and stay below. Nil if all may go.
  ///   - time: now.
  /// - Returns: the note as it is kept.
  /// - Throws: ``StoreError``; then the note is as it was.
  @discardableResult
  public func setNote(
    _ text: String, on card: CardID, insteadOf known: String? = nil, at time: Timestamp
  ) throws(StoreError) -> String {
    try writing { db in
      var text = text
      if let known {
        let there = try String.fetchOne(
          db, sql: "SELECT text FROM notes WHERE card = ?", arguments: [card.description])
        let others = (there ?? "").lines(notIn: [known, text])
        if !others.isEmpty { text += (text.isEmpty ? "" : "\n") + others }
      }
      guard !text.isEmpty else {
        try db.execute(literal: "DELETE FROM notes WHERE card = \(card.description)")
        return text
      }
      try db.execute(
        literal: """
          INSERT OR REPLACE INTO notes (card, text, changed_ms)
          VALUES (\(card.description), \(text), \(time.milliseconds))
          """)
      return text
    }
  }
}
