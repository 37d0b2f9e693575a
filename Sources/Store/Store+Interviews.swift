public import Campaign
import GRDB
import Practice
public import Scheduler

extension Store {
  /// All interviews, the earliest first.
  public func interviews() throws(StoreError) -> [Kept<Interview>] {
    try reading { db in try interviews(after: nil, in: db) }
  }

  /// The interviews that begin after a moment, the next one first.
  public func interviews(after time: Timestamp) throws(StoreError) -> [Kept<Interview>] {
    try reading { db in try interviews(after: time, in: db) }
  }

  /// SQL for the start of the next interview after the moment `now`, that moment if there is none.
  static func horizon(now: String) -> String {
    "ifnull((SELECT min(starts_ms) FROM interviews WHERE starts_ms > \(now)), \(now))"
  }

  /// The moment that recall is judged at: the start of the next interview, or now if there is none.
  func horizon(at moment: Moment, in db: Database) throws -> Timestamp {
    let statement = try db.cachedStatement(sql: "SELECT \(Self.horizon(now: "?1"))")
    let start = try Int64.fetchOne(statement, arguments: [moment.time.milliseconds])
    return start.map { Timestamp(milliseconds: $0.bounded(by: Bounds.times)) } ?? moment.time
  }

  /// Reads what the plan needs, and not who is there.
  private func interviews(after time: Timestamp?, in db: Database) throws -> [Kept<Interview>] {
    try db.rows(
      """
      SELECT i.id, e.name, i.round, i.starts_ms, i.utc_offset, i.zone, i.is_time_known,
        i.is_logged, i.is_waved_off
      FROM interviews i
      JOIN employers e ON e.id = i.employer
      WHERE i.starts_ms > ? ORDER BY i.starts_ms, i.id
      """, [time?.milliseconds ?? Int64.min]
    ) { row in
      var interview = Interview(
        employer: row[1], round: (row[2] as Int).bounded(by: Bounds.counts),
        InterviewStart(
          startsAt: (row[3] as Int64).bounded(by: Bounds.times),
          utcOffset: (row[4] as Int?)?.bounded(by: Bounds.offsets), zone: row[5],
          isTimeKnown: row[6]))
      (interview.isLogged, interview.isWavedOff) = (row[7], row[8])
      return Kept(Number(row[0]), interview)
    }
  }
}
