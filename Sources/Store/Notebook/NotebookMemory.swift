import Campaign
import GRDB
import Synchronization

/// The notebook as it was read last, so that it is read again only after something was written.
///
/// It is asked for several times before the first screen, and each reading takes about a millisecond.
final class NotebookMemory: Sendable {
  private let last = Mutex<(change: ChangeMark, notebook: Notebook)?>(nil)

  /// The notebook as it is now; `read` reads it, in the same transaction.
  func notebook(in db: Database, read: (Database) throws -> Notebook) throws -> Notebook {
    let now = try ChangeMark(db)
    if let last = last.withLock({ $0 }), last.change == now { return last.notebook }
    let notebook = try read(db)
    last.withLock { $0 = (now, notebook) }
    return notebook
  }

  /// Reads it again the next time: what is open now is another database.
  func forget() { last.withLock { $0 = nil } }
}

/// What differs whenever the database does: how often others have written, and how much this program.
private struct ChangeMark: Equatable {
  let byOthers: Int
  let byUs: Int

  init(_ db: Database) throws {
    byOthers = try db.row("PRAGMA main.data_version")?[0] ?? 0
    byUs = db.totalChangesCount
  }
}
