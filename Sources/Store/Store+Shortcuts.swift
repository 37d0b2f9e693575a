import Decks
import GRDB

/// Whether what is kept to save time is what the truth comes to; see the map in `Sources/README.md`.
extension Store {
  /// Something that is kept beside the truth, so that it need not be computed each time.
  public enum Shortcut: String, CaseIterable, Sendable {
    /// What the reviews of each card come to, with its dates.
    case memory
    /// Which memories are of cards that can be practised.
    case activity
    /// What waits at each card: the attempts at it.
    case standing
    /// Each review with what was expected of it.
    case histories

    /// All rows of it.
    fileprivate func rows(in db: Database) throws -> [Row] {
      let query =
        switch self {
        case .memory:
          """
          SELECT card, stability, fast_stability, difficulty, last_ms, last_day, reps, lapses,
            last_grade, last_wording, due_day, due_ms, weak_from_ms FROM memory ORDER BY card
          """
        case .activity: "SELECT card, is_active FROM memory ORDER BY card"
        case .standing: "SELECT * FROM standing ORDER BY card"
        case .histories: "SELECT * FROM histories ORDER BY card"
        }
      return try Row.fetchAll(db, sql: query)
    }
  }

  /// Those short cuts that are not what the truth comes to.
  ///
  /// All is computed anew in a transaction that is given up, so nothing is changed. Decks are taken to be
  /// what the index says; see ``staleDecks()``.
  ///
  /// - Parameter shortcuts: those to look at.
  /// - Returns: some of them; none if all is well.
  /// - Throws: ``StoreError``.
  public func staleShortcuts(_ shortcuts: [Shortcut] = Shortcut.allCases) throws(StoreError)
    -> [Shortcut]
  {
    try recovering(.reading) { db in
      var stale: [Shortcut] = []
      try db.inTransaction(.immediate) {
        // Those of new reviews are computed when they are asked for.
        try renewHistories(in: db)
        let kept = try shortcuts.map { try $0.rows(in: db) }
        _ = try rebuildMemory(in: db)
        let computed = try shortcuts.map { try $0.rows(in: db) }
        stale = shortcuts.indices.filter { kept[$0] != computed[$0] }.map { shortcuts[$0] }
        return .rollback
      }
      return stale
    }
  }

  /// The sources of decks of which the index has other cards than they have; none if the decks were not
  /// asked for.
  ///
  /// - Throws: ``StoreError``.
  public func staleDecks() throws(StoreError) -> [String] {
    guard let supply = deckIndex.supply else { return [] }
    return try reading { db in
      try supply.sources.filter { source in
        let isReplaced = try Bool.fetchOne(
          db, sql: "SELECT is_replaced FROM deck_index.files WHERE path = ?",
          arguments: [source.path])
        guard isReplaced == false, var deck = supply.read(source).deck else { return false }
        _ = deck.removeRepeatedCards()
        let kept = try String.fetchAll(
          db,
          sql: """
            SELECT t.encoded FROM deck_index.texts t JOIN deck_index.cards c USING (number)
            WHERE t.path = ? ORDER BY number
            """, arguments: [source.path])
        return kept != deck.cards.map(\.encoded)
      }.map(\.path)
    }
  }
}
