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
      throw StoreError(error, doing: action, path: location.database)
    }
  }

  /// Makes anew what is to blame for an error, if it can be.
  ///
  /// - Returns: whether it is worth while to try again.
  private func recover(from error: DatabaseError, in db: Database) throws -> Bool {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY,
      .SQLITE_FULL, .SQLITE_ERROR:
      break
    case .SQLITE_CONSTRAINT where error.message?.contains("deck_index.") == true: break
    default: return false
    }
    if try isDeckIndexAtFault(after: error, in: db) {
      error.resultCode == .SQLITE_FULL
        ? try deckIndex.moveToMemory(in: db, because: error) : try deckIndex.makeAnew(in: db)
      try fillDeckIndex(in: db)
      return true
    }
    return false
  }

  private func isDeckIndexAtFault(after error: DatabaseError, in db: Database) throws -> Bool {
    guard deckIndex.isInFile else { return false }
    switch error.resultCode {
    case .SQLITE_ERROR:
      // Its tables are gone, or are others.
      return try !DeckIndexSchema.isKept(in: db)
    case .SQLITE_READONLY:
      return access(location.database, W_OK) == 0 && access(location.folder, W_OK) == 0
    case .SQLITE_FULL: return StoreLocation.isDiskFull(at: location.deckIndex)
    default:
      return !DeckIndex.faults(of: "deck_index", in: db).isEmpty
        || DeckIndex.faults(of: "main", in: db).isEmpty
    }
  }
}
