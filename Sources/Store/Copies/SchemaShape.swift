import GRDB
import Synchronization

/// What a database consists of, tables, indices, triggers and views, to be compared with what this
/// program makes.
struct SchemaShape: Equatable {
  /// One thing of it.
  struct Object: Equatable {
    /// `table`, `index`, `trigger` or `view`.
    var kind: String
    var name: String
    /// The table that it is or hangs on.
    var table: String
    /// The statement that makes it, without quotes, and with one blank where there is white space.
    var statement: String
  }

  /// By name: no two things have the same.
  private(set) var objects: [String: Object] = [:]

  /// Reads the schema of a database; what SQLite makes for itself does not count.
  ///
  /// Nothing in it is run, and nothing is taken for text that may be none.
  init(of db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT CAST(type AS TEXT), CAST(name AS TEXT), CAST(coalesce(sql, '') AS TEXT),
          CAST(tbl_name AS TEXT)
        FROM main.sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
        """)
    while let row = try rows.next() {
      let texts = (0..<4).map { String.fromDatabaseValue(row[$0] as DatabaseValue) ?? "" }
      objects[texts[1]] = Object(
        kind: texts[0], name: texts[1], table: texts[3], statement: Self.normalised(texts[2]))
    }
  }

  /// What this program makes.
  static func own() throws -> SchemaShape { try own(of: Set(Schema.migrator.migrations)) }

  /// What some of this program's migrations make.
  ///
  /// They need not be the first ones: a step that came from a branch of the program may have been gone
  /// before an earlier one.
  static func own(of steps: Set<String>) throws -> SchemaShape {
    if let known = made.withLock({ $0[steps] }) { return known }
    let shape = try make(steps)
    made.withLock { $0[steps] = shape }
    return shape
  }

  /// What steps make is the same as long as the program runs, and is made for each copy.
  private static let made = Mutex<[Set<String>: SchemaShape]>([:])

  private static func make(_ steps: Set<String>) throws -> SchemaShape {
    let queue = try DatabaseQueue()
    try queue.inDatabase { db in
      // What is said to be done is not done.
      try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      for step in Schema.migrator.migrations where !steps.contains(step) {
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [step])
      }
    }
    try Schema.migrator.migrate(queue)
    return try queue.inDatabase { try SchemaShape(of: $0) }
  }

  /// The statements by which this program makes what it consists of: tables before what hangs on them.
  static func ownStatements() throws -> [(name: String, sql: String)] {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    return try queue.inDatabase { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, sql FROM main.sqlite_master WHERE sql IS NOT NULL
          ORDER BY type = 'table' DESC, rowid
          """
      ).map { ($0["name"] as String, $0["sql"] as String) }
    }
  }

  /// What is different from `own`, each with its name, in words that go on after “it has” or the like:
  /// what is more, what is missing, what is another.
  func differences(from own: SchemaShape) -> [Difference] {
    let names = Set(objects.keys).union(own.objects.keys).sorted()
    return names.compactMap { name in
      switch (objects[name], own.objects[name]) {
      case (let here?, nil): Difference(.more, here)
      case (nil, let there?): Difference(.missing, there)
      case (let here?, let there?) where here != there: Difference(.other, here)
      default: nil
      }
    }
  }

  struct Difference: Equatable {
    enum Sort { case more, missing, other }
    var sort: Sort
    var kind: String
    var name: String
    private let table: String

    init(_ sort: Sort, _ object: Object) {
      (self.sort, kind, name, table) = (sort, object.kind, object.name, object.table)
    }

    /// Whether it is of a table that is computed anew wherever it is not as it should be.
    var isOfDerived: Bool { sort != .more && Schema.mendable.contains(table) }

    /// A clause about a database: `it has a trigger “evil” that Starling does not make`.
    var words: String {
      switch sort {
      case .more: "it has \(article) \(kind) “\(name)” that Starling does not make"
      case .missing: "its \(kind) “\(name)” is missing"
      case .other: "its \(kind) “\(name)” is not as Starling makes it"
      }
    }

    /// Whether `doctor --rebuild` brings it right.
    ///
    /// What is more it takes out, what is missing it makes anew. A table of the person's that is
    /// another is not touched.
    var isMadeAnew: Bool {
      sort != .other || kind != "table" || Schema.derivedTables.contains(name)
    }

    /// Whether it is a table of the person's, and what was in it is gone.
    var hasLostRows: Bool { sort == .missing && TableRules.all[name] != nil }

    /// `trigger “evil”`.
    var title: String { "\(kind) “\(name)”" }

    private var article: String { kind == "index" ? "an" : "a" }
  }

  private static func normalised(_ sql: String) -> String {
    // What is white space to SQLite, byte by byte.
    let words = sql.utf8.split { (9...13).contains($0) || $0 == UInt8(ascii: " ") }
    let bytes = words.joined(separator: [UInt8(ascii: " ")]).filter { $0 != UInt8(ascii: "\"") }
    return String(decoding: bytes, as: UTF8.self)
  }
}
