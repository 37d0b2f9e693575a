import GRDB
import Records

/// Makes all rows what the records say, those that others name first.
struct WholeRenewal {
  private let state: RecordState
  private let db: Database
  private let rows: ThingRows
  /// When each thing was begun, and which came first of those of one time: in this order new ones get their
  /// numbers, and stand in lists.
  private var begun: [ThingKey: (at: Int64, place: Int)] = [:]

  /// - Parameters:
  ///   - state: what all records say.
  ///   - all: all of them, in the order in which they came.
  ///   - db: within a transaction.
  init(_ state: RecordState, _ all: [Records.Record], in db: Database) {
    (self.state, self.db) = (state, db)
    rows = ThingRows(db)
    for (place, record) in all.enumerated() {
      guard case .set(let setting) = record.change else { continue }
      let thing = state.name(of: setting.thing)
      if let known = begun[thing], (known.at, known.place) <= (record.at, place) { continue }
      begun[thing] = (record.at, place)
    }
  }

  mutating func run() throws {
    let byTable = Dictionary(grouping: state.things, by: \.key.table)
    for table in RecordedTable.all {
      let things = (byTable[table.name] ?? []).sorted {
        let (one, other) = (begun[$0.key] ?? (0, 0), begun[$1.key] ?? (0, 0))
        return (one.at, one.place, $0.key) < (other.at, other.place, $1.key)
      }
      if state.hasJoined { try deleteDoubles(in: table) }
      var waiting: [(thing: ThingKey, fields: [String: RecordValue])] = []
      for (thing, said) in things {
        let now = try rows.fields(of: thing, in: table)
        guard try said.isThere && rows.isNamed(said, in: table) && rows.isVisible(said, in: table)
        else {
          if now != nil { try rows.delete(thing, in: table) }
          continue
        }
        guard try now.map({ try isOther($0, said, in: table) }) ?? !table.saysNothing(said.values)
        else { continue }
        waiting.append((thing, said.values))
        if now != nil { try rows.giveUpName(of: thing, in: table) }
      }
      for (thing, fields) in waiting { try rows.write(fields, of: thing, in: table) }
    }
  }

  /// Whether a row is another than the records say.
  private func isOther(
    _ here: [String: RecordValue], _ said: ThingState, in table: RecordedTable
  ) throws -> Bool {
    try Set(here.keys).union(said.heads.keys).contains { field in
      let value = here[field] ?? .null
      guard let shown = try rows.visible(said.value(of: field) ?? .null, field, in: table) else {
        return false
      }
      return shown != value && !(shown.isBlank && table.isNothing(value, in: field))
    }
  }

  /// Takes away the rows of what is one with another by now; what hangs on them is written anew.
  private func deleteDoubles(in table: RecordedTable) throws {
    guard case .number = table.key else { return }
    let numbers: [Int64] = try db.rows("SELECT id FROM main.\(table.name)") { $0[0] }
    for number in numbers {
      guard let thing = try rows.numbers.thing(number, in: table.name),
        try rows.numbers.number(of: thing, in: table.name) != number
      else { continue }
      try db.run("DELETE FROM main.\(table.name) WHERE id = ?", [number])
    }
  }
}
