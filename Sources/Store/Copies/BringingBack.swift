import Files
import GRDB

/// A mark beside the database while a copy is written into it in its place.
///
/// The copy comes in through the log, and may have fewer reviews than the file: after a kill the log
/// would look like that of another database. The mark says whose it is.
struct BringingBack {
  private let database: String
  private var path: String { database + ".bringing-back" }

  init(into database: String) { self.database = database }

  /// Whether a copy was being written, and its log may not be in the file yet.
  var isUnderWay: Bool { Disk.has(path) }

  /// Sets the mark; it is on disk when this returns.
  func begin() throws(StoreError) {
    do throws(SystemError) {
      try Disk.makeFile(path, isNew: false)
    } catch {
      throw .cannotCreate(path: path, detail: error.reason(at: path))
    }
    do throws(SystemError) {
      try Disk.fill(path, with: [])
    } catch {
      throw .cannotWrite(path: path, detail: error.reason(at: path))
    }
    Disk.sync(folder: Disk.folder(of: path))
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
    do throws(SystemError) {
      try Disk.removeIfThere(path)
    } catch {
      throw .cannotWrite(path: path, detail: error.reason(at: path))
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
