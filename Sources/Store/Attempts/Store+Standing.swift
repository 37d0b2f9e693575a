import Decks
import GRDB
public import Practice
import Scheduler

extension Store {
  /// The cards in the decks at which something waits, in no order.
  public func standings() throws(StoreError) -> [Standing] {
    try reading { db in
      try db.rows(
        """
        SELECT q.card, q.needs_work, q.stuck, q.unchecked_day FROM standing q
        WHERE \(Self.isActive("q.card"))
        """
      ) { row in
        CardID(row[0]).map {
          Standing(
            card: $0, needsWork: [RubricPart](letters: row[1]), stuck: row[2],
            uncheckedDay: row.computedDay(3).map { Day(number: $0) })
        }
      }.compactMap(\.self)
    }
  }

  /// Computes anew what waits at a card.
  func renewStanding(of card: CardID, in db: Database) throws {
    let history = CardHistory(try attempts(at: card, in: db))
    let day = history.uncheckedAnswer?.moment.day(startHour: schedule.startHour).number
    guard !history.needsWork.isEmpty || !history.stuck.isEmpty || day != nil else {
      try db.execute(literal: "DELETE FROM standing WHERE card = \(card.description)")
      return
    }
    try db.execute(
      literal: """
        INSERT OR REPLACE INTO standing VALUES (\(card.description),
          \(String(history.needsWork.map(\.letter))), \(history.stuck.count), \(day))
        """)
  }

  /// Computes anew what waits at every card.
  func renewStandings(in db: Database) throws {
    try db.execute(sql: "DELETE FROM standing")
    for card in try String.fetchAll(db, sql: "SELECT DISTINCT card FROM attempts") {
      if let card = CardID(card) { try renewStanding(of: card, in: db) }
    }
  }
}

extension [RubricPart] {
  /// The parts with these letters.
  init(letters: String) { self = letters.compactMap(RubricPart.init(rawValue:)) }
}
