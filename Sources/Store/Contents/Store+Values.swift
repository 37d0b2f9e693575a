import GRDB
import Practice

extension Store {
  /// The first values in the database that mean nothing, by table; empty when all do.
  public func valueFaults(limit: Int = 20) throws(StoreError) -> [ValueFault] {
    try reading { db in try Self.valueFaults(in: db, limit: limit) }
  }

  /// The same in a database that need not be the one in use, as long as its schema is the same.
  static func valueFaults(
    in db: Database, limit: Int = 20
  ) throws -> [ValueFault] {
    var faults: [ValueFault] = []
    for shape in try TableShape.all(in: db) {
      let check = RowCheck(of: shape.columns, shape, .ofHome)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(shape.columns.joined(separator: ", ")) FROM main.\(shape.name)
          ORDER BY \(shape.order)
          """)
      var place = 0
      while let row = try rows.next() {
        place += 1
        var values: [PlainTable.Value] = []
        for (index, column) in shape.columns.enumerated() {
          let value: DatabaseValue = row[index]
          if case .blob = value.storage {
            faults.append(
              ValueFault(
                table: shape.name, row: "\(place)", column: column, detail: "is bytes, not text"))
            values.append(.text(""))
          } else {
            values.append(try PlainTable.Value(value))
          }
        }
        if let fault = check.fault(in: values, row: shape.title(of: values, place: place)) {
          faults.append(fault)
        }
        if faults.count >= limit { return Array(faults.prefix(limit)) }
      }
    }
    return faults
  }
}

extension TableShape {
  /// What a row is called: its number, or else its place among the others.
  func title(of values: [PlainTable.Value], place: Int) -> String {
    if hasNumbers, case .integer(let number) = values.first { return "\(number)" }
    return "\(place)"
  }
}
