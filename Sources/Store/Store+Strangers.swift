public import Decks
import GRDB

/// Reviews of cards that are in no deck here; a deck may come, or come back.
extension Store {
  /// Those of some cards that are in no deck, in id order.
  public func inNoDeck(_ cards: some Sequence<CardID>) throws(StoreError) -> [CardID] {
    let cards = cards.sorted()
    return try reading { db in
      try cards.filter { card in
        try db.row("SELECT 1 FROM deck_index.cards WHERE card = ?", [card.description]) == nil
      }
    }
  }

  /// How many reviews, without those taken back, are of which cards that are in no deck.
  public func reviewsInNoDeck() throws(StoreError) -> [CardID: Int] {
    try reading { db in
      let counts: [(CardID?, Int)] = try db.rows(
        """
        SELECT card, count(*) FROM reviews
        WHERE id NOT IN (SELECT review FROM undos)
          AND NOT EXISTS (SELECT 1 FROM deck_index.cards c WHERE c.card = reviews.card)
        GROUP BY card
        """
      ) { (CardID($0[0]), $0[1]) }
      return Dictionary(
        uniqueKeysWithValues: counts.compactMap { card, count in card.map { ($0, count) } })
    }
  }
}
