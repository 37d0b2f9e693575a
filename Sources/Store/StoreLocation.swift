public import Files

/// Where the database and the deck index are.
public struct StoreLocation: Equatable, Sendable {
  /// The SQLite file that holds everything practised and written.
  public var database: String
  /// The deck index: a cache that can be deleted at any time.
  public var deckIndex: String

  public init(database: String, deckIndex: String) {
    self.database = database
    self.deckIndex = deckIndex
  }

  /// The folder of the database.
  public var folder: String { Disk.folder(of: database) }

  /// Where the database's file is: its path, or where that leads as a link.
  ///
  /// SQLite's log lies beside this.
  var place: String {
    guard let target = Disk.target(ofLink: database) else { return database }
    return Disk.realPath(database) ?? (target.hasPrefix("/") ? target : "\(folder)/\(target)")
  }

  /// Whether a path leads to the database, whatever it is called.
  func isDatabase(_ path: String) -> Bool {
    FileStatus(database).map { $0.identity == FileStatus(path)?.identity } ?? false
  }

  /// Makes a file (0600) and its folder (0700) where they are missing, so that nobody else can read it
  /// from its first byte on; SQLite gives its side files the same mode.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:detail:)``, or ``StoreError/cannotOpen(path:detail:)`` if
  ///   the file is there and may not be used.
  func create(_ path: String) throws(StoreError) {
    let folder = Disk.folder(of: path)
    // A file that is there is never opened here: closing it would take away the locks that SQLite
    // may have on it in this program.
    if Disk.mayChange(path) {
      guard FileStatus(path)?.kind != .folder else {
        throw .cannotCreate(path: path, detail: "it is a folder; move it away")
      }
      // SQLite keeps its log beside the file.
      guard Disk.mayFill(folder) else { throw Self.refusal(of: folder) }
      return
    }
    let error = SystemError.last
    guard error.isMissing || error.isFileOnTheWay else { throw Self.refusal(of: path, error) }
    try createFolder(folder)
    do throws(SystemError) {
      try Disk.makeFile(path, isNew: false)
    } catch {
      throw Self.refusal(of: path, error)
    }
  }

  /// Why a file or a folder may not be used, and what to do about it.
  ///
  /// - Parameters:
  ///   - path: the file or folder.
  ///   - error: what the system said; by default of the call just before.
  /// - Returns: the error to throw.
  static func refusal(of path: String, _ error: SystemError = .last) -> StoreError {
    if error.isForbidden, let barrier = Barrier(onWayTo: path) {
      return .cannotOpen(path: path, detail: barrier.advice)
    }
    if error.isMissing, let target = Disk.target(ofLink: path) {
      return .cannotCreate(
        path: path,
        detail:
          "it is a link to \(target), which is not there; bring that back, or take the link away"
      )
    }
    if error.isOfReadOnlyDisk {
      return .cannotOpen(path: path, detail: "it is on a disk that may only be read")
    }
    guard error.isRefused, let status = FileStatus(path) else {
      return .cannotCreate(path: path, detail: error.reason(at: path))
    }
    return .cannotOpen(
      path: path,
      detail: status.isOwn
        ? "it may not be written to; “chmod \(status.kind == .folder ? 700 : 600) \(path)” allows that"
        : "it belongs to another user; “sudo chown \(RunningProgram.user) \(path)” makes it yours")
  }

  /// Whether the database can be written to, with a log beside it, if it is there.
  var mayBeChanged: Bool {
    !Disk.has(database) || Disk.mayChange(database) && Disk.mayFill(Disk.folder(of: place))
  }

  /// Whether there is no database, though there is an index of the decks.
  var isDatabaseMissed: Bool { !Disk.has(database) && Disk.has(deckIndex) }

  /// Whether there is no room left where the database is.
  public var isDiskFull: Bool { Disk.isFull(at: database) }

  /// Whether the system lets this program write only small files, so that what SQLite calls an error of
  /// the disk comes of that.
  static var hasSizeLimit: Bool { Disk.sizeLimit < UInt64(FileCopy.limit) }

  /// What is in the database's place, if it is neither a file nor a folder: `a pipe`.
  var strangeSort: String? {
    switch FileStatus(database)?.kind {
    case .file, .folder, nil: nil
    case .pipe: "a pipe"
    case .socket: "a socket"
    case .device, .link: "a device"
    }
  }

  /// Whether the database has nothing in it, not even a table.
  var isEmpty: Bool {
    (FileStatus(database)?.size ?? 0) == 0
  }

  /// Whether a Starling was interrupted: it left its log, and no program works with that now.
  var wasInterrupted: Bool {
    let path = place
    guard let status = FileStatus(path + "-wal"), status.size > 0 else { return false }
    // SQLite's “dead man's switch”: everyone who has the database open holds this byte.
    return !OpenFiles.isLocked(byte: 128, of: path + "-shm")
  }

  /// The files of the database and of the deck index, if all there is stands in them: nil where something
  /// is still in the log, or where they are not as they should be.
  public var settledFiles: [FileStatus]? {
    let path = place
    guard mayBeChanged, (FileStatus(path + "-wal")?.size ?? 0) == 0 else { return nil }
    let files = [path, deckIndex].compactMap { FileStatus($0) }
    return files.count == 2 && files.allSatisfy { $0.kind == .file } ? files : nil
  }

  /// Runs `body` while no other Starling runs its own with the same folder.
  func alone(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    let lock = try Self.lock(folder)
    defer { lock.release() }
    try body()
  }

  /// Locks a folder, and waits until it is free.
  static func lock(_ folder: String) throws(StoreError) -> FolderLock {
    do throws(SystemError) {
      return try FolderLock(folder)
    } catch {
      throw error.isHeldByAnother
        ? .busy(path: folder) : .cannotOpen(path: folder, detail: error.reason(at: folder))
    }
  }

  /// Makes a folder and those on the way to it, for the person alone.
  func createFolder(_ path: String) throws(StoreError) {
    func fileInItsPlace(_ path: String) -> StoreError {
      .cannotCreate(path: path, detail: "there is a file of that name; move it away")
    }
    guard !path.isEmpty, !Disk.has(path) else {
      guard path.isEmpty || FileStatus(path)?.kind == .folder else { throw fileInItsPlace(path) }
      return
    }
    do throws(Disk.NoFolder) {
      try Disk.makeFolders(path)
    } catch {
      throw error.error.isFileOnTheWay
        ? fileInItsPlace(Disk.folder(of: error.folder))
        : .cannotCreate(path: error.folder, detail: error.error.reason(at: error.folder))
    }
  }
}
