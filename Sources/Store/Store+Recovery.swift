import GRDB

/// Whatever is derived may be at fault when a transaction fails; then it is made anew, and the
/// transaction is tried once more.
extension Store {
  /// Runs a transaction, and again if it failed at something that could be made anew.
  ///
  /// - Throws: ``StoreError``, about the database: nothing else is left.
  func recovering<Value>(
    _ action: StoreError.Action, _ transaction: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try queue.inDatabase { db in
        do {
          return try transaction(db)
        } catch let error as DatabaseError {
          guard try recover(from: error, in: db) else { throw error }
          return try UnfitValues.$areDerivedForgiven.withValue(true) { try transaction(db) }
        } catch is UnfitDerivedValue {
          try computeDerived(in: db)
          return try UnfitValues.$areDerivedForgiven.withValue(true) { try transaction(db) }
        }
      }
    } catch {
      throw strangeTable(after: error) ?? StoreError(error, doing: action, path: location.database)
    }
  }

  /// That a table of the person's is not as this program makes it, if an error may come of that.
  private func strangeTable(after error: any Error) -> StoreError? {
    guard (error as? DatabaseError)?.resultCode == .SQLITE_ERROR else { return nil }
    let differences = try? queue.inDatabase { db in
      // An older one has not all tables yet.
      guard try Schema.migrator.hasCompletedMigrations(db) else {
        return [SchemaShape.Difference]()
      }
      return try SchemaShape(of: db).differences(from: SchemaShape.own())
    }
    let strange = differences?.first { $0.kind == "table" && $0.sort != .more }
    return strange.map { .damaged(path: location.database, detail: $0.words) }
  }

  /// Makes anew what is to blame for an error, if it can be.
  ///
  /// - Returns: whether it is worth trying again.
  private func recover(from error: DatabaseError, in db: Database) throws -> Bool {
    var isRecovered = false
    if try isDeckIndexAtFault(after: error, in: db) {
      try deckIndex.makeAnew(in: db)
      try fillDeckIndex(in: db)
      isRecovered = true
    }
    return try mendDerivedTables(after: error, in: db) || isRecovered
  }

  private func isDeckIndexAtFault(after error: DatabaseError, in db: Database) throws -> Bool {
    guard deckIndex.isInFile else { return false }
    switch error.resultCode {
    // Its tables are gone, or are others.
    case .SQLITE_ERROR: return try !DeckIndexSchema.isKept(in: db)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_CANTOPEN:
      return !DeckIndex.faults(of: "deck_index", in: db).isEmpty
        || DeckIndex.faults(of: "main", in: db).isEmpty
    default: return false
    }
  }

  /// Makes the tables anew that can be computed, if the error is in one of them.
  private func mendDerivedTables(after error: DatabaseError, in db: Database) throws -> Bool {
    switch error.resultCode {
    case .SQLITE_ERROR:
      guard try Schema.needsMending(in: db) else { return false }
      try computeDerived(in: db, allTables: false)
      return true
    case .SQLITE_CORRUPT:
      guard try Schema.migrator.hasCompletedMigrations(db) else { return false }
      let isSound = DeckIndex.faults(of: "main", in: db).isEmpty
      guard try isSound || arePersonalTablesSound(in: db) else { return false }
      try computeDerived(in: db, allTables: !isSound)
      return true
    default: return false
    }
  }

  /// Computes anew all that reviews and attempts come to.
  private func computeDerived(in db: Database, allTables: Bool = false) throws {
    try db.inTransaction(.immediate) {
      try Schema.mendDerivedTables(in: db, all: allTables)
      _ = try rebuildMemory(in: db)
      return .commit
    }
  }

  private func arePersonalTablesSound(in db: Database) throws -> Bool {
    try (Schema.personalTables(in: db) + ["grdb_migrations"]).allSatisfy { table in
      try String.fetchAll(db, sql: "PRAGMA main.quick_check(\(table))") == ["ok"]
    }
  }
}
