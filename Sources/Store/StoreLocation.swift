import Glibc

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
  public var folder: String { Self.folder(of: database) }

  /// Where the database's file is: its path, or where that leads as a link.
  ///
  /// SQLite's log lies beside this.
  var place: String {
    guard let target = Self.linkedTo(database) else { return database }
    if let real = realpath(database, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    return target.hasPrefix("/") ? target : "\(folder)/\(target)"
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    guard let end = path.lastIndex(of: "/") else { return "." }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Whether a path leads to the database, whatever it is called.
  func isDatabase(_ path: String) -> Bool {
    var here = stat()
    var there = stat()
    return stat(database, &here) == 0 && stat(path, &there) == 0 && here.st_dev == there.st_dev
      && here.st_ino == there.st_ino
  }

  /// Makes a file (0600) and its folder (0700) where they are missing, so that nobody else can read it
  /// from its first byte on; SQLite gives its side files the same mode.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:detail:)``, or ``StoreError/cannotOpen(path:detail:)`` if
  ///   the file is there and may not be used.
  func create(_ path: String) throws(StoreError) {
    let folder = Self.folder(of: path)
    // A file that is there is never opened here: closing it would take away the locks that SQLite
    // may have on it in this program.
    if access(path, R_OK | W_OK) == 0 {
      guard !Self.isFolder(path) else {
        throw .cannotCreate(path: path, detail: "it is a folder; move it away")
      }
      // SQLite keeps its log beside the file.
      guard access(folder, W_OK | X_OK) == 0 else {
        throw Self.refusal(of: folder)
      }
      return
    }
    guard errno == ENOENT || errno == ENOTDIR else { throw Self.refusal(of: path) }
    try createFolder(folder)
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.refusal(of: path) }
    close(file)
  }

  /// Why a file or a folder may not be used, and what to do about it; to be asked right after the
  /// failure.
  static func refusal(of path: String) -> StoreError {
    let code = errno
    var status = stat()
    if code == EACCES, let barrier = Barrier(onWayTo: path) {
      return .cannotOpen(path: path, detail: barrier.advice)
    }
    if code == ENOENT, let target = linkedTo(path) {
      return .cannotCreate(
        path: path,
        detail:
          "it is a link to \(target), which is not there; bring that back, or take the link away"
      )
    }
    guard stat(path, &status) == 0, code == EACCES || code == EPERM else {
      errno = code
      return .cannotCreate(path: path, detail: reason(at: path))
    }
    let isOthers = status.st_uid != geteuid()
    return .cannotOpen(
      path: path,
      detail: isOthers
        ? "it belongs to another user; “sudo chown \(geteuid()) \(path)” makes it yours"
        : "it may not be written to; “chmod \(isFolder(path) ? 700 : 600) \(path)” allows that")
  }

  /// Whether a file or folder belongs to who runs the program.
  static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid == geteuid()
  }

  /// Where a symbolic link leads; nil if the path is none.
  private static func linkedTo(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    return count > 0
      ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is no database, though there is an index of the decks.
  var isDatabaseMissed: Bool { access(database, F_OK) != 0 && access(deckIndex, F_OK) == 0 }

  /// Whether there is no room left where the database is.
  public var isDiskFull: Bool { Self.isDiskFull(at: database) }

  /// Whether there is no room left where a file is.
  static func isDiskFull(at path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && status.f_bavail == 0 && status.f_blocks > 0
  }

  /// A file's size in bytes; 0 if there is none.
  static func size(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  static let sizeLimitReached = "the file may not grow further (ulimit -f)"

  /// Whether the system lets this program write only small files, so that what SQLite calls an error of
  /// the disk comes of that.
  static var hasSizeLimit: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
      && limit.rlim_cur < UInt64(FileCopy.limit)
  }

  /// What is in the database's place, if it is neither a file nor a folder: `a pipe`.
  var strangeSort: String? {
    var status = stat()
    guard stat(database, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: nil
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }

  /// Whether the database has nothing in it, not even a table.
  var isEmpty: Bool {
    var status = stat()
    return stat(database, &status) != 0 || status.st_size == 0
  }

  /// Whether a Starling was interrupted: it left its log, and no program works with that now.
  var wasInterrupted: Bool {
    var status = stat()
    let path = place
    guard stat(path + "-wal", &status) == 0, status.st_size > 0 else { return false }
    // Never closed: if this program has the file open elsewhere, closing would take its locks away.
    let file = open(path + "-shm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return true }
    // SQLite's “dead man's switch”: everyone who has the database open holds this byte.
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 128
    lock.l_len = 1
    return fcntl(file, F_GETLK, &lock) == 0 && lock.l_type == Int16(F_UNLCK)
  }

  /// Sees to it that the names of the files in a folder are on the disk, as far as that is possible.
  static func sync(folderOf path: String) {
    let folder = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Runs `body` while no other Starling runs its own with the same folder.
  func alone(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    let lock = try FolderLock(folder)
    defer { lock.release() }
    try body()
  }

  /// Makes a folder and those on the way to it, for the person alone.
  func createFolder(_ path: String) throws(StoreError) {
    guard !path.isEmpty, access(path, F_OK) != 0 else {
      guard path.isEmpty || Self.isFolder(path) else {
        throw .cannotCreate(path: path, detail: "there is a file of that name; move it away")
      }
      return
    }
    if let parent = path.lastIndex(of: "/"), parent > path.startIndex {
      try createFolder(String(path[..<parent]))
    }
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    var detail = reason(at: path)
    if errno == ENOTDIR {
      detail = "there is a file where a folder should be; move the file away"
    }
    throw .cannotCreate(path: path, detail: detail)
  }
}

/// What the system says about the last call that failed.
func reason() -> String {
  switch errno {
  case ENOSPC: "the disk is full"
  case EFBIG: StoreLocation.sizeLimitReached
  default: String(cString: strerror(errno))
  }
}

/// What the system says about the last call that failed at a path, with what to do about it where the
/// person has taken leave from themselves.
func reason(at path: String) -> String {
  let code = errno
  guard code == EACCES else { return reason() }
  if let barrier = Barrier(onWayTo: path) { return barrier.advice }
  let folder = StoreLocation.isFolder(path) ? path : StoreLocation.folder(of: path)
  if access(folder, R_OK | W_OK | X_OK) != 0, StoreLocation.isOwn(folder) {
    return "the folder \(folder) may not be written to; “chmod 700 \(folder)” allows that"
  }
  errno = code
  return reason()
}
