public import Decks
import GRDB
public import Practice

extension Store {
  /// The wordings in which each card was answered, by their index in ``Card/wordings``.
  public func wordingsPractised() throws(StoreError) -> [CardID: Set<Int>] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT card, wording FROM reviews
          UNION SELECT DISTINCT card, wording FROM attempts
          """
      ).reduce(into: [:]) { wordings, row in
        if let card = CardID(row[0]) { wordings[card, default: []].insert(row[1]) }
      }
    }
  }

  /// The cards of those ids with what practising them needs, in the order asked for.
  public func sessionCards(_ ids: [CardID]) throws(StoreError) -> [SessionCard] {
    let cards = try cards(ids)
    return try reading { db in
      try cards.map { card in
        let row = try memoryRow(of: card.id, in: db)
        let text = try String.fetchOne(
          db, sql: "SELECT text FROM notes WHERE card = ?", arguments: [card.id.description])
        var sessionCard = SessionCard(
          card: card, memory: row?.memory, lastWording: row?.lastWording, note: text,
          history: CardHistory(try attempts(at: card.id, in: db)),
          draft: try draft(of: card.id, in: db))
        sessionCard.lastGrade = row?.lastGrade
        return sessionCard
      }
    }
  }
}
