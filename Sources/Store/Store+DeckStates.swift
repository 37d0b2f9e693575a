import Decks
import GRDB

extension Store {
  /// SQL for the ids of the decks that are off: those turned off, and packs that nobody turned on.
  static let decksOff = """
    SELECT o.deck FROM deck_index.files o LEFT JOIN main.deck_states w ON w.deck = o.deck
    WHERE o.deck IS NOT NULL AND NOT o.is_replaced AND NOT ifnull(w.is_on, NOT o.is_pack)
    """

  /// The ids of the decks that are off.
  public func decksOff() throws(StoreError) -> Set<String> {
    try reading { db in Set(try db.rows(Self.decksOff) { $0[0] as String }) }
  }

  /// Turns a deck on or off: nothing of one that is off is asked, counted or proposed.
  ///
  /// - Parameters:
  ///   - id: the deck's id, which need not be that of a deck there is.
  ///   - isOn: whether it is on from now on.
  /// - Throws: ``StoreError``; then it is as it was.
  public func setDeck(_ id: String, on isOn: Bool) throws(StoreError) {
    try writing { db in
      try db.execute(
        literal: """
          INSERT INTO deck_states (deck, is_on) VALUES (\(id), \(isOn))
          ON CONFLICT (deck) DO UPDATE SET is_on = excluded.is_on
          """)
      try markActiveMemories(in: db)
    }
  }

  /// Whether there are packs, and the person never turned one on or off: then a home may ask for their
  /// line of work, once.
  ///
  /// - Throws: ``StoreError``.
  public func mayAskForPacks() throws(StoreError) -> Bool {
    try reading { db in
      let row = try db.row(
        """
        SELECT count(*), count(w.deck) FROM deck_index.files f
        LEFT JOIN deck_states w ON w.deck = f.deck
        WHERE f.is_pack AND f.deck IS NOT NULL AND NOT f.is_replaced
        """)
      return (row?[0] ?? 0) > 0 && (row?[1] ?? 0) == 0
    }
  }
}
