import GRDB
import Scheduler

/// How far on a copy is, by what is in it: the name says only what the clock said.
struct CopyContents: Comparable {
  /// When something was last done or written, in milliseconds since 1970; least if nothing was.
  ///
  /// What lies in the future was written under a wrong clock and says nothing.
  var newest = Int64.min
  /// Rows of the tables that only grow.
  var grown = 0
  /// Rows of all tables of the person's own.
  var rows = 0
  /// When the file was last written, in seconds since 1970.
  var written = 0

  static func < (one: CopyContents, other: CopyContents) -> Bool {
    (one.newest, one.grown, one.rows, one.written)
      < (other.newest, other.grown, other.rows, other.written)
  }

  /// The columns that hold when something happened.
  private static let moments = [
    "reviews": "at_ms", "undos": "at_ms", "attempts": "at_ms", "attempt_undos": "at_ms",
    "fits": "at_ms", "fit_undos": "at_ms", "actions": "at_ms",
    "notes": "changed_ms", "drafts": "changed_ms",
  ]

  private static let growing: Set = [
    "reviews", "undos", "attempts", "attempt_undos", "fits", "fit_undos", "records",
  ]

  init() {}

  /// Reads it from a database; what is not as it should be there does not count.
  init(of db: Database, until end: Timestamp) throws {
    for table in try Schema.personalTables(in: db) where !table.contains("\"") {
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM main.\"\(table)\"") ?? 0
      rows += count
      if Self.growing.contains(table) { grown += count }
      guard let column = Self.moments[table] else { continue }
      let last = try? DatabaseValue.fetchOne(
        db,
        sql: """
          SELECT max(\(column)) FROM main."\(table)"
          WHERE typeof(\(column)) = 'integer' AND \(column) <= ?
          """, arguments: [end.milliseconds])
      newest = max(newest, last.flatMap { Int64.fromDatabaseValue($0) } ?? .min)
    }
  }
}
