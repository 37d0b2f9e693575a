public import Campaign
import GRDB
public import Practice
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

  /// The interviews that are still to come, the next one first: one of which the day alone is known is so
  /// until its day ends.
  public func interviews(ahead moment: Moment) throws(StoreError) -> [Kept<Interview>] {
    try reading { db in try interviews(ahead: moment, in: db) }
  }

  private func interviews(ahead moment: Moment, in db: Database) throws -> [Kept<Interview>] {
    // A day more than any day has: the one that it is on may be far from over.
    let first = moment.time.adding(days: -2)
    return try interviews(after: first, in: db)
      .filter { Appointment($0).isAhead(of: moment, startHour: schedule.startHour) }
  }

  /// All interviews as practice knows them, the earliest first.
  public func appointments() throws(StoreError) -> [Appointment] {
    try interviews().map { Appointment($0) }
  }

  /// The moment that recall is judged at: the start of the next interview, or now if there is none.
  func horizon(at moment: Moment, in db: Database) throws -> Timestamp {
    try interviews(ahead: moment, in: db)
      .map { Appointment($0).time.judged(from: moment.time) }.min() ?? moment.time
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

extension Appointment {
  public init(_ interview: Kept<Interview>) {
    self.init(
      number: interview.id.value, employer: interview.employer, round: interview.round,
      time: InterviewTime(
        Timestamp(milliseconds: interview.startsAt), isTimeKnown: interview.isTimeKnown),
      isLogged: interview.isLogged, isWavedOff: interview.isWavedOff)
  }
}
