import Files
import GRDB
import Practice
import Scheduler

/// Whether the database is still where it was opened: a file that was deleted or replaced takes in all
/// that is written, and nobody ever reads it again.
extension Store {
  /// What was found.
  enum Presence {
    /// The database is there, with everything that was written.
    case whole
    /// Another database is there now, and opened.
    case other
  }

  /// What has happened to the database's file since this was last asked for, a line each.
  public func takeNews() -> [String] { connection.takeNews() }

  /// Has each line told at once, too.
  public func tellNews(by teller: @escaping @Sendable (String) -> Void) {
    connection.tellNews(by: teller)
  }

  /// Looks whether the database is where it was; if not, sees to it that nothing is lost and that it can
  /// be gone on with.
  ///
  /// A deleted one is written again from what is still open, one that was moved is followed, and where
  /// another is in its place, that is gone on with and this one is kept beside it.
  ///
  /// - Throws: ``StoreError`` when it cannot be gone on with; nothing is lost then, and the next time
  ///   it is tried again.
  public func checkPresence() throws(StoreError) { _ = try presence() }

  func presence() throws(StoreError) -> Presence {
    guard connection.files != nil else { return .whole }
    if connection.isClosed { try reopen() }
    // Only now: what was closed had other files.
    guard let files = connection.files else { return .whole }
    let path = location.place
    let now = DatabaseFiles(at: path)
    if now.database == files.database, let written = connection.written {
      let later = WrittenState(of: files, at: path, after: written)
      guard later.isExplained(since: written) else { return try mendOverwritten(files) }
      connection.written = later
    }
    if now == files {
      if connection.owesRecord { try writeRunAgain() }
      return .whole
    }
    if now.database == files.database { return try mendLog(now, files) }
    if now.database == nil {
      if let moved = files.movedTo() {
        connection.follow(to: moved)
        connection.tell("the database was moved while Starling ran; it goes on in \(moved)")
        return .whole
      }
      return try writeAgain(files)
    }
    return try goOnWithOther(files)
  }

  /// The log, or its index, is not the one that was opened; the database itself is.
  private func mendLog(_ now: DatabaseFiles, _ files: DatabaseFiles) throws(StoreError) -> Presence
  {
    // There was none yet: SQLite makes both at the first reading.
    guard files.log != nil, files.logIndex != nil else {
      connection.watch()
      return .whole
    }
    let path = location.place
    // Somebody who does not see our log has written one, or goes on with ours and does not see us.
    guard now.log == files.log ? now.logIndex == nil : (FileStatus(path + "-wal")?.size ?? 0) == 0
    else {
      throw .displaced(
        path: path, saved: try saved(),
        detail: "another program writes a log of its own to \(path); leave both and start again")
    }
    // What is in ours goes into the database itself, and a new one begins.
    do {
      try queue.inDatabase { try $0.execute(sql: "PRAGMA main.wal_checkpoint(TRUNCATE)") }
      removeSideFiles(files)
      // What is open in one program shares the log's index, even one that was deleted.
      try connection.close()
    } catch {
      throw StoreError(error, doing: .writing, path: path)
    }
    try reopen()
    connection.tell(
      "the log of the database was deleted while Starling ran; nothing is lost, everything is in \(path)"
    )
    return .whole
  }

  /// Writes the whole database again to where it was, out of the open one.
  private func writeAgain(_ files: DatabaseFiles) throws(StoreError) -> Presence {
    let path = location.place
    try location.createFolder(Disk.folder(of: path))
    var isOther = false
    try location.alone { () throws(StoreError) in
      let folder = try RestoringFolder(in: Disk.folder(of: path))
      defer { folder.remove() }
      let copy = folder.file(RestoringFolder.again)
      try DatabaseFile(copy).write(from: queue)
      removeSideFiles(files)
      // Not over a database that somebody has put there meanwhile.
      do throws(SystemError) {
        try Disk.place(copy, as: path)
      } catch {
        isOther = error.isThereAlready
        guard isOther else { throw .cannotCreate(path: path, detail: error.reason(at: path)) }
      }
      Disk.sync(folder: Disk.folder(of: path))
    }
    if isOther { return try goOnWithOther(files) }
    try reopen()
    connection.tell(
      "the database was deleted while Starling ran; it is there again with everything in it: \(path)"
    )
    return .whole
  }

  /// Keeps what the open database holds beside the one that is there now, and goes on with that.
  private func goOnWithOther(_ files: DatabaseFiles) throws(StoreError) -> Presence {
    let path = location.place
    var saved: String?
    do throws(StoreError) {
      saved = try self.saved()
    } catch .damaged {
      // It was written over before; what this run has recorded is all there is.
    }
    // First: what is looked at would be read with our log.
    removeSideFiles(files)
    let condition = DatabaseFile(path).condition()
    do throws(StoreError) {
      switch condition {
      case .sound: break
      case .missing: throw .lost(path: path)
      case .newer: throw .newerSchema(path: path)
      case .damaged(let detail): throw .damaged(path: path, detail: detail)
      case .unreadable(let detail): throw .cannotOpen(path: path, detail: detail)
      case .foreign: throw .damaged(path: path, detail: "it is no database of Starling's")
      }
      try reopen()
    } catch {
      guard let saved else { throw overwritten(condition) }
      throw .displaced(path: path, saved: saved, detail: error.description)
    }
    guard let saved else {
      connection.tell(
        "another database was put in the place of the one that was written over: \(path). It goes on with that"
      )
      try writeRunAgain()
      return .other
    }
    _ = connection.beginRecordAnew()
    connection.tell(
      "another database was put in the place of yours while Starling ran: \(path). It goes on with that; what was there before is kept as \(saved)"
    )
    return .other
  }

  /// Where what the open database holds is saved; saves it the first time.
  func saved() throws(StoreError) -> String {
    if let saved = connection.saved { return saved }
    let saved = try save()
    connection.saved = saved
    return saved
  }

  /// Writes what the open database holds among the safety copies.
  private func save() throws(StoreError) -> String {
    let copies = location.copies.folder
    try location.createFolder(copies)
    let folder = try RestoringFolder(in: copies)
    defer { folder.remove() }
    let temporary = folder.file("kept.sqlite")
    try DatabaseFile(temporary).write(from: queue)
    // The file system says what time it is.
    guard let status = FileStatus(temporary) else {
      throw .cannotRead(path: temporary, detail: SystemError.last.reason(at: temporary))
    }
    let moment = Moment(
      time: Timestamp(milliseconds: Int64(status.seconds) * 1000), utcOffset: 0)
    let path = "\(copies)/\(SafetyCopy.name(.replaced, at: moment))"
    do throws(SystemError) {
      try Disk.rename(temporary, to: path)
    } catch {
      throw .cannotCreate(path: path, detail: error.reason(at: path))
    }
    Disk.sync(folder: Disk.folder(of: path))
    return path
  }

  /// Takes the open database's log away from its name, if it has that still.
  ///
  /// It would be taken for the log of whatever comes to be there; all that is in it was saved.
  func removeSideFiles(_ files: DatabaseFiles) {
    let path = location.place
    for (ending, identity) in [("-wal", files.log), ("-shm", files.logIndex)] {
      if let identity, FileStatus(path + ending)?.identity == identity {
        Disk.removeIfPossible(path + ending)
      }
    }
  }

  /// Opens what is there now, and brings it up to date.
  func reopen() throws(StoreError) {
    let fresh = try Store(at: location, schedule: schedule, clock: clock, random: random)
    do {
      try fresh.queue.inDatabase { db in
        try deckIndex.attach(in: db)
        try fillDeckIndex(in: db)
      }
    } catch {
      throw StoreError(error, doing: .opening, path: location.database)
    }
    connection.replace(by: fresh.queue)
    notebookMemory.forget()
  }
}
