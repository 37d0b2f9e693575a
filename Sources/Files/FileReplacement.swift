#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes a file whole or not at all: beside it first, then in its place.
package struct FileReplacement {
  /// Where the bytes go: `-` is standard output; a symbolic link is followed, so that it stays one.
  package let path: String

  /// Whether it stands for something that is open already, whatever that is now.
  private var isDevice: Bool { path.hasPrefix("/dev/") }

  package init(_ path: String) {
    self.path = path == "-" ? "/dev/stdout" : Self.target(of: path)
  }

  /// Where a path leads by its symbolic links, though there may be nothing yet.
  package static func target(of path: String) -> String {
    if path.hasPrefix("/dev/") { return path }
    if let real = Disk.realPath(path) { return real }
    // What leads in a circle leads nowhere; writing says so.
    guard SystemError.last.isMissing, let link = Disk.target(ofLink: path) else { return path }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return target(of: link.hasPrefix("/") ? link : folder + link)
  }

  /// Puts the bytes in the place of what is there.
  ///
  /// A file that is new can be read by its owner alone; one that is there keeps its mode. What is no
  /// plain file, such as `/dev/stdout`, is written to.
  ///
  /// - Parameters:
  ///   - bytes: what the file is to hold.
  ///   - expected: what it has to hold still, because it was read before; nil if it does not
  ///     matter, empty if there was none.
  ///   - mode: what it may be used for by whom; nil leaves that as said.
  /// - Throws: ``Failure``; then nothing has changed.
  package func write(_ bytes: [UInt8], expecting expected: [UInt8]? = nil, mode: UInt32? = nil)
    throws(Failure)
  {
    // Opened anew it would begin at its start, and take away what others wrote to it before.
    if path == "/dev/stdout" { return try put(bytes, into: STDOUT_FILENO) }
    let status = FileStatus(path)
    if isDevice || status.map({ $0.kind != .file }) ?? false {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw failure(.cannotCreate, "open") }
      defer { close(file) }
      return try put(bytes, into: file)
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    let (file, temporary) = try makeTemporary(in: folder)
    do throws(Failure) {
      defer { close(file) }
      if let mode = mode ?? status?.mode { fchmod(file, mode_t(mode)) }
      try put(bytes, into: file)
      guard fsync(file) == 0 else { throw failure(.inputOutput, "write") }
      if let expected { try check(expected) }
      guard rename(temporary, path) == 0 else { throw failure(.cannotCreate, "create") }
    } catch {
      unlink(temporary)
      throw error
    }
    Disk.sync(folder: folder)
  }

  private static var prefix: String { ".starling-" }

  /// Makes a file beside the one to be replaced, and locks it: one without a lock is that of a Starling
  /// that was killed.
  private func makeTemporary(in folder: String) throws(Failure) -> (file: Int32, path: String) {
    while true {
      var template = Array("\(folder)\(Self.prefix)XXXXXX".utf8CString)
      let file = mkstemp(&template)
      guard file >= 0 else { throw failure(.cannotCreate, "create") }
      let path = String(
        decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      // The editor and other programs are not to hold the lock as well.
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
      // Without locks, as on some file systems, nothing is ever taken for one that was left.
      let isLocked = flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      // Another Starling that starts just now may have taken it away.
      if isLocked, let status = FileStatus(descriptor: file), status.names > 0 {
        return (file, path)
      }
      close(file)
    }
  }

  /// Whether a file of that name was made to replace another.
  package static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6
  }

  /// Takes away a file that was made to replace another, if its maker is no more.
  package static func clear(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
    close(file)
  }

  /// Makes the folders that the file is to lie in, for their owner alone unless said otherwise.
  package func makeFolders(mode: UInt32 = 0o700) throws(Failure) {
    do throws(Disk.NoFolder) {
      try Disk.makeFolders(Disk.folder(of: path), mode: mode)
    } catch {
      throw Failure(
        .cannotCreate, "cannot make the folder \(error.folder): \(error.error.name(at: path))")
    }
  }

  private func check(_ expected: [UInt8]) throws(Failure) {
    let now: [UInt8]
    do {
      // One byte more than expected is enough to tell.
      now = try FileBytes.begin(of: path, limit: expected.count + 1)
    } catch {
      guard error.isMissing else {
        throw Failure(.inputOutput, "cannot read \(path): \(error.reason)")
      }
      now = []
    }
    guard now == expected else {
      throw Failure(.tryAgain, "\(path) was changed meanwhile by another program; try again")
    }
  }

  private func put(_ bytes: [UInt8], into file: Int32) throws(Failure) {
    do throws(SystemError) {
      try Bytes.write(bytes, to: file)
    } catch {
      throw failure(.inputOutput, "write", error)
    }
  }

  private func failure(_ code: Failure.Code, _ doing: String, _ error: SystemError = .last)
    -> Failure
  {
    Failure(code, "cannot \(doing) \(path): \(error.name(at: path))")
  }
}
