import Glibc
import Scheduler
import Store

/// A file's bytes, read whole.
enum FileBytes {
  /// Why a file could not be read.
  struct Unreadable: Error {
    enum Cause: Equatable {
      /// The C library's number of the error.
      case system(Int32)
      /// It is no file but a pipe, at which reading would wait for ever.
      case pipe
      /// It is no file but a device, which may have no end.
      case device
      /// It has more bytes than this.
      case larger(than: Int)
    }

    var path: String
    var cause: Cause

    var isMissing: Bool { cause == .system(ENOENT) }
    var isTooLarge: Bool { if case .larger = cause { true } else { false } }

    var reason: String {
      switch cause {
      case .system(EACCES):
        Barrier(onWayTo: path)?.advice ?? String(cString: strerror(EACCES))
      case .system(let code): String(cString: strerror(code))
      case .pipe: "it is a pipe and not a file"
      case .device: "it is a device and not a file"
      case .larger(let limit):
        "it is larger than \(limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes")"
      }
    }
  }

  /// Reads what a person named: a file, `-` for standard input.
  ///
  /// - Parameters:
  ///   - path: what they named.
  ///   - limit: more bytes are refused; without end, as those of `/dev/zero`, they would fill the
  ///     memory. An export of 200,000 reviews has 40 MB.
  /// - Returns: all its bytes.
  /// - Throws: ``Failure`` when it cannot be read or is larger.
  static func named(_ path: String, limit: Int = 256 << 20) throws(Failure) -> [UInt8] {
    do throws(Unreadable) {
      return try read(path == "-" ? "/dev/stdin" : path, limit: limit, mayWait: true)
    } catch {
      guard !error.isTooLarge else {
        throw Failure(.badData, "\(path) is larger than \(limit >> 20) MiB, and that is too much")
      }
      throw Failure(
        error.isMissing ? .noInput : .inputOutput, "cannot read \(path): \(error.reason)")
    }
  }

  /// Reads a file whole.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: the most bytes that it may have.
  ///   - mayWait: whether it may be a pipe or a device, which a person has named. Among the decks a
  ///     pipe would keep every start waiting.
  /// - Returns: all its bytes.
  /// - Throws: ``Unreadable`` when it cannot be read or is larger.
  static func read(_ path: String, limit: Int, mayWait: Bool = false) throws(Unreadable)
    -> [UInt8]
  {
    let bytes = try begin(of: path, limit: limit.saturatingAdd(1), mayWait: mayWait)
    guard bytes.count <= limit else { throw Unreadable(path: path, cause: .larger(than: limit)) }
    return bytes
  }

  /// Reads the beginning of a file: at most `limit` bytes.
  static func begin(of path: String, limit: Int, mayWait: Bool = false) throws(Unreadable)
    -> [UInt8]
  {
    // Those of the shell, such as /dev/fd/63, have a writer.
    let mayWait = mayWait || path.hasPrefix("/dev/")
    let file = open(path, O_RDONLY | O_CLOEXEC | (mayWait ? 0 : O_NONBLOCK))
    guard file >= 0 else { throw Unreadable(path: path, cause: .system(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Unreadable(path: path, cause: .system(errno)) }
    if !mayWait, let cause = cause(against: status) { throw Unreadable(path: path, cause: cause) }
    var bytes: [UInt8] = []
    if status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(min(limit, Int(status.st_size).saturatingAdd(1)))
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = Glibc.read(file, &buffer, min(buffer.count, limit - bytes.count))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw Unreadable(path: path, cause: .system(errno))
      }
      bytes += buffer.prefix(count)
    }
    return bytes
  }

  /// Why what is there is not to be read where a file is meant; nil if it may.
  private static func cause(against status: stat) -> Unreadable.Cause? {
    switch status.st_mode & S_IFMT {
    case S_IFIFO: return .pipe
    case S_IFCHR, S_IFBLK:
      // A link to /dev/null is how an empty file is written.
      var null = stat()
      return stat("/dev/null", &null) == 0 && null.st_rdev == status.st_rdev ? nil : .device
    default: return nil
    }
  }
}
