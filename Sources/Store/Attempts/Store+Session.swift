import GRDB
public import Practice
public import Scheduler

extension Store {
  /// Keeps how far a session is, in the place of the one before; one that is over leaves nothing.
  public func keep(_ session: Session, at moment: Moment) throws(StoreError) {
    try writing { db in try keep(session, at: moment, in: db) }
  }

  /// The same within a transaction, so that a session is never behind what was done in it.
  func keep(_ session: Session?, at moment: Moment, in db: Database) throws {
    guard let session else { return }
    try db.execute(sql: "DELETE FROM session")
    guard session.current != nil else { return }
    let day = moment.day(startHour: schedule.startHour)
    try db.execute(literal: "INSERT INTO session VALUES (1, \(day.number), \(session.encoded))")
  }

  /// The session that was left on a day; nil if there is none, or none that this program can read.
  public func session(leftOn day: Day) throws(StoreError) -> Session? {
    try reading { db in
      try db.row("SELECT encoded FROM session WHERE day = ?", [day.number])
        .flatMap { Session(encoded: $0[0]) }
    }
  }
}
