import Campaign
public import Decks
import GRDB
import Practice
public import Scheduler

extension Store {
  /// Keeps what was written so far at a card, box by box, in the place of what was kept before; nothing
  /// but empty boxes removes it.
  ///
  /// - Parameters:
  ///   - texts: what was written.
  ///   - card: where.
  ///   - known: what the person's boxes began with or were last kept as: lines of the draft that are
  ///     not among these were written in another window, and are kept below. Nil if all may go.
  ///   - time: now.
  /// - Throws: ``StoreError``; then the draft is as it was.
  public func keepDraft(
    _ texts: [String], of card: CardID, insteadOf known: [String]? = nil, at time: Timestamp
  ) throws(StoreError) {
    try writing(.draft) { db in
      var kept = texts
      if let known {
        for (place, text) in try draft(of: card, in: db).enumerated() {
          let others = text.lines(
            notIn: [known, texts].map { $0.indices.contains(place) ? $0[place] : "" })
          guard !others.isEmpty else { continue }
          while kept.count <= place { kept.append("") }
          kept[place] += (kept[place].isEmpty ? "" : "\n") + others
        }
      }
      try keepDraft(kept, of: card, at: time, in: db)
    }
  }

  /// Keeps a draft that was written at a time and lay elsewhere since.
  ///
  /// It takes the place of one that is older, and stands below one that is newer.
  public func bringBackDraft(_ texts: [String], of card: CardID, from time: Timestamp)
    throws(StoreError)
  {
    try writing(.draft) { db in
      let changed = try Int64.fetchOne(
        db, sql: "SELECT max(changed_ms) FROM drafts WHERE card = ?",
        arguments: [card.description])
      var kept = texts
      if let changed, changed > time.milliseconds {
        kept = try draft(of: card, in: db).adding(texts)
      }
      try keepDraft(kept, of: card, at: time, in: db)
    }
  }

  /// Adds words to what was written at a card, below what stands there, unless they do already.
  public func addToDraft(_ texts: [String], of card: CardID, at time: Timestamp)
    throws(StoreError)
  {
    try writing(.draft) { db in
      let draft = try draft(of: card, in: db)
      let longer = draft.adding(texts)
      if longer != draft { try keepDraft(longer, of: card, at: time, in: db) }
    }
  }

  private func keepDraft(
    _ texts: [String], of card: CardID, at time: Timestamp, in db: Database
  ) throws {
    try deleteDraft(of: card, in: db)
    for (position, text) in texts.enumerated() where !text.isEmpty {
      try db.run(
        "INSERT INTO drafts VALUES (?, ?, ?, ?)",
        [card.description, position, text, time.milliseconds])
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

  /// Deletes what an attempt was written from; what stands in the card's other boxes stays, and so does
  /// what another window has written in these.
  func deleteDraft(of attempt: Attempt, in db: Database) throws {
    var draft = try draft(of: attempt.card, in: db)
    for place in attempt.boxPlaces where draft.indices.contains(place) {
      let written = attempt.texts.indices.contains(place) ? attempt.texts[place] : ""
      draft[place] = draft[place].lines(notIn: [written])
    }
    try keepDraft(draft, of: attempt.card, at: attempt.moment.time, in: db)
  }

  /// Deletes what was typed into the logs of rounds and the forms of things that are gone: the next may
  /// get the number.
  static func deleteDraftsOfGone(in db: Database) throws {
    try db.execute(
      literal: """
        DELETE FROM drafts WHERE substr(card, 1, length(\(Notebook.logDrafts))) = \(Notebook.logDrafts)
          AND card NOT IN (SELECT \(Notebook.logDrafts) || id FROM interviews)
        """)
    let forms = try String.fetchAll(
      db, sql: "SELECT DISTINCT card FROM drafts WHERE substr(card, 1, length(?1)) = ?1",
      arguments: [Notebook.formDrafts])
    for card in forms {
      guard let form = Notebook.formDraft(card),
        Notebook.numbered.contains(where: { $0.table == form.table }),
        try Int64.fetchOne(
          db, sql: "SELECT id FROM main.\(form.table) WHERE id = ?", arguments: [form.number])
          != nil
      else {
        try db.execute(literal: "DELETE FROM drafts WHERE card = \(card)")
        continue
      }
    }
  }

  private func deleteDraft(of card: CardID, in db: Database) throws {
    try db.run("DELETE FROM drafts WHERE card = ?", [card.description])
  }
}

extension [String] {
  /// The texts with others below them, box by box, but those that they hold already.
  fileprivate func adding(_ others: [String]) -> [String] {
    var kept = self
    for (position, text) in others.enumerated() where !text.isEmpty {
      while kept.count <= position { kept.append("") }
      guard !kept[position].contains(text) else { continue }
      kept[position] += kept[position].isEmpty ? text : "\n" + text
    }
    return kept
  }
}

extension String {
  /// The lines that stand in none of some texts, empty ones aside.
  func lines(notIn texts: [String]) -> String {
    let known = Set(texts.flatMap { $0.split(whereSeparator: \.isNewline) })
    return split(whereSeparator: \.isNewline).filter { !known.contains($0) }
      .joined(separator: "\n")
  }
}
