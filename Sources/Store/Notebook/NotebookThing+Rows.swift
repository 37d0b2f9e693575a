import Campaign
import GRDB

extension Described {
  /// The fields that stand in a column, with what it is called.
  static var columns: [(name: String, field: Field<Self>)] {
    fields.compactMap { field in field.column.map { ($0, field) } }
  }
}

extension NotebookThing {
  /// All rows of the table in the order in which they were added, with the numbers that they have.
  static func rows(
    in db: Database, employers: [Int64: String] = [:]
  ) throws -> [(number: Int64, thing: Self)] {
    let columns = columns
    let names = columns.map(\.name).joined(separator: ", ")
    let first = isNumbered ? "id" : "0"
    let order = isNumbered ? "id" : identity.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "SELECT \(first), \(names) FROM \(table) ORDER BY \(order)")
    return try Row.fetchAll(statement).map { row in
      var thing = Self()
      for (index, column) in columns.enumerated() {
        column.field.read(row, index + 1, into: &thing, employers: employers)
      }
      return (row[0], thing)
    }
  }

  /// Keeps it: as a new row, or in the place of the row of a number.
  ///
  /// - Returns: the number of the row.
  /// - Throws: ``StoreError/gone(what:)`` when nothing has that number any more.
  func kept(as number: Int64?, in db: Database) throws -> Int64 {
    let columns = Self.columns
    let values = try columns.map { column in
      try column.field.stored(of: self) { try Store.number(ofEmployer: $0, in: db) }
    }
    guard let number else {
      let new = Self.isNumbered ? try ThingNumbers.next(in: Self.table, db) : nil
      let names = ((new == nil ? [] : ["id"]) + columns.map(\.name)).joined(separator: ", ")
      let all: [(any DatabaseValueConvertible)?] = (new.map { [$0] } ?? []) + values
      let marks = all.map { _ in "?" }.joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: "INSERT INTO \(Self.table) (\(names)) VALUES (\(marks))")
      try statement.execute(arguments: StatementArguments(all))
      return db.lastInsertedRowID
    }
    let assignments = columns.map { "\($0.name) = ?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "UPDATE \(Self.table) SET \(assignments) WHERE id = ?")
    try statement.execute(arguments: StatementArguments(values + [number]))
    guard db.changesCount > 0 else { throw StoreError.gone(what: "the \(Self.noun)") }
    return number
  }

  /// The columns by which two are the same thing.
  static var identity: [String] { columns.filter(\.field.isIdentity).map(\.name) }
}

extension NotebookThing {
  /// Deletes the row of a number, and what hangs on it alone.
  static func delete(_ number: Int64?, in db: Database) throws {
    try db.execute(literal: "DELETE FROM \(sql: table) WHERE id = \(number)")
  }
}
