public import Decks
import GRDB
public import Practice
import Scheduler

extension Store {
  /// Counts what is waiting, without reading a single card.
  public func waiting(at moment: Moment) throws(StoreError) -> Waiting {
    let today = moment.day(startHour: schedule.startHour)
    // Only rows that are counted for being few are looked at: the cross joins keep SQLite from
    // building an index of all cards for those put away, and a whole table is counted by its pages.
    return try reading { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT
            (SELECT count(*) FROM deck_index.cards)
              - (SELECT count(*) FROM card_states s CROSS JOIN deck_index.cards c USING (card)
                WHERE s.is_suspended),
            (SELECT count(*) FROM memory WHERE is_active = 1 AND due_day <= :today)
              + (SELECT count(*) FROM memory WHERE is_active = 1 AND due_ms <= :now)
              - (SELECT count(*) FROM card_states s CROSS JOIN memory m USING (card)
                WHERE s.buried_until_day > :today AND m.is_active = 1
                AND (m.due_day <= :today OR m.due_ms <= :now)),
            (SELECT count(*) FROM memory)
              - (SELECT count(*) FROM memory WHERE is_active = 0),
            (SELECT count(*) FROM memory WHERE is_active = 1 AND weak_from_ms <= :now)
          """,
        arguments: ["today": today.number, "now": moment.time.milliseconds])
      let cards: Int = row?[0] ?? 0
      return Waiting(
        cards: cards, due: row?[1] ?? 0, unseen: cards - (row?[2] ?? 0), weak: row?[3] ?? 0)
    }
  }

  /// The cards that could be practised now: in a deck, not suspended, not buried.
  public func prospects(at moment: Moment, competencies: Competencies) throws(StoreError)
    -> [Prospect]
  {
    let today = moment.day(startHour: schedule.startHour)
    return try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT c.card, c.kind, c.competency, c.is_core, \(MemoryRow.columns),
            m.due_day, m.due_ms, m.weak_from_ms
          FROM deck_index.cards c
          LEFT JOIN memory m ON m.card = c.card
          LEFT JOIN card_states s ON s.card = c.card
          WHERE ifnull(s.is_suspended, 0) = 0 AND ifnull(s.buried_until_day, 0) <= ?
          ORDER BY c.number
          """, arguments: [today.number])
      var prospects: [Prospect] = []
      while let row = try rows.next() {
        guard let id = CardID(row[0]), let kind = CardKind(rawValue: row[1]) else { continue }
        let due: Due? =
          (row[13] as Int?).map { .day(Day(number: $0)) }
          ?? (row[14] as Int64?).map { .time(Timestamp(milliseconds: $0)) }
        let isWeak = (row[15] as Int64?).map { $0 <= moment.time.milliseconds } ?? false
        let known = MemoryRow(row, from: 4)
        prospects.append(
          Prospect(
            id: id, kind: kind, family: competencies.family(of: row[2])?.code, isCore: row[3],
            memory: known?.memory, due: due, isWeak: isWeak,
            hasSlipped: known?.lastGrade == .again))
      }
      return prospects
    }
  }
}
