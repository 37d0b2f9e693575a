import Decks
import GRDB
public import Practice
import Scheduler

extension Store {
  /// The weak cards in the decks that are not suspended: those whose last answer was Again, then
  /// those least likely to be recalled.
  public func weakCards(at moment: Moment) throws(StoreError) -> [WeakCard] {
    try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(MemoryRow.columns), c.card, t.encoded
          FROM memory m
          JOIN deck_index.cards c ON c.card = m.card
          JOIN deck_index.texts t USING (number)
          LEFT JOIN card_states s ON s.card = c.card
          WHERE m.weak_from_ms <= ? AND ifnull(s.is_suspended, 0) = 0
          ORDER BY c.number
          """, arguments: [moment.time.milliseconds])
      var weak: [WeakCard] = []
      while let row = try rows.next() {
        guard let id = CardID(row["card"]), let known = MemoryRow(row),
          let card = Card(encoded: row["encoded"])
        else { continue }
        weak.append(
          WeakCard(
            id: id, ask: card.ask, competency: card.competency,
            recall: schedule.model.retrievability(of: known.memory, at: moment.time),
            hasSlipped: known.lastGrade == .again, lapses: known.memory.lapses))
      }
      return weak.sorted {
        $0.hasSlipped == $1.hasSlipped ? $0.recall < $1.recall : $0.hasSlipped
      }
    }
  }
}
