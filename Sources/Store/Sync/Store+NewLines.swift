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
      guard let records = try Self.recordLines(since: then, in: db) else { return nil }
      var lines = Set(
        FactLines.lines(of: try FactTables.facts(in: db, where: then.rowsSince(now: now))))
      lines.subtract(
        FactLines.lines(of: try FactTables.facts(in: db, where: then.rowsBefore(now: now))))
      lines.formUnion(records)
      return lines.sorted()
    }
  }

  /// The same where the lines of facts are known.
  ///
  /// - Returns: nil where something was erased, or was there and is another.
  static func newLines(
    _ facts: [String], since then: LinesMark, in db: Database
  ) throws -> Merging.NewLines? {
    let now = try LinesMark(db)
    guard try then.isBefore(now, in: db), let records = try recordLines(since: then, in: db) else {
      return nil
    }
    return Merging.NewLines(since: then.text, until: now.text, all: facts + records)
  }

  /// The lines of the records that came since; nil if one says that something was erased.
  private static func recordLines(since then: LinesMark, in db: Database) throws -> [String]? {
    let records = try db.rows(
      "SELECT line, id FROM main.records WHERE number > ? ORDER BY number",
      [then.ends["records"] ?? 0]
    ) { Records.Record($0[0], id: RecordID($0[1])) }
    let isErased = records.contains { if case .erased = $0.change { true } else { false } }
    return isErased ? nil : records.lazy.filter { !$0.isOfThisHome }.map(\.portable)
  }

  /// Notes that facts that were there are others now, so that ``lines(since:)`` cannot tell what is new.
  func noteRewriting(in db: Database) throws {
    try LinesMark.noteRewriting(at: clock().milliseconds.bounded(by: Bounds.times), in: db)
  }
}
