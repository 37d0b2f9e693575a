import Decks
import GRDB
public import Practice
import Scheduler

extension Store {
  /// The weak cards in the decks, those with a part that needs work too, that are not suspended nor of a deck that is off,
  /// those least likely to be recalled first: at the start of the next interview, or now if there
  /// is none.
  ///
  /// Right after an answer Again recall now says nothing, so without an interview those come first.
  public func weakCards(at moment: Moment) throws(StoreError) -> [WeakCard] {
    try reading { db in
      let horizon = try horizon(at: moment, in: db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(MemoryRow.columns), c.card, t.encoded, q.needs_work
          FROM memory m
          JOIN deck_index.cards c ON c.card = m.card
          JOIN deck_index.texts t USING (number)
          LEFT JOIN card_states s ON s.card = c.card
          LEFT JOIN standing q ON q.card = c.card
          WHERE (m.weak_from_ms <= ? OR q.needs_work <> '') AND ifnull(s.is_suspended, 0) = 0
            AND c.deck NOT IN (\(Self.decksOff))
          ORDER BY c.number
          """, arguments: [horizon.milliseconds])
      var weak: [WeakCard] = []
      while let row = try rows.next() {
        guard let id = CardID(row["card"]), let known = MemoryRow(row),
          let card = Card(encoded: row["encoded"])
        else { continue }
        weak.append(
          WeakCard(
            id: id, ask: card.ask, competency: card.competency,
            recall: schedule.model.retrievability(of: known.memory, at: horizon),
            hasSlipped: known.lastGrade == .again, lapses: known.memory.lapses,
            needsWork: [RubricPart](letters: row["needs_work"] ?? "")))
      }
      return weak.sorted {
        horizon > moment.time || $0.hasSlipped == $1.hasSlipped
          ? $0.recall < $1.recall : $0.hasSlipped
      }
    }
  }
}
