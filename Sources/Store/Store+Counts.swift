import GRDB
public import Practice
import Scheduler

extension Store {
  /// Counts what is waiting, without reading a single card.
  public func waiting(at moment: Moment) throws(StoreError) -> Waiting {
    let today = moment.day(startHour: schedule.startHour)
    // Only rows that are counted for being few are looked at: the cross joins keep SQLite from
    // building an index of all cards for those put away.
    return try reading { db in
      let row = try db.row(
        """
        SELECT
          (SELECT ifnull(sum(cards), 0) FROM deck_index.files)
            - (SELECT count(*) FROM card_states s CROSS JOIN deck_index.cards c USING (card)
              WHERE s.is_suspended),
          (SELECT count(*) FROM memory WHERE is_active = 1 AND due_day <= ?1)
            + (SELECT count(*) FROM memory WHERE is_active = 1 AND due_ms <= ?2)
            - (SELECT count(*) FROM card_states s CROSS JOIN memory m USING (card)
              WHERE s.buried_until_day > ?1 AND m.is_active = 1
              AND (m.due_day <= ?1 OR m.due_ms <= ?2)),
          (SELECT count(*) FROM memory)
            - (SELECT count(*) FROM memory WHERE is_active = 0),
          (SELECT count(*) FROM memory
            WHERE is_active = 1 AND weak_from_ms <= \(Self.horizon(now: "?2")))
            + (SELECT count(*) FROM standing q CROSS JOIN memory m USING (card)
              WHERE q.needs_work <> '' AND m.is_active = 1
              AND m.weak_from_ms > \(Self.horizon(now: "?2")))
        """, [today.number, moment.time.milliseconds])
      let cards: Int = row?[0] ?? 0
      return Waiting(
        cards: cards, due: row?[1] ?? 0, unseen: cards - (row?[2] ?? 0), weak: row?[3] ?? 0)
    }
  }
}
