import GRDB
import Records

extension Store {
  /// Where rows are not what the records say, each in a few words; empty when all are.
  public func recordFaults(limit: Int = 20) throws(StoreError) -> [String] {
    try readingRecords { db in Array(try Self.recordFaults(in: db).prefix(limit)) }
  }

  /// How many changes are recorded.
  public func recordCount() throws(StoreError) -> Int {
    try readingRecords { db in try db.row("SELECT count(*) FROM main.records")?[0] ?? 0 }
  }

  static func recordFaults(in db: Database) throws -> [String] {
    let state = RecordState(try RecordLog(db: db).all())
    let rows = ThingRows(db)
    var faults: [String] = []
    var known: Set<ThingKey> = []
    for (thing, said) in state.things.sorted(by: { $0.key < $1.key }) {
      guard let table = RecordedTable.named[thing.table] else { continue }
      known.insert(thing)
      let here = try rows.fields(of: thing, in: table)
      let isHere =
        try said.isThere && rows.isNamed(said, in: table) && rows.isVisible(said, in: table)
      guard isHere else {
        if let here, !table.saysNothing(here) {
          faults.append("\(thing) is there and should be gone")
        }
        continue
      }
      guard let here else {
        if !table.saysNothing(said.values) {
          faults.append("\(thing) is gone and should be there")
        }
        continue
      }
      for field in Set(here.keys).union(said.heads.keys).sorted() {
        let value = here[field] ?? .null
        let shown = try rows.visible(said.value(of: field) ?? .null, field, in: table)
        if let shown, shown != value, !(shown.isBlank && table.isNothing(value, in: field)) {
          faults.append("\(thing): \(field) is \(value.line) and should be \(shown.line)")
        }
      }
    }
    return try faults + unknown(besides: known, in: db)
  }

  /// Rows of which the records know nothing.
  private static func unknown(besides known: Set<ThingKey>, in db: Database) throws -> [String] {
    try RecordedTable.all.flatMap { table -> [String] in
      let ids: [String?]
      switch table.key {
      case .text(let column):
        ids = try db.rows("SELECT DISTINCT \(column) FROM main.\(table.name)") { $0[0] }
      case .number:
        ids = try db.rows(
          """
          SELECT (SELECT thing FROM main.things WHERE tbl = ? AND number = t.id)
          FROM main.\(table.name) t
          """, [table.name]
        ) { $0[0] }
      case .pair:
        let pairs: [(String?, String?)] = try db.rows(
          """
          SELECT (SELECT thing FROM main.things WHERE tbl = 'criteria' AND number = criterion),
            (SELECT thing FROM main.things WHERE tbl = 'employers' AND number = employer)
          FROM main.\(table.name)
          """
        ) { ($0[0], $0[1]) }
        let joined = JoinedNames(db)
        ids = try pairs.map { one, other in
          guard let one, let other else { return nil }
          let names = [
            try joined.name(of: one, in: "criteria"), try joined.name(of: other, in: "employers"),
          ]
          return NewNames.name(table.name, names, 1)
        }
      }
      let joined = JoinedNames(db)
      return try ids.compactMap { id in
        guard let id else { return "a row of \(table.name) has no record" }
        let thing = ThingKey(table.name, try joined.name(of: id, in: table.name))
        guard !known.contains(thing) else { return nil }
        let fields = try ThingRows(db).fields(of: thing, in: table) ?? [:]
        return table.saysNothing(fields) ? nil : "\(thing) has no record"
      }
    }
  }
}
