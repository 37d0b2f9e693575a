import GRDB
import Records

/// Which things are one, as the records say, and which name each goes by; read once, when it is needed.
final class JoinedNames {
  private let db: Database
  private var tables: [String: [String: String]] = [:]

  init(_ db: Database) { self.db = db }

  /// In the column `tbl` of a record that joins two things stands this, so that the few there are are
  /// found at once; in `thing` stands the one that goes by the other's name.
  static func mark(_ table: String) -> String { "=" + table }

  /// The name that a thing goes by: its own, unless it is one with others.
  func name(of thing: String, in table: String) throws -> String {
    let names = try names(in: table)
    var name = thing
    while let next = names[name] { name = next }
    return name
  }

  /// All names of a thing, the one that it goes by first.
  func group(of thing: String, in table: String) throws -> [String] {
    let names = try names(in: table)
    guard !names.isEmpty else { return [thing] }
    let first = try name(of: thing, in: table)
    return try [first] + names.keys.filter { try name(of: $0, in: table) == first }.sorted()
  }

  private func names(in table: String) throws -> [String: String] {
    if let known = tables[table] { return known }
    var names: [String: String] = [:]
    if table.first != "=" {
      for record in try records(in: table) {
        guard case .same(let one, let other) = record.change else { continue }
        var ends = [one.id, other.id]
        for index in ends.indices {
          while let next = names[ends[index]] { ends[index] = next }
        }
        if ends[0] != ends[1] { names[max(ends[0], ends[1])] = min(ends[0], ends[1]) }
      }
    }
    tables[table] = names
    return names
  }

  /// The records that join things of a table.
  func records(in table: String) throws -> [Records.Record] {
    try db.rows("SELECT line, id FROM main.records WHERE tbl = ?", [Self.mark(table)]) {
      Records.Record($0[0], id: RecordID($0[1]))
    }
  }
}
