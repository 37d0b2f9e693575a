import Campaign
import GRDB

/// A thing of the notebook that is a row of a table, under a number.
protocol NotebookRow {
  static var table: String { get }
  /// What the person calls one: `fact`.
  static var noun: String { get }
  /// The columns beside `id`, in the order of ``values(employers:)`` and of reading.
  static var columns: [String] { get }

  var number: Number<Self>? { get set }

  /// The values of the columns; `employers` gives the number of the employer of a name.
  func values(employers: (String) throws -> Int64) throws -> [(any DatabaseValueConvertible)?]

  /// Reads a row of which `id` is the first column; `employers` has their names by their numbers.
  init(_ row: Row, employers: [Int64: String])
}

extension NotebookRow {
  /// All rows of the table in the order in which they were added.
  static func all(in db: Database, employers: [Int64: String]) throws -> [Self] {
    let names = (["id"] + columns).joined(separator: ", ")
    let statement = try db.cachedStatement(sql: "SELECT \(names) FROM \(table) ORDER BY id")
    return try Row.fetchAll(statement).map { Self($0, employers: employers) }
  }

  /// Keeps it: anew if it has no number yet, else in the place of what has that number.
  ///
  /// - Returns: it with its number.
  /// - Throws: ``StoreError/gone(what:)`` when nothing has that number any more.
  func kept(in db: Database) throws -> Self {
    let values = try values { try Store.number(ofEmployer: $0, in: db) }
    var kept = self
    if let number {
      let assignments = Self.columns.map { "\($0) = ?" }.joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: "UPDATE \(Self.table) SET \(assignments) WHERE id = ?")
      try statement.execute(arguments: StatementArguments(values + [number.value]))
      guard db.changesCount > 0 else { throw StoreError.gone(what: "the \(Self.noun)") }
    } else {
      let names = Self.columns.joined(separator: ", ")
      let marks = Self.columns.map { _ in "?" }.joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: "INSERT INTO \(Self.table) (\(names)) VALUES (\(marks))")
      try statement.execute(arguments: StatementArguments(values))
      kept.number = Number(db.lastInsertedRowID)
    }
    return kept
  }

  /// Deletes it, and what hangs on it alone.
  func delete(in db: Database) throws {
    try db.execute(literal: "DELETE FROM \(sql: Self.table) WHERE id = \(number?.value)")
  }
}

extension Number {
  init?(_ value: Int64?) {
    guard let value else { return nil }
    self.init(value)
  }
}
