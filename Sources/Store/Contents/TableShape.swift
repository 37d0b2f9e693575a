import Campaign
import GRDB
import Practice

/// What taking a table out and in has to know of it: read from the database itself, so that a table
/// which is added later is not forgotten.
struct TableShape {
  let name: String
  /// All columns, `id` among them if rows have a number.
  private(set) var columns: [String]
  /// Those that may be left empty.
  let nullable: Set<String>
  /// Those that a row cannot do without.
  private(set) var required: [String]
  /// The columns that hold names of things, which are the same in every home.
  private(set) var names: Set<String> = []
  /// The tables whose rows a column names.
  let references: [String: String]
  /// The columns by which two rows are the same thing, however the others differ.
  let identity: [String]
  /// Whether no two rows can be the same thing; of others there may be several that are quite alike.
  let isUnique: Bool
  /// The column that names the thing of which each row is a part; nil for things of their own.
  var whole: String? { Self.wholes[name] }

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

  /// Those of the tables that an archive holds.
  static func archived(in db: Database) throws -> [TableShape] {
    try all(in: db).filter { !Schema.notArchived.contains($0.name) }
  }

  /// The same in an archive that calls things by their names: what a person writes has no number there.
  var byName: TableShape {
    var shape = self
    if hasNumbers, RecordedTable.named[name] != nil {
      shape.columns[0] = "thing"
      shape.required.append("thing")
      shape.names.insert("thing")
    }
    for (column, target) in references where RecordedTable.named[target] != nil {
      shape.names.insert(column)
    }
    // A sound stays on its machine.
    shape.columns.removeAll { name == "attempts" && $0 == "recording" }
    return shape
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
    required = infos.filter { $0["name"] != "id" && $0["notnull"] == 1 && $0["dflt_value"] == nil }
      .map { $0["name"] }
    let key = infos.map { (place: $0["pk"] as Int, name: $0["name"] as String) }
      .filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
    let unique = try key == ["id"] ? Self.uniqueColumns(of: name, in: db) : key
    identity = Self.identities[name] ?? unique ?? columns.filter { $0 != "id" }
    isUnique = identity == unique
  }

  /// What makes rows the same thing, with all names in small letters: those that differ in their
  /// capitals alone are the same in the notebook.
  func folded(_ key: [PlainTable.Value]) -> [PlainTable.Value] {
    guard Self.things[name] != nil else { return key }
    return key.map { value in
      if case .text(let text) = value { .text(text.lowercased()) } else { value }
    }
  }

  /// SQL that gives a column as it is taken out: what names a row that has gone names none.
  func expression(for column: String) -> String {
    guard let target = Self.undeclared[name]?[column] else { return column }
    return "(SELECT t.id FROM main.\(target) t WHERE t.id = \(column))"
  }

  private static func uniqueColumns(of table: String, in db: Database) throws -> [String]? {
    let index = try Row.fetchAll(db, sql: "PRAGMA main.index_list(\(table))")
      .first { $0["origin"] == "u" }
    guard let index else { return nil }
    return try Row.fetchAll(db, sql: "PRAGMA main.index_info(\(index["name"] as String))")
      .map { $0["name"] }
  }

  /// What makes a thing the same where the schema does not say it.
  private static let identities = things.merging([
    "reviews": ["card", "at_ms", "grade"], "attempts": ["card", "at_ms", "purpose", "mode"],
  ]) { thing, _ in thing }

  /// What makes a thing of the notebook the same: what the person knows it by.
  private static let things = Dictionary(
    uniqueKeysWithValues: Notebook.kinds.map { ($0.table, $0.identity) })

  /// What is a part of something else, and comes and stays with it.
  private static let wholes = [
    "attempt_texts": "attempt", "attempt_probes": "attempt", "story_fits": "story",
    "story_figures": "story", "interview_people": "interview", "drafts": "card",
    "attempt_versions": "attempt",
  ]

  /// Columns that name rows without a constraint, because those may go.
  private static let undeclared = ["attempts": ["story": "stories"]]
}
