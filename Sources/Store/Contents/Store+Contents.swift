import GRDB
public import Practice

extension Store {
  /// Everything that the person has practised and written, table by table in the order of their
  /// names; what can be computed from it is not there.
  ///
  /// Rows are in the order in which they were added, numbered from 1, so that the same content is the
  /// same here, whatever became of other rows.
  public func contents() throws(StoreError) -> [PlainTable] {
    try reading { db in
      let shapes = try TableShape.archived(in: db)
      var numbers: [String: [Int64: Int64]] = [:]
      for shape in shapes where shape.hasNumbers {
        let ids = try Int64.fetchAll(db, sql: "SELECT id FROM main.\(shape.name) ORDER BY id")
        numbers[shape.name] = Dictionary(
          uniqueKeysWithValues: zip(ids, 1...Int64(max(1, ids.count))))
      }
      return try shapes.map { try PlainTable($0, numbers: numbers, in: db).withoutWhatCame }
        .filter { !$0.rows.isEmpty || !Schema.tablesThatCame.contains($0.name) }
        .sorted { $0.name < $1.name }
    }
  }

  /// Attempts that are in no database yet, as rows that ``merge(_:at:isImport:finally:)`` takes.
  ///
  /// The story told and the attempt that is ticked again are not among them: numbers alone name these.
  public static func contents(of attempts: [Attempt]) throws(StoreError) -> [PlainTable] {
    do {
      let queue = try DatabaseQueue()
      try Schema.migrator.migrate(queue)
      return try queue.write { db in
        var numbers: [Int64: Int64] = [:]
        for attempt in attempts {
          var attempt = attempt
          (attempt.story, attempt.regards) = (nil, nil)
          let number = try attempt.insert(for: nil, into: db)
          numbers[number] = number
        }
        return try TableShape.archived(in: db)
          .map { try PlainTable($0, numbers: ["attempts": numbers], in: db) }
          .filter { !$0.rows.isEmpty }
      }
    } catch {
      throw StoreError(error, doing: .writing, path: "memory")
    }
  }
}

extension PlainTable {
  /// The same without columns that came later and in which nothing stands: what never used them stays
  /// readable to programs that do not know them.
  fileprivate var withoutWhatCame: PlainTable {
    var table = self
    for (column, blank) in Schema.columnsThatCame[name] ?? [] {
      guard let index = table.columns.firstIndex(of: column),
        table.rows.allSatisfy({ $0[index] == blank })
      else { continue }
      table.columns.remove(at: index)
      for row in table.rows.indices { table.rows[row].remove(at: index) }
    }
    return table
  }

  fileprivate init(
    _ shape: TableShape, numbers: [String: [Int64: Int64]], in db: Database
  ) throws {
    self.init(name: shape.name, columns: shape.columns)
    let numbered = shape.columns.map { column in
      column == "id" ? shape.name : shape.references[column]
    }
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(shape.columns.joined(separator: ", ")) FROM main.\(shape.name)
        ORDER BY \(shape.order)
        """)
    while let row = try cursor.next() {
      rows.append(
        try shape.columns.indices.map { index in
          let value = try Value(row[index] as DatabaseValue)
          guard let table = numbered[index], case .integer(let id) = value else { return value }
          return numbers[table]?[id].map(Value.integer) ?? .null
        })
    }
  }
}

extension PlainTable.Value {
  init(_ value: DatabaseValue) throws {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob: throw DatabaseError(message: "there are bytes in a table that is to hold text")
    }
  }

  var stored: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    }
  }
}
