public import Campaign
import GRDB

extension Store {
  /// When something that the person writes down was changed last, in milliseconds since 1970 UTC; nil if
  /// nothing ever was.
  public func lastChange() throws(StoreError) -> Int64? {
    try reading { db in
      try db.row(
        """
        SELECT max(at_ms) FROM main.records
        WHERE tbl IN ('facts', 'doubts', 'employers', 'interviews', 'stories')
        """)?[0]
    }
  }

  /// What a calendar is to know of an interview, beside what it says: the same in every home.
  public struct CalendarMark: Equatable, Sendable {
    /// Its name, for ever: 16 hexadecimal digits.
    public var name: String
    /// How often it was changed since it was put down.
    public var changes: Int
    /// When it was changed last, in milliseconds since 1970 UTC.
    public var changed: Int64
  }

  /// The marks of all interviews.
  public func calendarMarks() throws(StoreError) -> [Number<Interview>: CalendarMark] {
    try reading { db in
      let numbers = ThingNumbers(db: db)
      var marks: [Number<Interview>: CalendarMark] = [:]
      for number in try db.rows("SELECT id FROM main.interviews", [], { $0[0] as Int64 }) {
        guard let name = try numbers.thing(number, in: Interview.table) else { continue }
        let names = try numbers.joined.group(of: name, in: Interview.table)
        // What one step has changed was recorded at one time.
        let times = Set(
          try names.flatMap { name in
            try db.rows(
              "SELECT DISTINCT at_ms FROM main.records WHERE kind = 'set' AND tbl = ? AND thing = ?",
              [Interview.table, name]
            ) { $0[0] as Int64 }
          })
        marks[Number(number)] = CalendarMark(
          name: name, changes: max(0, times.count - 1), changed: times.max() ?? 0)
      }
      return marks
    }
  }
}
