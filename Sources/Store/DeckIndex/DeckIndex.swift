import Decks
import GRDB
import Glibc
import Synchronization

/// The index of the decks, attached to the connection of the database as `deck_index`.
///
/// It holds nothing that cannot be read from the decks again, so it may fail: a file that is not as
/// this program makes it, is damaged or contradicts itself is thrown away and made anew, and where no
/// file can be, the index is in memory as long as the program runs. Another Starling that has the
/// file open keeps what it has, and finds out when it writes.
final class DeckIndex: Sendable {
  /// All decks there are, and how one is read: enough to fill the index again.
  struct Supply: Sendable {
    var sources: [DeckSource]
    var read: @Sendable (DeckSource) -> Reading
  }

  private enum Place { case nowhere, file, memory }

  private struct State {
    var place = Place.nowhere
    /// Which file it is, whatever has its name now.
    var file: FileIdentity?
    var supply: Supply?
    var problem: String?
  }

  private let location: StoreLocation
  private let state = Mutex(State())

  private var path: String { location.deckIndex }

  init(at location: StoreLocation) { self.location = location }

  /// Where the decks come from, if they were asked for since the start.
  var supply: Supply? {
    get { state.withLock { $0.supply } }
    set { state.withLock { $0.supply = newValue } }
  }

  /// Why the index is in no file, in words; nil if it is in one.
  var problem: String? { state.withLock { $0.problem } }

  /// Whether the index is in a file, and so may be at fault where something fails.
  var isInFile: Bool { state.withLock { $0.place == .file } }

  /// Attaches the index, whatever state its file is in; not within a transaction.
  ///
  /// - Throws: what SQLite says when there is not even memory for it.
  func attach(in db: Database) throws {
    do {
      guard try !attachFile(in: db) else { return enter(.file) }
      try makeAnew(in: db)
    } catch {
      try moveToMemory(in: db, because: error)
    }
  }

  /// Throws the index away and makes an empty one; not within a transaction.
  func makeAnew(in db: Database) throws {
    do {
      // One after the other, or one would throw away what another has just made.
      let lock = try FolderLock(StoreLocation.folder(of: path))
      defer { lock.release() }
      if FileIdentity(path) != state.withLock({ $0.file }), try attachFile(in: db) {
        return enter(.file)
      }
      try detach(from: db)
      for ending in ["", "-journal", "-wal", "-shm"] {
        guard unlink(path + ending) == 0 || errno == ENOENT else {
          throw StoreLocation.refusal(of: path + ending)
        }
      }
      try location.create(path)
      try db.execute(sql: "ATTACH DATABASE ? AS deck_index", arguments: [path])
      try db.execute(sql: "PRAGMA deck_index.synchronous = OFF")
      try db.inTransaction(.immediate) {
        try DeckIndexSchema.create(in: db)
        return .commit
      }
      enter(.file)
    } catch {
      try moveToMemory(in: db, because: error)
    }
  }

  /// Makes an empty index in memory, where no file can be; not within a transaction.
  func moveToMemory(in db: Database, because error: any Error) throws {
    try detach(from: db)
    try db.execute(sql: "ATTACH DATABASE ':memory:' AS deck_index")
    try DeckIndexSchema.create(in: db)
    let reason =
      (StoreError(error, doing: .writing, path: path).description).split(separator: "; nothing")
      .first.map(String.init) ?? ""
    enter(.memory, problem: "\(reason); the decks are read anew at each start")
  }

  private func enter(_ place: Place, problem: String? = nil) {
    let file = place == .file ? FileIdentity(path) : nil
    state.withLock { state in
      state.place = place
      state.file = file
      state.problem = problem
    }
  }

  /// Attaches the file if it is as this program makes it; else it is not attached.
  private func attachFile(in db: Database) throws -> Bool {
    try detach(from: db)
    try location.create(path)
    do {
      try db.run("ATTACH DATABASE ? AS deck_index", [path])
      try db.run("PRAGMA deck_index.synchronous = OFF")
      if try DeckIndexSchema.isKept(in: db) { return true }
    } catch let error as DatabaseError where !error.isWaiting {
      // What cannot be read is not as this program makes it.
    }
    try detach(from: db)
    return false
  }

  private func detach(from db: Database) throws {
    let schemas: [String] = try db.rows("PRAGMA database_list") { $0[1] }
    guard schemas.contains("deck_index") else { return }
    try db.execute(sql: "DETACH DATABASE deck_index")
    state.withLock { $0.place = .nowhere }
  }

  /// What SQLite's quick check finds wrong in one of the attached files.
  static func faults(of schema: String, in db: Database) -> [String] {
    do {
      return try String.fetchAll(db, sql: "PRAGMA \(schema).quick_check(1)").filter { $0 != "ok" }
    } catch {
      return ["\(error)"]
    }
  }
}

/// Which file a name leads to.
private struct FileIdentity: Equatable {
  let device: dev_t
  let number: ino_t

  /// Nil if there is no file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    number = status.st_ino
  }
}

extension DatabaseError {
  /// Whether another program is at work, and waiting would help.
  var isWaiting: Bool { resultCode == .SQLITE_BUSY || resultCode == .SQLITE_LOCKED }
}
