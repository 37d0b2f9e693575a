import GRDB
import Practice

/// What was recorded since this program has the database open, as rows: it can be written again where
/// the file is found to have lost it.
struct RunRecord: Sendable {
  /// What is on disk, table by table.
  private(set) var tables: [String: PlainTable] = [:]
  /// What was written last, until it is known to be in the right file.
  private var latest: [Line] = []
  /// The highest number of each table that is no longer to be taken in; nil before the first writing.
  private var highest: [String: Int64]?

  private struct Line {
    var table: String
    var columns: [String]
    var row: [PlainTable.Value]

    /// Whether there is something in a column.
    func names(_ column: String) -> Bool {
      columns.firstIndex(of: column).map { row[$0] != .null } ?? false
    }
  }

  /// The tables whose rows are only ever added, each with a number.
  static let sources = ["reviews", "undos", "attempts", "attempt_undos"]
  private static let most: Int64 = 1000
  private static let parts = ["attempt_texts", "attempt_probes", "attempt_versions"]

  var isEmpty: Bool { tables.isEmpty }

  /// The same for a database whose numbers are others.
  var withoutPlace: RunRecord {
    var record = self
    (record.highest, record.latest) = (nil, [])
    return record
  }

  /// How many grades are in it.
  var grades: Int { tables["reviews"]?.rows.count ?? 0 }

  /// What is in it, for ``Store/merge(_:at:isImport:finally:)``.
  var contents: [PlainTable] { tables.values.sorted { $0.name < $1.name } }

  /// Notes from where on rows are new, at the first writing of this program.
  ///
  /// - Returns: whether things were touched before and not recorded.
  mutating func begin(in db: Database) throws -> Bool {
    guard highest == nil else { return try Store.isBehind(in: db) }
    let (now, isTouched) = try Self.look(db)
    highest = now
    return isTouched
  }

  /// The highest number of each table, and whether things have been touched; one look, since each grade
  /// takes it.
  private static func look(_ db: Database) throws -> (highest: [String: Int64], isTouched: Bool) {
    guard let row = try db.row(glance) else { return ([:], false) }
    var highest: [String: Int64] = [:]
    for (index, table) in sources.enumerated() { highest[table] = row[index] as Int64? ?? 0 }
    return (highest, row[sources.count])
  }

  private static let glance =
    "SELECT " + sources.map { "(SELECT max(id) FROM main.\($0)), " }.joined()
    + "EXISTS (SELECT 1 FROM main.touched)"

  /// Takes in the rows that are new, with those that they name.
  ///
  /// - Returns: whether any thing was touched in the transaction.
  mutating func take(in db: Database) throws -> Bool {
    latest = []
    let (now, isTouched) = try Self.look(db)
    guard var highest else { return isTouched }
    for table in Self.sources {
      let last = highest[table] ?? 0
      let newest = now[table] ?? 0
      guard newest > last else { continue }
      highest[table] = newest
      // So many come of an import, whose file is still there.
      guard newest - last <= Self.most else { continue }
      try add(table, "id > ?", last, in: db)
      switch table {
      case "undos":
        try add("reviews", "id IN (SELECT review FROM undos WHERE id > ?)", last, in: db)
      case "attempts":
        for part in Self.parts { try add(part, "attempt > ?", last, in: db) }
        if latest.contains(where: { $0.table == table && $0.names("story") }) {
          try add("stories", "id IN (SELECT story FROM attempts WHERE id > ?)", last, in: db)
        }
      case "attempt_undos":
        let undone = "id IN (SELECT attempt FROM attempt_undos WHERE id > ?)"
        try add("attempts", undone, last, in: db)
      default: break
      }
    }
    self.highest = highest
    return isTouched
  }

  private mutating func add(
    _ table: String, _ condition: String, _ last: Int64, in db: Database
  ) throws {
    let sql = "SELECT * FROM main.\(table) WHERE \(condition) ORDER BY 1"
    latest += try db.rows(sql, [last]) { row in
      Line(
        table: table, columns: Array(row.columnNames),
        row: try row.databaseValues.map { try PlainTable.Value($0) })
    }
  }

  /// What was written last is where it belongs.
  mutating func settle() {
    for line in latest {
      var table = tables[line.table] ?? PlainTable(name: line.table, columns: line.columns)
      if !table.rows.contains(line.row) { table.rows.append(line.row) }
      tables[line.table] = table
    }
    latest = []
  }

  /// What was written last is not to count.
  mutating func forgetLatest() { latest = [] }

  /// The rows that can be taken in elsewhere: what they name and is not among them, they do without.
  var closed: [PlainTable] {
    let references = [
      "attempts": ["review": "reviews", "story": "stories", "regards": "attempts"]
    ]
    return contents.map { table in
      guard let names = references[table.name] else { return table }
      var table = table
      for (column, target) in names {
        guard let place = table.columns.firstIndex(of: column) else { continue }
        let known = Set(tables[target]?.rows.map { $0[0] } ?? [])
        for index in table.rows.indices where !known.contains(table.rows[index][place]) {
          table.rows[index][place] = .null
        }
      }
      return table
    }
  }

  /// Whether a database has all that is in it, what was written last included.
  func isIn(_ db: Database) throws -> Bool {
    let all = tables.values.flatMap { table in
      table.rows.map { Line(table: table.name, columns: table.columns, row: $0) }
    }
    return try (all + latest).allSatisfy { line in
      guard Self.sources.contains(line.table) else { return true }
      let conditions = line.columns.map { "\($0) IS ?" }.joined(separator: " AND ")
      return try db.row(
        "SELECT 1 FROM main.\(line.table) WHERE \(conditions)",
        StatementArguments(line.row.map(\.stored))) != nil
    }
  }
}
