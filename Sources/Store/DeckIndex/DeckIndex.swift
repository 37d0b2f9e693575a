import Decks
import Files
import GRDB
import Synchronization

/// The index of the decks, attached to the connection of the database as `deck_index`.
///
/// It holds nothing that cannot be read from the decks again, so it may fail: a file that is not as
/// this program makes it, is damaged or contradicts itself is thrown away and made anew, and where no
/// file can be, the index is in memory as long as the program runs.
///
/// A file in its place is only read. Each change makes another file, which takes the place of the one
/// before when it is whole: a program that is killed meanwhile leaves no half of one, and another
/// Starling goes on reading the file that it has open.
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
    var file: FileStatus.Identity?
    var supply: Supply?
    var problem: String?
  }

  private let location: StoreLocation
  private let state = Mutex(State())

  private var path: String { location.deckIndex }
  /// Where a file is until it is whole; whoever makes it has the folder's lock.
  private var unfinished: String { path + ".part" }

  init(at location: StoreLocation) { self.location = location }

  /// Where the decks come from, if they were asked for since the start.
  var supply: Supply? {
    get { state.withLock { $0.supply } }
    set { state.withLock { $0.supply = newValue } }
  }

  /// Why the index is in no file, in words; nil if it is in one.
  var problem: String? { state.withLock { $0.problem } }

  /// Whether the index is in a file, and so may be at fault where something fails.
  var isInFile: Bool { place == .file }

  private var place: Place { state.withLock { $0.place } }

  /// Attaches the index, whatever state its file is in; not within a transaction.
  ///
  /// - Throws: what SQLite says when there is not even memory for it.
  func attach(in db: Database) throws {
    if try !attachFile(in: db) { try makeAnew(in: db) }
  }

  /// Throws the index away for an empty one, unless another Starling has done so; not within a
  /// transaction.
  func makeAnew(in db: Database) throws {
    do {
      try alone {
        if try hasAnother(in: db) { return }
        try replaceFile(in: db, copying: false) {}
      }
    } catch {
      try attachMemory(in: db, because: error)
    }
  }

  /// Changes what is in the index, all or nothing; not within a transaction.
  ///
  /// - Parameters:
  ///   - db: the connection.
  ///   - isNeeded: whether there is anything to change still.
  ///   - body: does it, in `deck_index`, which may be empty by now.
  /// - Throws: what `isNeeded` and `body` throw where the index is in memory.
  func change(in db: Database, if isNeeded: () throws -> Bool, _ body: () throws -> Void) throws {
    if isInFile {
      do {
        return try alone {
          let isKept = try hasAnother(in: db) || isInFile
          if isKept, try !isNeeded() { return }
          try replaceFile(in: db, copying: isKept, body)
        }
      } catch {
        try attachMemory(in: db, because: error)
      }
    }
    try body()
  }

  /// Does what makes a file, one Starling after the other: one would throw away what another has just
  /// made.
  private func alone(_ body: () throws -> Void) throws {
    let folder = Disk.folder(of: path)
    try location.createFolder(folder)
    let lock = try StoreLocation.lock(folder)
    defer { lock.release() }
    try body()
  }

  /// Attaches the file that another Starling has put in the place of this one's, if it is a good one.
  private func hasAnother(in db: Database) throws -> Bool {
    guard FileStatus(path)?.identity != state.withLock({ $0.file }) else { return false }
    return try attachFile(in: db)
  }

  /// Attaches the file if it is as this program makes it; else it is not attached.
  private func attachFile(in db: Database) throws -> Bool {
    try detach(from: db)
    state.withLock { $0.place = .nowhere }
    guard FileStatus(path)?.kind == .file else { return false }
    do {
      try db.run("ATTACH DATABASE ? AS deck_index", [path])
      if try isSealed(in: db), try DeckIndexSchema.isKept(in: db) {
        enter(.file)
        return true
      }
    } catch is DatabaseError {
      // What cannot be read is not as this program makes it.
    }
    try detach(from: db)
    return false
  }

  /// Puts a file that `body` has changed in the place of the one that is there.
  ///
  /// - Parameters:
  ///   - db: the connection.
  ///   - copying: whether the file begins with what is in the index now; else it has empty tables.
  ///   - body: changes it.
  /// - Throws: whatever keeps the file from being made; then nothing has changed.
  private func replaceFile(
    in db: Database, copying: Bool, _ body: () throws -> Void
  ) throws {
    guard FileStatus(path)?.kind != .folder else {
      throw StoreError.cannotCreate(path: path, detail: "it is a folder; move it away")
    }
    do {
      try makeUnfinishedFile()
      let isCopied = try copying && copy(in: db)
      try detach(from: db)
      try db.execute(sql: "ATTACH DATABASE ? AS deck_index", arguments: [unfinished])
      // Should it fail, the file is thrown away.
      try db.execute(sql: "PRAGMA deck_index.journal_mode = OFF")
      try db.execute(sql: "PRAGMA deck_index.synchronous = OFF")
      if !isCopied { try DeckIndexSchema.create(in: db) }
      try body()
      try seal(in: db)
      do throws(SystemError) {
        try Disk.rename(unfinished, to: path)
      } catch {
        throw StoreLocation.refusal(of: path, error)
      }
      enter(.file)
    } catch {
      Disk.removeIfPossible(unfinished)
      throw error
    }
  }

  private func makeUnfinishedFile() throws(StoreError) {
    Disk.removeIfPossible(unfinished)
    do throws(SystemError) {
      try Disk.makeFile(unfinished, isNew: true)
    } catch {
      throw StoreLocation.refusal(of: unfinished, error)
    }
  }

  /// Copies the index to the unfinished file; false if it is damaged, and nothing is copied.
  private func copy(in db: Database) throws -> Bool {
    do {
      try db.execute(sql: "VACUUM deck_index INTO ?", arguments: [unfinished])
      return true
    } catch is DatabaseError {
      try makeUnfinishedFile()
      return false
    }
  }

  /// Sets the time of the unfinished file to a whole second, which it holds itself: whatever writes to
  /// it after that changes its time, and so breaks the seal.
  private func seal(in db: Database) throws {
    guard let second = FileStatus(unfinished)?.seconds else {
      throw StoreLocation.refusal(of: unfinished)
    }
    try db.execute(sql: "PRAGMA deck_index.application_id = \(Int32(truncatingIfNeeded: second))")
    do throws(SystemError) {
      try Disk.setTime(second, of: unfinished)
    } catch {
      throw StoreLocation.refusal(of: unfinished, error)
    }
  }

  private func isSealed(in db: Database) throws -> Bool {
    guard let status = FileStatus(path), status.nanoseconds == 0 else { return false }
    return try db.row("PRAGMA deck_index.application_id")?[0]
      == Int(Int32(truncatingIfNeeded: status.seconds))
  }

  private func attachMemory(in db: Database, because error: any Error) throws {
    try detach(from: db)
    try db.execute(sql: "ATTACH DATABASE ':memory:' AS deck_index")
    try DeckIndexSchema.create(in: db)
    let reason = StoreError(error, doing: .opening, path: path).description
    enter(.memory, problem: "\(reason); the decks are read anew each time")
  }

  private func enter(_ place: Place, problem: String? = nil) {
    let file = place == .file ? FileStatus(path)?.identity : nil
    state.withLock { state in
      state.place = place
      state.file = file
      state.problem = problem
    }
  }

  private func detach(from db: Database) throws {
    let schemas: [String] = try db.rows("PRAGMA database_list") { $0[1] }
    guard schemas.contains("deck_index") else { return }
    try db.execute(sql: "DETACH DATABASE deck_index")
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
