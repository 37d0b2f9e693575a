public import Decks
import GRDB
public import Practice

extension Store {
  /// The cards of those ids with what practising them needs, in the order asked for.
  public func sessionCards(_ ids: [CardID]) throws(StoreError) -> [SessionCard] {
    let cards = try cards(ids)
    return try reading { db in
      try cards.map { card in
        let row = try memoryRow(of: card.id, in: db)
        let text = try String.fetchOne(
          db, sql: "SELECT text FROM notes WHERE card = ?", arguments: [card.id.description])
        return SessionCard(
          card: card, memory: row?.memory, lastWording: row?.lastWording, note: text,
          history: CardHistory(try attempts(at: card.id, in: db)),
          draft: try draft(of: card.id, in: db))
      }
    }
  }
}
