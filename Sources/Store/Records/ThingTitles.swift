import GRDB
import Practice
import Records

/// What things are called when they are spoken of, those that are gone among them.
struct ThingTitles {
  let db: Database

  /// A noun and a name: `the story “The refund”`.
  ///
  /// - Parameters:
  ///   - thing: any.
  ///   - state: what its records say.
  /// - Returns: what it is called by that.
  /// - Throws: what SQLite says.
  func title(of thing: ThingKey, _ state: ThingState) throws -> String {
    if thing.table == Belongings.deckTable { return "the deck file “\(thing.id.prefix(60))”" }
    guard let table = RecordedTable.named[thing.table] else {
      return "something of “\(thing.table)”"
    }
    var row: [String: PlainTable.Value] = [:]
    if case .text(let column) = table.key { row[column] = .text(thing.id) }
    for column in table.columns {
      row[column.name] = try value(state.value(of: column.name) ?? .null, column)
    }
    return try RowTitles(db: db).title(of: row, in: thing.table)
  }

  private func value(
    _ value: RecordValue, _ column: RecordedTable.Column
  ) throws -> PlainTable.Value {
    guard let target = column.target else { return try PlainTable.Value(value.stored) }
    // The name of what is gone itself stands in its records.
    guard let id = value.text else { return .null }
    let thing = ThingKey(target, id)
    let state = try RecordLog(db: db).state(of: thing)
    let name = RecordedTable.named[target]?.uniqueName.flatMap { state.value(of: $0)?.text }
    return name.map { .text($0) } ?? .null
  }
}
