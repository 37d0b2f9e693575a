import GRDB
public import Practice

/// Days that a person has named and cannot mean: an older Starling took them.
extension Store {
  /// A day further off than 20 years, and what mends it.
  public struct FarDay: Equatable, Sendable {
    /// A noun and a name: `the interview “Acme, round 2”`.
    public var title: String
    /// The command that edits it: `interviews edit 3`.
    public var edit: String
  }

  /// All such days of interviews, facts and promises.
  public func farDays(at moment: Moment) throws(StoreError) -> [FarDay] {
    let times = PlausibleTimes(at: moment.time)
    return try reading { db in
      let titles = RowTitles(db: db)
      let tables = Set(try Schema.personalTables(in: db))
      return try Self.namedDays.flatMap { table, column, edit in
        guard tables.contains(table) else { return [FarDay]() }
        let range = column == "starts_ms" ? times.planned : times.days
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT id, \(edit) FROM main.\(table)
            WHERE \(column) NOT BETWEEN ? AND ? ORDER BY id
            """, arguments: [range.lowerBound, range.upperBound])
        return try rows.map { row in
          FarDay(
            title: try titles.title(of: ["id": .integer(row[0])], in: table), edit: row[1])
        }
      }
    }
  }

  /// The columns, and SQL for the command that edits a row.
  private static let namedDays = [
    ("interviews", "starts_ms", "'interviews edit ' || id"),
    ("facts", "day", "'facts edit ' || id"),
    (
      "promises", "due_day",
      """
      (SELECT 'log edit "' || e.name || '" --round ' || i.round FROM main.interviews i
        JOIN main.employers e ON e.id = i.employer WHERE i.id = interview)
      """
    ),
  ]
}
