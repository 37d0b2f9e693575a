import GRDB

/// How far each table was filled from which the lines of a home are made: what comes later has greater numbers,
/// since rows of these tables are only ever added.
struct LinesMark: Equatable {
  private(set) var ends: [String: Int64]
  /// How many later versions of answers there are; they have no numbers of their own.
  private let versions: Int64

  private static let tables = [
    "reviews", "undos", "attempts", "attempt_undos", "fits", "fit_undos", "records",
  ]

  init(_ db: Database) throws {
    var ends: [String: Int64] = [:]
    for table in Self.tables {
      ends[table] = try db.row("SELECT ifnull(max(rowid), 0) FROM main.\(table)")?[0] ?? 0
    }
    self.ends = ends
    versions = try db.row("SELECT count(*) FROM main.attempt_versions")?[0] ?? 0
  }

  /// One as it was written down; nil if it is none.
  init?(_ text: String) {
    let numbers = text.split(separator: " ").compactMap { Int64($0) }
    guard numbers.count == Self.tables.count + 1 else { return nil }
    ends = Dictionary(uniqueKeysWithValues: zip(Self.tables, numbers))
    versions = numbers[Self.tables.count]
  }

  var text: String {
    (Self.tables.map { "\(ends[$0] ?? 0)" } + ["\(versions)"]).joined(separator: " ")
  }

  /// Whether all that was there at this mark is there at another one.
  func isBefore(_ other: LinesMark) -> Bool {
    Self.tables.allSatisfy { (ends[$0] ?? 0) <= (other.ends[$0] ?? 0) }
      && versions <= other.versions
  }

  private func end(_ table: String) -> Int64 { ends[table] ?? 0 }

  // MARK: - Rows

  /// SQL for the rows of each table that say what has come since, and those that are named by them.
  func rowsSince(now: LinesMark) -> [String: String] {
    let answers =
      ["SELECT id FROM main.attempts WHERE id > \(end("attempts"))"]
      + ["SELECT attempt FROM main.attempt_undos WHERE id > \(end("attempt_undos"))"]
      + (now.versions == versions ? [] : ["SELECT attempt FROM main.attempt_versions"])
    let changed = answers.joined(separator: " UNION ")
    let named = "SELECT regards FROM main.attempts WHERE id IN (\(changed)) AND regards IS NOT NULL"
    let attempts = "\(changed) UNION \(named)"
    let reviews = """
      SELECT id FROM main.reviews WHERE id > \(end("reviews"))
      UNION SELECT review FROM main.undos WHERE id > \(end("undos"))
      UNION SELECT review FROM main.attempts WHERE id IN (\(attempts)) AND review IS NOT NULL
      """
    let ofAttempt = "attempt IN (\(attempts))"
    return [
      "reviews": "id IN (\(reviews))", "undos": "review IN (\(reviews))",
      "attempts": "id IN (\(attempts))", "attempt_undos": ofAttempt, "attempt_texts": ofAttempt,
      "attempt_probes": ofAttempt, "attempt_versions": ofAttempt,
    ]
  }

  /// The same rows, as far as they were there at this mark.
  func rowsBefore(now: LinesMark) -> [String: String] {
    var rows = rowsSince(now: now)
    for table in ["reviews", "undos", "attempts", "attempt_undos"] {
      rows[table] = "\(rows[table] ?? "TRUE") AND id <= \(end(table))"
    }
    for table in ["attempt_texts", "attempt_probes"] {
      rows[table] = "\(rows[table] ?? "TRUE") AND attempt <= \(end("attempts"))"
    }
    // Which of these are new cannot be told: all count as new, which does no harm.
    if now.versions != versions { rows["attempt_versions"] = "FALSE" }
    for table in ["fits", "fit_undos"] { rows[table] = "id <= \(end(table))" }
    return rows
  }
}
