import GRDB
import Practice
public import Scheduler

/// What was done or written under a wrong clock, beside reviews: it loses nothing by becoming of now.
extension Store {
  /// Something with an impossible time, in the future or before 1990.
  public struct Mistimed: Equatable, Sendable {
    /// A noun and a name: `the note on star-people/PE-01`.
    public var title: String
    /// Nil for a card that is put away until a day that nobody means.
    public var time: Timestamp?
  }

  /// All of that, table by table in the order of time.
  public func thingsOfWrongTimes() throws(StoreError) -> [Mistimed] {
    try reading { db in
      let titles = RowTitles(db: db)
      var found: [Mistimed] = []
      for (shape, column) in try Self.dated(in: db) {
        for row in try mistimed(shape, column, in: db) {
          found.append(
            Mistimed(
              title: try titles.title(of: try row.values(of: shape), in: shape.name),
              time: Timestamp(milliseconds: row[column] as Int64)))
        }
      }
      let cards = try String.fetchAll(db, sql: "SELECT card \(buriedTooLong)")
      return found + cards.map { Mistimed(title: "how long \($0) is put away", time: nil) }
    }
  }

  /// Gives all of that the time of now, the earliest first.
  func bringTimesRight(at moment: Moment, in db: Database) throws {
    for (shape, column) in try Self.dated(in: db) {
      let rows = try mistimed(shape, column, in: db)
      guard !rows.isEmpty else { continue }
      let key = shape.hasNumbers ? ["id"] : shape.identity
      let condition = key.map { "\($0) IS ?" }.joined(separator: " AND ")
      try noteRewriting(in: db)
      try db.liftingTriggers(of: shape.name) {
        for (index, row) in rows.enumerated() {
          // No two of the same time, so that they stay in their order.
          let time = moment.time.milliseconds - Int64(rows.count - 1 - index)
          try db.execute(
            sql: "UPDATE main.\(shape.name) SET \(column) = ? WHERE \(condition)",
            arguments: StatementArguments(
              [time.databaseValue] + key.map { row[$0] as DatabaseValue }))
        }
      }
    }
    try db.execute(
      sql: """
        UPDATE main.card_states SET buried_until_day = NULL
        WHERE card IN (SELECT card \(buriedTooLong))
        """)
  }

  /// The columns that hold when something was done or written, but that of the reviews, which stay as
  /// they are and are taken back.
  private static func dated(in db: Database) throws -> [(shape: TableShape, column: String)] {
    try TableShape.all(in: db).flatMap { shape in
      shape.columns.filter { column in
        shape.name != "reviews" && TableRules.all[shape.name]?[column] == .happened
      }.map { (shape, $0) }
    }
  }

  private func mistimed(_ shape: TableShape, _ column: String, in db: Database) throws -> [Row] {
    let counted = countedTimes
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM main.\(shape.name) WHERE \(column) NOT BETWEEN ? AND ?
        ORDER BY \(column), \(shape.order)
        """, arguments: [counted.lowerBound.milliseconds, counted.upperBound.milliseconds])
  }

  /// SQL for the cards that are put away until a day that nobody means.
  private var buriedTooLong: String {
    let days = PlausibleTimes(at: clock()).days
    return
      "FROM main.card_states WHERE buried_until_day NOT BETWEEN \(days.lowerBound) AND \(days.upperBound)"
  }
}

extension Row {
  /// The values by their columns; bytes, which belong nowhere, are left out.
  fileprivate func values(of shape: TableShape) throws -> [String: PlainTable.Value] {
    var values: [String: PlainTable.Value] = [:]
    for column in shape.columns {
      let value = self[column] as DatabaseValue
      if case .blob = value.storage { continue }
      values[column] = try PlainTable.Value(value)
    }
    return values
  }
}
