import GRDB
import Practice

/// Finds rows of one table that are here already, and adds those that are not.
struct RowWriter {
  private let shape: TableShape
  private let columns: [String]
  private let number: Int?
  /// Where in a row stands what makes it the same thing.
  private let identity: [Int?]
  private let insertion: Statement
  private let look: Statement
  private let count: Statement?
  private let written: [Int]
  /// Whether a row gets a number that none has had; those of the others SQLite gives.
  private let isNumberedForEver: Bool
  private let compared: [Int]
  /// The rows here by what makes them the same thing; nil where the key says it.
  private var rowsHere: KnownRows?
  private let db: Database

  init(_ table: PlainTable, _ shape: TableShape, in db: Database) throws {
    self.db = db
    self.shape = shape
    columns = table.columns
    let number = columns.firstIndex(of: "id")
    self.number = number
    identity = shape.identity.map { table.columns.firstIndex(of: $0) }
    let written = columns.indices.filter { $0 != number }
    self.written = written
    let keys = Set(shape.identity)
    compared = written.filter { !keys.contains(table.columns[$0]) }
    isNumberedForEver = shape.hasNumbers && RecordedTable.named[shape.name] != nil
    let names = (isNumberedForEver ? ["id"] : []) + written.map { table.columns[$0] }
    insertion = try db.makeStatement(
      sql: """
        INSERT INTO main.\(shape.name) (\(names.joined(separator: ", ")))
        VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
        """)
    let condition =
      shape.hasNumbers
      ? "id = ?" : shape.identity.map { "\($0) = ?" }.joined(separator: " AND ")
    let values = compared.map { shape.expression(for: table.columns[$0]) } + ["0"]
    look = try db.makeStatement(
      sql: "SELECT \(values.joined(separator: ", ")) FROM main.\(shape.name) WHERE \(condition)")
    count = try shape.whole.map {
      try db.makeStatement(sql: "SELECT count(*) FROM main.\(shape.name) WHERE \($0) = ?")
    }
    rowsHere = shape.hasNumbers ? try KnownRows(shape, in: db) : nil
  }

  /// The number that a row has in the file.
  func number(of row: [PlainTable.Value]) -> Int64? {
    guard let number, case .integer(let value) = row[number] else { return nil }
    return value
  }

  /// The number of the row here that is the same thing, and whether it is the same in all; nil if
  /// there is none.
  ///
  /// Of rows that are quite the same, each is found once. One without a number has 0.
  mutating func known(_ row: [PlainTable.Value]) throws -> (id: Int64, isSame: Bool)? {
    let key = identity.map { $0.map { row[$0] } ?? .null }
    var id: Int64 = 0
    if rowsHere != nil {
      guard let known = rowsHere?.take(key) else { return nil }
      id = known
    }
    let arguments =
      shape.hasNumbers ? [id] : StatementArguments(key.map(\.stored))
    guard let here = try Row.fetchOne(look, arguments: arguments) else { return nil }
    let isSame = try compared.enumerated().allSatisfy { index, column in
      try PlainTable.Value(here[index] as DatabaseValue) == row[column]
    }
    return (id, isSame)
  }

  /// Adds a row.
  ///
  /// - Returns: its number here.
  mutating func insert(_ row: [PlainTable.Value], place: Int) throws -> Int64 {
    let number = isNumberedForEver ? [try ThingNumbers.next(in: shape.name, db).databaseValue] : []
    do {
      try insertion.execute(
        arguments: StatementArguments(number + written.map { row[$0].stored }))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      let detail =
        error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        ? "another row already has a value that only one may have"
        : error.firstLine ?? "it breaks a rule"
      throw StoreError.unfitting(detail: "\(shape.name), row \(place): \(detail)")
    }
    let id = db.lastInsertedRowID
    rowsHere?.add(identity.map { $0.map { row[$0] } ?? .null }, id: id)
    return id
  }

  func hasParts(of owner: PlainTable.Value) throws -> Bool { try count(ofPartsOf: owner) > 0 }

  func count(ofPartsOf owner: PlainTable.Value) throws -> Int {
    guard let count else { return 0 }
    return try Int.fetchOne(count, arguments: [owner.stored]) ?? 0
  }

  /// A row with the names of its columns, under the number that it has here.
  func named(_ row: [PlainTable.Value], id: Int64) -> [String: PlainTable.Value] {
    var named = Dictionary(uniqueKeysWithValues: zip(columns, row))
    if shape.hasNumbers { named["id"] = .integer(id) }
    return named
  }
}

/// The rows that are here, by what makes them the same thing.
private struct KnownRows {
  private var rows: [[PlainTable.Value]: [(key: [PlainTable.Value], id: Int64)]] = [:]
  private let shape: TableShape

  init(_ shape: TableShape, in db: Database) throws {
    self.shape = shape
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, \(shape.identity.joined(separator: ", ")) FROM main.\(shape.name)
        ORDER BY id DESC
        """)
    while let row = try cursor.next() {
      let key = try shape.identity.indices.map {
        try PlainTable.Value(row[$0 + 1] as DatabaseValue)
      }
      rows[shape.folded(key), default: []].append((key, row[0]))
    }
  }

  /// The first row with these values that was not given away yet; names that differ in their capitals
  /// are the same, unless there is one that has just these.
  mutating func take(_ key: [PlainTable.Value]) -> Int64? {
    let folded = shape.folded(key)
    guard let found = rows[folded],
      let place = found.lastIndex(where: { $0.key == key }) ?? found.indices.last
    else { return nil }
    if !shape.isUnique { rows[folded]?.remove(at: place) }
    return found[place].id
  }

  /// Another row that names the same thing is that row from now on.
  mutating func add(_ key: [PlainTable.Value], id: Int64) {
    if shape.isUnique { rows[shape.folded(key), default: []].append((key, id)) }
  }
}
