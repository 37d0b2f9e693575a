import GRDB
public import Practice
public import Scheduler

extension Store {
  /// Counts what is waiting, without reading a single card.
  public func waiting(at moment: Moment) throws(StoreError) -> Waiting {
    // Only rows that are counted for being few are looked at: the cross joins keep SQLite from
    // building an index of all cards for those put away.
    try reading { db in
      let row = try db.row(
        """
        SELECT
          (SELECT ifnull(sum(cards), 0) FROM deck_index.files
              WHERE deck IS NULL OR deck NOT IN (\(Self.decksOff)))
            - (SELECT count(*) FROM card_states s CROSS JOIN deck_index.cards c USING (card)
              WHERE s.is_suspended AND c.deck NOT IN (\(Self.decksOff))),
          (SELECT count(*) FROM memory WHERE is_active = 1 AND due_day <= :today)
            + (SELECT count(*) FROM memory WHERE is_active = 1 AND due_ms <= :now)
            + (SELECT count(*) FROM memory WHERE is_active = 1 AND due_ms > :now
              AND due_ms < :tonight AND last_day < :today)
            - (SELECT count(*) FROM card_states s CROSS JOIN memory m USING (card)
              WHERE s.buried_until_day > :today AND m.is_active = 1 AND \(Self.isDue)),
          (SELECT count(*) FROM memory)
            - (SELECT count(*) FROM memory WHERE is_active = 0),
          (SELECT count(*) FROM memory
            WHERE is_active = 1 AND weak_from_ms <= :horizon)
            + (SELECT count(*) FROM standing q CROSS JOIN memory m USING (card)
              WHERE q.needs_work <> '' AND m.is_active = 1
              AND m.weak_from_ms > :horizon)
        """,
        dueArguments(at: moment) + ["horizon": horizon(at: moment, in: db).milliseconds])
      let cards: Int = row?[0] ?? 0
      return Waiting(
        cards: cards, due: row?[1] ?? 0, unseen: cards - (row?[2] ?? 0), weak: row?[3] ?? 0)
    }
  }

  /// Until when ``waiting(at:)`` stays what it is if nothing is done; the end of the day at the latest.
  public func nextChange(after moment: Moment) throws(StoreError) -> Timestamp {
    try reading { db in
      if let ahead = try Self.cachedTime("ahead", in: db), ahead > moment.time {
        return moment.time
      }
      let changes = try db.row(
        """
        SELECT
          (SELECT min(due_ms) FROM memory WHERE is_active = 1 AND due_ms > ?1),
          (SELECT min(weak_from_ms) FROM memory
            WHERE is_active = 1 AND weak_from_ms > ?2),
          (SELECT min(starts_ms) FROM interviews WHERE starts_ms > ?1)
        """, [moment.time.milliseconds, horizon(at: moment, in: db).milliseconds])
      let times = (0..<3).compactMap { changes?[$0] as Int64? }.map(Timestamp.init(milliseconds:))
      return times.reduce(schedule.endOfDay(at: moment)) { min($0, $1) }
    }
  }

  /// SQL that is 1 if a memory `m` is of a card to be practised, as ``Schedule`` has it; it takes
  /// ``dueArguments(at:)``.
  static let isDue = """
    (m.due_day <= :today OR m.due_ms <= :now OR m.due_ms < :tonight AND m.last_day < :today)
    """

  func dueArguments(at moment: Moment) -> StatementArguments {
    [
      "today": moment.day(startHour: schedule.startHour).number,
      "now": moment.time.milliseconds,
      "tonight": schedule.endOfDay(at: moment).milliseconds,
    ]
  }
}
