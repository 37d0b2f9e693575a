#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Files and folders as the system has them: each call does one thing, at once or not at all.
public enum Disk {
  // MARK: - What is there

  /// Whether there is anything under a name, which a link to nothing is not.
  public static func has(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether whoever runs this may read a file or folder.
  public static func mayRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Whether whoever runs this may read and write a file.
  public static func mayChange(_ path: String) -> Bool { access(path, R_OK | W_OK) == 0 }

  /// Whether whoever runs this may make files in a folder.
  public static func mayFill(_ folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  /// The folder that a file is in.
  public static func folder(of path: String) -> String {
    guard let end = path.lastIndex(of: "/") else { return "." }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Where a symbolic link leads; nil if the path is none.
  public static func target(ofLink path: String) -> String? {
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { characters in
        characters.baseAddress.map { max(0, readlink(path, $0, characters.count)) } ?? 0
      }
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The path of what a path leads to, without links; nil if it leads to nothing.
  public static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  // MARK: - Room

  /// Whether there is no room left where a file is.
  public static func isFull(at path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && status.f_bavail == 0 && status.f_blocks > 0
  }

  /// The room where a file is, in bytes; 0 if that is not known.
  package static func freeBytes(at path: String) -> Int {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return 0 }
    return Int(
      clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).0)
  }

  public static let sizeLimitReached = "the file may not grow further (ulimit -f)"

  /// The most bytes that the system lets this program write into a file.
  public static var sizeLimit: UInt64 {
    var limit = rlimit()
    #if canImport(Glibc)
      let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
    #else
      let isKnown = getrlimit(RLIMIT_FSIZE, &limit) == 0
    #endif
    return isKnown ? UInt64(limit.rlim_cur) : .max
  }

  // MARK: - Changing

  /// Takes a name away; the file goes with the last of its names.
  public static func remove(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 else { throw .last }
  }

  /// Takes a name away, if there is one.
  public static func removeIfThere(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw .last }
  }

  /// Takes a name away, or leaves what cannot be taken away for another time.
  ///
  /// - Returns: whether it was taken away.
  @discardableResult
  public static func removeIfPossible(_ path: String) -> Bool { unlink(path) == 0 }

  /// Takes a folder away that is empty.
  ///
  /// - Returns: whether it was taken away.
  @discardableResult
  public static func removeFolderIfEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

  /// Takes a folder away with the files in it; what cannot be taken away now stays.
  public static func removeFolderWithFiles(_ path: String) {
    for name in (try? FolderContents.read(path)) ?? [] where name != "." && name != ".." {
      removeIfPossible("\(path)/\(name)")
    }
    removeFolderIfEmpty(path)
  }

  /// Gives a file another name, in the place of what has that.
  public static func rename(_ path: String, to new: String) throws(SystemError) {
    guard cRename(path, new) == 0 else { throw .last }
  }

  /// Gives a file a second name, which nothing has yet.
  public static func link(_ path: String, as new: String) throws(SystemError) {
    guard cLink(path, new) == 0 else { throw .last }
  }

  /// Gives a file its name, unless something has that.
  ///
  /// - Throws: ``SystemError``, which is ``SystemError/isThereAlready`` if something has it.
  public static func place(_ path: String, as new: String) throws(SystemError) {
    if cLink(path, new) == 0 { return }
    guard errno != EEXIST else { throw .last }
    // Some file systems know no second names.
    try rename(path, to: new)
  }

  /// Makes an empty file for its owner alone.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - isNew: whether there may be none yet.
  /// - Throws: ``SystemError``.
  public static func makeFile(_ path: String, isNew: Bool) throws(SystemError) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | (isNew ? O_EXCL : 0), 0o600)
    guard file >= 0 else { throw .last }
    close(file)
  }

  /// Fills an empty file with bytes, and waits until they are on the disk.
  package static func fill(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    try Bytes.write(bytes, to: file)
    guard fsync(file) == 0 else { throw .last }
  }

  /// Writes a file of this person's alone that may as well be lost: nobody waits until it is on the disk.
  package static func jot(_ text: String, into path: String) throws(SystemError) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = open(path, flags, 0o600)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    try Bytes.write(Array(text.utf8), to: file)
  }

  /// Makes a folder in one that is there.
  public static func makeFolder(_ path: String, mode: UInt32 = 0o700) throws(SystemError) {
    guard mkdir(path, mode_t(mode)) == 0 else { throw .last }
  }

  /// A folder could not be made.
  public struct NoFolder: Error {
    /// The folder that could not be made.
    public let folder: String
    public let error: SystemError
  }

  /// Makes a folder and those on the way to it, where they are missing.
  ///
  /// - Throws: ``NoFolder``; an error that it is there already means that a file has its place.
  public static func makeFolders(_ path: String, mode: UInt32 = 0o700) throws(NoFolder) {
    guard let end = path.indices.last(where: { path[$0] != "/" }) else { return }
    var made = path.startIndex
    while made <= end {
      made = path[path.index(after: made)...].firstIndex(of: "/") ?? path.endIndex
      do throws(SystemError) {
        try makeFolder(String(path[..<made]), mode: mode)
      } catch {
        guard error.isThereAlready || has(String(path[..<made])) else {
          throw NoFolder(folder: String(path[..<made]), error: error)
        }
      }
    }
  }

  /// Sets when a file was written last.
  ///
  /// - Parameters:
  ///   - seconds: since 1970, whole.
  ///   - path: the file.
  /// - Throws: ``SystemError``.
  public static func setTime(_ seconds: Int, of path: String) throws(SystemError) {
    let time = timespec(tv_sec: time_t(seconds), tv_nsec: 0)
    guard utimensat(AT_FDCWD, path, [time, time], 0) == 0 else { throw .last }
  }

  /// Says who may do what with a file; where the system has no such thing it stays as it is.
  package static func setMode(_ mode: UInt32, of path: String) { chmod(path, mode_t(mode)) }

  /// Files that this program makes from now on have none of these bits.
  package static func maskModes(_ mode: UInt32) { umask(mode_t(mode)) }

  /// Sees to it that the names of the files in a folder are on the disk, as far as that is possible.
  public static func sync(folder: String) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }
}

// The C library's functions, under names that the methods do not hide.
private func cRename(_ path: String, _ new: String) -> Int32 { rename(path, new) }
private func cLink(_ path: String, _ new: String) -> Int32 { link(path, new) }
