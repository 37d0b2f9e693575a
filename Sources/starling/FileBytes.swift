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
