import GRDB
import Records

/// Makes rows what the records say: those of some things, and of what comes and goes with them.
struct ThingRenewal {
  private let db: Database
  private let log: RecordLog
  private let rows: ThingRows
  /// Things whose rows came or went, beside those that were asked for.
  private(set) var companions: Set<ThingKey> = []

  init(in db: Database) {
    self.db = db
    log = RecordLog(db: db)
    rows = ThingRows(db)
  }

  /// Brings the rows of things in line with their records.
  mutating func renew(_ things: [ThingKey]) throws {
    let asked = Set(things)
    var waiting = asked
    while !waiting.isEmpty {
      var next: Set<ThingKey> = []
      // Those that others name come first; what was to wait for one of them comes once more.
      for table in RecordedTable.all {
        for thing in waiting.filter({ $0.table == table.name }).sorted() {
          guard try renew(thing, in: table) else { continue }
          if !asked.contains(thing) { companions.insert(thing) }
          next.formUnion(try log.things(naming: thing))
        }
      }
      waiting = next
    }
  }

  /// - Returns: whether its row came or went.
  private mutating func renew(_ thing: ThingKey, in table: RecordedTable) throws -> Bool {
    let state = try log.state(of: thing)
    let now = try rows.fields(of: thing, in: table)
    guard state.isThere, rows.isNamed(state, in: table), try rows.isVisible(state, in: table) else {
      guard now != nil else { return false }
      companions.formUnion(try hung(on: thing))
      try rows.delete(thing, in: table)
      return true
    }
    var fields = state.values
    if let column = table.uniqueName, let name = fields[column]?.text {
      // Another has the name since.
      fields[column] = .text(try freeName(name, in: column, of: thing, in: table))
    }
    try rows.write(fields, of: thing, in: table)
    return now == nil
  }

  /// What cannot be without a thing, and goes with its row.
  private func hung(on thing: ThingKey) throws -> Set<ThingKey> {
    var all: Set<ThingKey> = []
    let names = try log.joined.group(of: thing.id, in: thing.table)
    for other in try log.things(naming: thing) {
      guard let table = RecordedTable.named[other.table],
        try rows.fields(of: other, in: table) != nil
      else { continue }
      let state = try log.state(of: other)
      let isHung = table.requirements.contains {
        $0.target == thing.table && names.contains(state.value(of: $0.name)?.text ?? "")
      }
      if isHung { all.formUnion(try hung(on: other).union([other])) }
    }
    return all
  }

  /// By the rows as they are now: names are kept for good only when all of a step is written.
  private func freeName(
    _ name: String, in column: String, of thing: ThingKey, in table: RecordedTable
  ) throws -> String {
    let own = try rows.numbers.number(of: thing.id, in: table.name)
    let others: [(Int64, String)] = try db.rows("SELECT id, \(column) FROM main.\(table.name)") {
      ($0[0], $0[1])
    }
    let taken = Set(others.lazy.filter { $0.0 != own }.map { Schema.foldedName($0.1) })
    func isTaken(_ folded: String) -> Bool { taken.contains(folded) }
    guard isTaken(Schema.foldedName(name)) else { return name }
    return Schema.freeName(name, isTaken: isTaken)
  }
}
