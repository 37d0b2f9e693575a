import Glibc

/// A file's bytes, read whole.
enum FileBytes {
  /// Why a file could not be read.
  struct Unreadable: Error {
    var path: String
    var code: Int32

    /// Of what is no file but a pipe, at which reading would wait for ever.
    static let pipe: Int32 = 0

    var isMissing: Bool { code == ENOENT }
    var reason: String {
      code == Self.pipe ? "it is a pipe and not a file" : String(cString: strerror(code))
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
    let bytes: [UInt8]
    do throws(Unreadable) {
      bytes = try read(path == "-" ? "/dev/stdin" : path, limit: limit, waitsForPipes: true)
    } catch {
      throw Failure(
        error.isMissing ? .noInput : .inputOutput, "cannot read \(path): \(error.reason)")
    }
    guard bytes.count <= limit else {
      throw Failure(.badData, "\(path) is larger than \(limit >> 20) MiB, and that is too much")
    }
    return bytes
  }

  /// Reads a file; of one larger than `limit` only the first `limit` bytes and one more.
  ///
  /// A pipe is refused, or else one among the decks would keep every start waiting; those of the
  /// shell, such as `/dev/fd/63`, have a writer.
  static func read(_ path: String, limit: Int = .max, waitsForPipes: Bool = false)
    throws(Unreadable) -> [UInt8]
  {
    let waits = waitsForPipes || path.hasPrefix("/dev/")
    let file = open(path, O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK))
    guard file >= 0 else { throw Unreadable(path: path, code: errno) }
    defer { close(file) }
    var status = stat()
    if !waits, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
      throw Unreadable(path: path, code: Unreadable.pipe)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(file, &buffer, min(buffer.count, max(1, limit &- bytes.count &+ 1)))
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw Unreadable(path: path, code: errno)
      }
      bytes += buffer.prefix(count)
    }
    return bytes
  }
}
