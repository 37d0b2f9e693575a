import GRDB
import Records

/// How far each table was filled from which the lines of a home are made: what comes later has greater numbers.
///
/// Where rows that were there became others, ``rewritings`` is another.
struct LinesMark: Equatable {
  private(set) var ends: [String: Int64]
  /// How many later versions of answers there are; they have no numbers of their own.
  private let versions: Int64
  /// Another number after rows that were there have become others.
  private let rewritings: Int64
  /// What the last rows say: another database may have come as far, and have others there.
  private let last: String

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
    rewritings = try Self.rewritings(in: db)
    last = try Self.last(ends, in: db)
  }

  /// Names the rows with which tables end, or ended.
  private static func last(_ ends: [String: Int64], in db: Database) throws -> String {
    let names = try tables.map { table in
      let row = try db.row(
        "SELECT \(identities[table] ?? "NULL") FROM main.\(table) WHERE rowid = ?",
        [ends[table] ?? 0])
      return row?[0] as String? ?? ""
    }
    return Digest.hex(of: names.joined(separator: "\0"), digits: 16)
  }

  /// SQL for what a row is the same by.
  private static let identities = [
    "reviews": "card || ' ' || at_ms || ' ' || grade", "undos": "CAST(review AS TEXT)",
    "attempts": "card || ' ' || at_ms", "attempt_undos": "CAST(attempt AS TEXT)",
    "fits": "model || ' ' || at_ms", "fit_undos": "CAST(fit AS TEXT)", "records": "id",
  ]

  private static func rewritings(in db: Database) throws -> Int64 {
    let text: String? = try db.row("SELECT value FROM cache WHERE name = 'rewritings'")?[0]
    return text.flatMap { Int64($0) } ?? 0
  }

  /// Notes that rows that were there are others now: what is new can no more be told by numbers.
  ///
  /// Once the count is lost it begins at a time, so that it comes to no number that was there.
  static func noteRewriting(at time: Int64, in db: Database) throws {
    let next = max(try rewritings(in: db) + 1, time)
    try db.run("INSERT OR REPLACE INTO cache (name, value) VALUES ('rewritings', ?)", ["\(next)"])
  }

  /// One as it was written down; nil if it is none.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    let numbers = words.dropLast().compactMap { Int64($0) }
    guard let last = words.last, numbers.count == Self.tables.count + 2,
      words.count == numbers.count + 1
    else { return nil }
    ends = Dictionary(uniqueKeysWithValues: zip(Self.tables, numbers))
    (versions, rewritings) = (numbers[Self.tables.count], numbers[Self.tables.count + 1])
    self.last = String(last)
  }

  var text: String {
    (Self.tables.map { "\(ends[$0] ?? 0)" } + ["\(versions)", "\(rewritings)", last])
      .joined(separator: " ")
  }

  /// Whether all that was there at this mark is there at another one.
  ///
  /// - Parameters:
  ///   - other: how it is now.
  ///   - db: as it is now.
  /// - Returns: false, too, where that cannot be told.
  /// - Throws: what SQLite says.
  func isBefore(_ other: LinesMark, in db: Database) throws -> Bool {
    guard Self.tables.allSatisfy({ (ends[$0] ?? 0) <= (other.ends[$0] ?? 0) }),
      versions <= other.versions, rewritings == other.rewritings
    else { return false }
    return try Self.last(ends, in: db) == last
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
