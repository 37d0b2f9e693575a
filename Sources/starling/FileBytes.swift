import Glibc

/// A file's bytes, read whole.
enum FileBytes {
  /// Why a file could not be read.
  struct Unreadable: Error {
    var path: String
    var code: Int32

    var isMissing: Bool { code == ENOENT }
    var reason: String { String(cString: strerror(code)) }
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
      bytes = try read(path == "-" ? "/dev/stdin" : path, limit: limit)
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
  static func read(_ path: String, limit: Int = .max) throws(Unreadable) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Unreadable(path: path, code: errno) }
    defer { close(file) }
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
