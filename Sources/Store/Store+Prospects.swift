public import Decks
import GRDB
public import Practice
import Scheduler

extension Store {
  /// The cards that are in a deck that is on and not suspended, those put away until tomorrow included.
  ///
  /// - Parameters:
  ///   - moment: now.
  ///   - competencies: the families.
  ///   - coreOnly: only cards of the core set.
  /// - Returns: the cards in the order of their decks.
  /// - Throws: ``StoreError``.
  public func prospects(
    at moment: Moment, competencies: Competencies, coreOnly: Bool = false
  ) throws(StoreError) -> [Prospect] {
    let today = moment.day(startHour: schedule.startHour)
    return try reading { db in
      let horizon = try horizon(at: moment, in: db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          WITH off AS MATERIALIZED (\(Self.decksOff))
          SELECT c.card, c.kind, c.competency, c.is_core, \(MemoryRow.columns),
            m.due_day, m.due_ms, m.weak_from_ms, ifnull(s.buried_until_day, 0) > ?,
            ifnull(q.needs_work, '') <> '', c.likes, c.wordings
          FROM deck_index.cards c
          LEFT JOIN memory m ON m.card = c.card
          LEFT JOIN card_states s ON s.card = c.card
          LEFT JOIN standing q ON q.card = c.card
          WHERE ifnull(s.is_suspended, 0) = 0 AND c.deck NOT IN (SELECT deck FROM off)
            \(coreOnly ? "AND c.is_core = 1" : "")
          ORDER BY c.number
          """, arguments: [today.number])
      let done = try lastDone(in: db)
      var prospects: [Prospect] = []
      while let row = try rows.next() {
        guard let id = CardID(row[0]), let kind = CardKind(rawValue: row[1]) else { continue }
        let due: Due? =
          row.computedDay(13).map { .day(Day(number: $0)) }
          ?? row.computedTime(14).map { .time(Timestamp(milliseconds: $0)) }
        let isWeak = (row[15] as Int64?).map { $0 <= horizon.milliseconds } ?? false
        let known = MemoryRow(row, from: 4)
        var prospect = Prospect(
          id: id, kind: kind, family: competencies.family(of: row[2])?.code, isCore: row[3],
          memory: known?.memory, due: due, isBuried: row[16], isWeak: isWeak,
          hasSlipped: known?.lastGrade == .again, needsWork: row[17])
        if let last = known?.lastGrade { prospect.lastGrade = last }
        let likes: String = row[18]
        prospect.likes = likes.split(separator: " ").compactMap { CardID(String($0)) }
        prospect.lastDone = done[id]
        prospect.wordings = row[19]
        prospects.append(prospect)
      }
      return prospects
    }
  }
}
