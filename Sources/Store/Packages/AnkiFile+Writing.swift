import GRDB
public import Practice

extension AnkiFile {
  /// Writes a collection that Anki imports.
  ///
  /// - Parameters:
  ///   - tables: its tables.
  ///   - log: the values of the rows of the last one, row by row.
  ///   - path: the file, which is not there yet.
  /// - Throws: ``StoreError/cannotWrite(path:detail:)``.
  public static func write(
    _ tables: [PlainTable], log: [Int64], to path: String
  ) throws(StoreError) {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        try db.inTransaction {
          for table in tables { try write(table, in: db) }
          if let table = tables.last { try write(log, into: table, in: db) }
          return .commit
        }
      }
      try queue.close()
    } catch {
      throw StoreError(error, doing: .writing, path: path)
    }
  }

  private static let texts: Set<String> = [
    "conf", "models", "decks", "dconf", "guid", "tags", "flds", "data",
  ]

  private static func write(_ table: PlainTable, in db: Database) throws {
    let columns = table.columns.map { column in
      column == "id"
        ? "id INTEGER PRIMARY KEY"
        : "\(column) \(texts.contains(column) ? "TEXT" : "INTEGER") NOT NULL"
    }
    try db.execute(sql: "CREATE TABLE \(table.name) (\(columns.joined(separator: ", ")))")
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "INSERT INTO \(table.name) VALUES (\(marks))")
    for row in table.rows {
      try statement.execute(arguments: StatementArguments(row.map(\.stored)))
    }
  }

  private static func write(_ values: [Int64], into table: PlainTable, in db: Database) throws {
    let count = table.columns.count
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "INSERT INTO \(table.name) VALUES (\(marks))")
    for start in stride(from: 0, to: values.count - count + 1, by: count) {
      try statement.execute(arguments: StatementArguments(values[start..<start + count]))
    }
  }
}
