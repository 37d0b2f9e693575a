import GRDB

/// What taking a table out and in has to know of it: read from the database itself, so that a table
/// which is added later is not forgotten.
struct TableShape {
  let name: String
  /// All columns, `id` among them if rows have a number.
  let columns: [String]
  /// Those that may be left empty.
  let nullable: Set<String>
  /// The tables whose rows a column names.
  let references: [String: String]
  /// The columns by which two rows are the same thing, however the others differ.
  let identity: [String]

  var hasNumbers: Bool { columns.first == "id" }
  /// The order in which rows come out.
  var order: String { hasNumbers ? "id" : identity.joined(separator: ", ") }

  /// The shapes of all tables that hold what the person has practised and written; those whose rows
  /// are named by others come before these.
  static func all(in db: Database) throws -> [TableShape] {
    var waiting = try Schema.personalTables(in: db).map { try TableShape($0, in: db) }
    var shapes: [TableShape] = []
    while !waiting.isEmpty {
      let names = Set(waiting.map(\.name))
      let next = waiting.firstIndex { shape in
        shape.references.values.allSatisfy { $0 == shape.name || !names.contains($0) }
      }
      shapes.append(waiting.remove(at: next ?? 0))
    }
    return shapes
  }

  private init(_ name: String, in db: Database) throws {
    self.name = name
    let infos = try Row.fetchAll(db, sql: "PRAGMA main.table_info(\(name))")
    columns = infos.map { $0["name"] }
    nullable = Set(infos.filter { $0["notnull"] == 0 && $0["pk"] == 0 }.map { $0["name"] })
    var references = Self.undeclared[name] ?? [:]
    for row in try Row.fetchAll(db, sql: "PRAGMA main.foreign_key_list(\(name))") {
      references[row["from"]] = row["table"]
    }
    self.references = references
    let key = infos.map { (place: $0["pk"] as Int, name: $0["name"] as String) }
      .filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
    identity =
      try Self.identities[name] ?? (key == ["id"] ? Self.uniqueColumns(of: name, in: db) : key)
      ?? columns.filter { $0 != "id" }
  }

  private static func uniqueColumns(of table: String, in db: Database) throws -> [String]? {
    let index = try Row.fetchAll(db, sql: "PRAGMA main.index_list(\(table))")
      .first { $0["origin"] == "u" }
    guard let index else { return nil }
    return try Row.fetchAll(db, sql: "PRAGMA main.index_info(\(index["name"] as String))")
      .map { $0["name"] }
  }

  /// What makes a thing the same where the schema does not say it.
  private static let identities: [String: [String]] = [
    "reviews": ["card", "at_ms", "grade"],
    "attempts": ["card", "at_ms", "purpose", "mode"],
    "interviews": ["employer", "round", "starts_ms"],
    "people": ["employer", "name", "role"],
    "tellings": ["story", "interview", "listener"],
    "log_entries": ["interview", "text"],
    "doubts": ["employer", "text"],
    "facts": ["employer", "text"],
    "questions": ["employer", "text"],
    "requirements": ["employer", "text"],
    "promises": ["interview", "text"],
    "thank_yous": ["interview", "person", "text"],
  ]

  /// Columns that name rows without a constraint, because those may go.
  private static let undeclared = ["attempts": ["story": "stories"]]
}
