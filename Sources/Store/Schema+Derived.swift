import GRDB

extension Schema {
  /// The tables of ``derivedTables`` that may be missing or others, and are then made anew.
  static let mendable = derivedTables.filter { $0 != "grdb_migrations" }

  /// Makes the tables anew that can be computed, and that are not as this program makes them; what is
  /// in them is to be computed then.
  static func mendDerivedTables(in db: Database, all: Bool = false) throws {
    let kept = try statements(in: db)
    for (table, statements) in try ownStatements() where all || kept[table] != statements {
      try db.execute(sql: "DROP TABLE IF EXISTS main.\(table)")
      for statement in statements { try db.execute(sql: statement) }
    }
  }

  /// Whether one of the tables that can be computed is not as this program makes it, though all steps
  /// of the schema were made: in a new home they are still to come.
  static func needsMending(in db: Database) throws -> Bool {
    guard try migrator.hasCompletedMigrations(db) else { return false }
    return try statements(in: db) != ownStatements()
  }

  private static func ownStatements() throws -> [String: [String]] {
    let own = try DatabaseQueue()
    try migrator.migrate(own)
    return try own.inDatabase(statements)
  }

  /// What made each of the tables, with its indices and triggers.
  private static func statements(in db: Database) throws -> [String: [String]] {
    let pairs: [(String, String)] = try db.rows(
      """
      SELECT tbl_name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL
      ORDER BY type = 'table' DESC, name
      """
    ) { ($0[0], $0[1]) }
    return Dictionary(grouping: pairs.filter { mendable.contains($0.0) }, by: \.0)
      .mapValues { $0.map(\.1) }
  }
}

extension Store {
  /// Makes the derived tables anew that are not as this program makes them; their contents follow
  /// with the memory, which no longer is said to be current.
  func mendDerivedTables() throws(StoreError) {
    try writing(.upkeep) { db in try Schema.mendDerivedTables(in: db) }
  }
}
