import GRDB
public import Practice

extension Store {
  /// What came of taking contents in.
  public struct Merging: Equatable, Sendable {
    /// Rows that were not here yet.
    public var added = 0
    /// Rows that were here already, and stayed as they are here.
    public var known = 0
  }

  /// Takes in contents of another database, or of this one at another time.
  ///
  /// What is not here yet is added, what is here stays as it is. Taking in the same twice adds nothing.
  ///
  /// - Throws: ``StoreError``, ``StoreError/unfitting(detail:)`` if they do not fit the schema; then
  ///   nothing was taken in.
  public func merge(_ contents: [PlainTable]) throws(StoreError) -> Merging {
    let merging = try writing { db in
      // A row may name one that comes after it.
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
      var merger = Merger(db: db)
      for shape in try TableShape.all(in: db) {
        if let table = contents.first(where: { $0.name == shape.name }) {
          try merger.take(table, shape)
        }
      }
      try merger.refuseStrangers(in: contents)
      // Memory no longer is what the reviews come to.
      try db.execute(sql: "UPDATE cache SET value = '' WHERE name = 'memory'")
      return merger.outcome
    }
    try rebuildMemory()
    return merging
  }
}

private struct Merger {
  let db: Database
  var outcome = Store.Merging()
  /// For each table that was taken in, the numbers that its rows have here.
  private var numbers: [String: [Int64: Int64]] = [:]
  private var taken: Set<String> = []

  init(db: Database) { self.db = db }

  mutating func take(_ table: PlainTable, _ shape: TableShape) throws {
    if let stranger = table.columns.first(where: { !shape.columns.contains($0) }) {
      throw StoreError.unfitting(detail: "“\(table.name)” has no “\(stranger)”")
    }
    taken.insert(table.name)
    var rowsHere = try KnownRows(shape, in: db)
    let places = shape.identity.map { table.columns.firstIndex(of: $0) }
    let number = table.columns.firstIndex(of: "id")
    let written = table.columns.indices.filter { $0 != number }
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO main.\(table.name) (\(written.map { table.columns[$0] }.joined(separator: ", ")))
        VALUES (\(written.map { _ in "?" }.joined(separator: ", ")))
        """)
    for values in table.rows {
      guard values.count == table.columns.count else {
        throw StoreError.unfitting(detail: "a row of “\(table.name)” lacks values")
      }
      var row = values
      for index in written {
        if let target = shape.references[table.columns[index]] {
          row[index] = try here(row[index], in: target, of: table.name)
        }
      }
      let key = places.map { $0.map { row[$0] } ?? .null }
      let id: Int64
      if let known = rowsHere.take(key) {
        outcome.known += 1
        id = known
      } else {
        do {
          try insert.execute(arguments: StatementArguments(written.map { row[$0].stored }))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          throw StoreError.unfitting(
            detail: "a row of “\(table.name)”: \(error.message ?? "it breaks a rule")")
        }
        outcome.added += 1
        id = db.lastInsertedRowID
      }
      if let number, case .integer(let other) = values[number] {
        numbers[table.name, default: [:]][other] = id
      }
    }
  }

  /// The number that a row named by another has here.
  private func here(
    _ value: PlainTable.Value, in target: String, of table: String
  ) throws -> PlainTable.Value {
    switch value {
    case .null: return .null
    case .integer(let other):
      guard let id = numbers[target]?[other] else {
        throw StoreError.unfitting(
          detail: "a row of “\(table)” names row \(other) of “\(target)”, which is not there")
      }
      return .integer(id)
    case .real, .text:
      throw StoreError.unfitting(detail: "a row of “\(table)” names no row of “\(target)”")
    }
  }

  /// A table that this schema lacks holds what a newer Starling has written.
  func refuseStrangers(in contents: [PlainTable]) throws {
    if let stranger = contents.first(where: { !taken.contains($0.name) && !$0.rows.isEmpty }) {
      throw StoreError.unfitting(detail: "there is no “\(stranger.name)” here")
    }
  }
}

/// The rows that are here, by what makes them the same thing.
private struct KnownRows {
  private var ids: [[PlainTable.Value]: [Int64]] = [:]

  init(_ shape: TableShape, in db: Database) throws {
    let id = shape.hasNumbers ? "id" : "0"
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(id), \(shape.identity.joined(separator: ", ")) FROM main.\(shape.name)
        ORDER BY \(shape.order) DESC
        """)
    while let row = try cursor.next() {
      let key = try shape.identity.indices.map {
        try PlainTable.Value(row[$0 + 1] as DatabaseValue)
      }
      ids[key, default: []].append(row[0])
    }
  }

  /// The first row with these values that was not given away yet; rows that are quite the same are
  /// so many things.
  mutating func take(_ key: [PlainTable.Value]) -> Int64? { ids[key]?.popLast() }
}
