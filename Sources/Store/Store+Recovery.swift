import GRDB
import Glibc

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
          return try transaction(db)
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
  /// - Returns: whether it is worth while to try again.
  private func recover(from error: DatabaseError, in db: Database) throws -> Bool {
    if try isDeckIndexAtFault(after: error, in: db) {
      try deckIndex.makeAnew(in: db)
      try fillDeckIndex(in: db)
      return true
    }
    return try isDerivedAtFault(after: error, in: db)
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

  /// Computes what can be computed anew if the error is in one of its tables alone.
  private func isDerivedAtFault(after error: DatabaseError, in db: Database) throws -> Bool {
    switch error.resultCode {
    case .SQLITE_ERROR:
      var hasMended = false
      try db.inTransaction(.immediate) {
        hasMended = try Schema.mendDerivedTables(in: db)
        if hasMended { _ = try rebuildMemory(in: db) }
        return .commit
      }
      return hasMended
    case .SQLITE_CORRUPT:
      guard !DeckIndex.faults(of: "main", in: db).isEmpty, try arePersonalTablesSound(in: db)
      else { return false }
      try db.inTransaction(.immediate) {
        _ = try Schema.mendDerivedTables(in: db, all: true)
        _ = try rebuildMemory(in: db)
        return .commit
      }
      return true
    default: return false
    }
  }

  private func arePersonalTablesSound(in db: Database) throws -> Bool {
    try Schema.personalTables(in: db).allSatisfy { table in
      try String.fetchAll(db, sql: "PRAGMA main.quick_check(\(table))") == ["ok"]
    }
  }
}
