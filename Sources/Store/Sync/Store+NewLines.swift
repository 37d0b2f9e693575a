import GRDB
import Practice
import Records
import Scheduler

extension Store {
  /// What another one follows after whatever changes ``lines()``.
  public func linesStamp() throws(StoreError) -> String {
    try readingRecords { db in try LinesMark(db).text }
  }

  /// The lines that have come since, made of what is new alone: after a grade this costs what one grade does,
  /// however many there are.
  ///
  /// - Parameter stamp: as ``linesStamp()`` gave it.
  /// - Returns: all lines that there are now and were not then, in their order; some that were there may be
  ///   among them. Nil where that cannot be told: the stamp is none of this database as it is, or something
  ///   was erased since.
  /// - Throws: ``StoreError``, when this home cannot be read.
  public func lines(since stamp: String) throws(StoreError) -> [String]? {
    try readingRecords { db in
      let now = try LinesMark(db)
      guard let then = LinesMark(stamp), try then.isBefore(now, in: db) else { return nil }
      let records = try db.rows(
        "SELECT line, id FROM main.records WHERE number > ? ORDER BY number",
        [then.ends["records"] ?? 0]
      ) { Records.Record($0[0], id: RecordID($0[1])) }
      let isErased = records.contains { if case .erased = $0.change { true } else { false } }
      guard !isErased else { return nil }
      var lines = Set(
        FactLines.lines(of: try FactTables.facts(in: db, where: then.rowsSince(now: now))))
      lines.subtract(
        FactLines.lines(of: try FactTables.facts(in: db, where: then.rowsBefore(now: now))))
      lines.formUnion(records.lazy.filter { !$0.isOfThisHome }.map(\.portable))
      return lines.sorted()
    }
  }

  /// Notes that facts that were there are others now, so that ``lines(since:)`` cannot tell what is new.
  func noteRewriting(in db: Database) throws {
    try LinesMark.noteRewriting(at: clock().milliseconds.bounded(by: Bounds.times), in: db)
  }
}
