import Decks
import FoundationEssentials
import GRDB
public import Practice
import Scheduler

extension Store {
  /// Adds up everything that was practised.
  ///
  /// Kept histories are brought up to date first, which takes long only after much has changed at once
  /// by other means than this program's own.
  ///
  /// - Parameters:
  ///   - prospects: the cards that are not suspended, for what readiness was.
  ///   - moment: now.
  ///   - families: the codes of all families, in their order.
  /// - Returns: the tally.
  /// - Throws: ``StoreError``.
  public func progress(
    of prospects: [Prospect], at moment: Moment, families: [String]
  ) throws(StoreError) -> ProgressTally {
    try deriving { db in
      try renewHistories(in: db)
      var tally = ProgressTally(
        of: prospects, at: moment, schedule: schedule, families: families)
      var reviews: [PastReview] = []
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: "SELECT card, reviews FROM histories"))
      while let row = try rows.next() {
        guard let card = CardID(row[0] as String) else { continue }
        try row.withUnsafeData(atIndex: 1) { data in
          (data ?? Data()).withUnsafeBytes { HistoryRecord.reviews(in: $0, into: &reviews) }
        }
        tally.add(reviews, of: card)
      }
      try addUngraded(to: &tally, in: db)
      try countSecondLooks(in: &tally.calibration, in: db)
      return tally
    }
  }

  /// Takes in the goes without a grade; the unique index of reviews finds them.
  private func addUngraded(to tally: inout ProgressTally, in db: Database) throws {
    let first = tally.days.first.start(utcOffset: 86_400, startHour: schedule.startHour)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT a.at_ms, a.utc_offset, a.duration_ms FROM attempts a
          WHERE a.review IS NULL AND a.at_ms >= ? AND \(Attempt.counts)
          """), arguments: [first.milliseconds])
    while let row = try rows.next() {
      let moment = Moment(time: Timestamp(milliseconds: row[0]), utcOffset: row[1])
      tally.addUngraded(on: moment.day(startHour: schedule.startHour), milliseconds: row[2])
    }
  }

  /// What falls due on each of the coming days if nothing is practised; the first is today, with all
  /// that is overdue.
  public func forecast(at moment: Moment) throws(StoreError) -> [ForecastDay] {
    let today = moment.day(startHour: schedule.startHour)
    let shift = Int64(moment.utcOffset) * 1000 - Int64(schedule.startHour) * 3_600_000
    return try reading { db in
      var days = (0..<ForecastDay.length).map { ForecastDay(day: today + $0) }
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT max(ifnull(m.due_day, (m.due_ms + :shift) / 86400000),
                ifnull(s.buried_until_day, 0), :today) AS day,
              c.kind, count(*)
            FROM memory m CROSS JOIN deck_index.cards c USING (card)
            LEFT JOIN card_states s USING (card)
            WHERE m.is_active = 1
              AND (m.due_day < :end OR (m.due_ms + :shift) / 86400000 < :end)
            GROUP BY 1, 2
            """),
        arguments: ["shift": shift, "today": today.number, "end": today.number + days.count])
      while let row = try rows.next() {
        let index = (row[0] as Int) - today.number
        guard days.indices.contains(index), let kind = CardKind(rawValue: row[1]) else { continue }
        let count: Int = row[2]
        days[index].cards += count
        days[index].minutes += Double(count) * kind.minutes
      }
      return days
    }
  }
}
