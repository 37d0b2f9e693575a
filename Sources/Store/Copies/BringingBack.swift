import GRDB
import Glibc

/// A mark beside the database while a copy is written into it in its place.
///
/// The copy comes in through the log, and may have fewer reviews than the file: after a kill the log
/// would look like that of another database. The mark says whose it is.
struct BringingBack {
  private let database: String
  private var path: String { database + ".bringing-back" }

  init(into database: String) { self.database = database }

  /// Whether a copy was being written, and its log may not be in the file yet.
  var isUnderWay: Bool { access(path, F_OK) == 0 }

  /// Sets the mark; it is on disk when this returns.
  func begin() throws(StoreError) {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannotCreate(path: path, detail: reason(at: path)) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw .cannotWrite(path: path, detail: reason(at: path)) }
    StoreLocation.sync(folderOf: path)
  }

  /// Takes the mark away once all that is in the log is in the file, too; while another Starling reads,
  /// it stays.
  func end(in queue: DatabaseQueue) throws(StoreError) {
    do {
      let isBusy = try queue.inDatabase { db in
        try Bool.fetchOne(db, sql: "PRAGMA main.wal_checkpoint(TRUNCATE)") ?? true
      }
      guard !isBusy else { return }
    } catch {
      throw StoreError(error, doing: .writing, path: database)
    }
    guard unlink(path) == 0 || errno == ENOENT else {
      throw .cannotWrite(path: path, detail: reason(at: path))
    }
  }

  /// Does what a Starling that was killed had left to do.
  func finish() throws(StoreError) {
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(path: database)
    } catch {
      throw StoreError(error, doing: .opening, path: database)
    }
    try end(in: queue)
  }
}
