#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file's bytes, read whole.
package enum FileBytes {
  /// Why a file could not be read.
  package struct Unreadable: Error {
    package enum Cause: Equatable {
      case system(SystemError)
      /// It is no file but a pipe, at which reading would wait for ever.
      case pipe
      /// It is no file but a device, which may have no end.
      case device
      /// It has more bytes than this.
      case larger(than: Int)
    }

    package let path: String
    package let cause: Cause

    package var isMissing: Bool {
      if case .system(let error) = cause { error.isMissing } else { false }
    }
    package var isTooLarge: Bool { if case .larger = cause { true } else { false } }

    package var reason: String {
      switch cause {
      case .system(let error): error.name(at: path)
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
  package static func named(_ path: String, limit: Int = 256 << 20) throws(Failure) -> [UInt8] {
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
  package static func read(_ path: String, limit: Int, mayWait: Bool = false) throws(Unreadable)
    -> [UInt8]
  {
    let bytes = try begin(of: path, limit: limit < .max ? limit + 1 : limit, mayWait: mayWait)
    guard bytes.count <= limit else { throw Unreadable(path: path, cause: .larger(than: limit)) }
    return bytes
  }

  /// Reads the beginning of a file: at most `limit` bytes.
  package static func begin(of path: String, limit: Int, mayWait: Bool = false) throws(Unreadable)
    -> [UInt8]
  {
    // Those of the shell, such as /dev/fd/63, have a writer.
    let mayWait = mayWait || path.hasPrefix("/dev/")
    let file = open(path, O_RDONLY | O_CLOEXEC | (mayWait ? 0 : O_NONBLOCK))
    guard file >= 0 else { throw Unreadable(path: path, cause: .system(.last)) }
    defer { close(file) }
    guard let status = FileStatus(descriptor: file) else {
      throw Unreadable(path: path, cause: .system(.last))
    }
    if !mayWait, let cause = cause(against: status) { throw Unreadable(path: path, cause: cause) }
    var bytes: [UInt8] = []
    if status.kind == .file { bytes.reserveCapacity(min(limit, Int(status.size) + 1)) }
    var buffer = [UInt8](repeating: 0, count: min(limit, 1 << 16))
    while bytes.count < limit {
      let count: Int
      do throws(SystemError) {
        count = try Bytes.read(limit - bytes.count, from: file, into: &buffer)
      } catch {
        throw Unreadable(path: path, cause: .system(error))
      }
      if count == 0 { break }
      bytes += buffer.prefix(count)
    }
    return bytes
  }

  /// Why what is there is not to be read where a file is meant; nil if it may.
  private static func cause(against status: FileStatus) -> Unreadable.Cause? {
    switch status.kind {
    case .pipe: return .pipe
    case .device:
      // A link to /dev/null is how an empty file is written.
      return FileStatus("/dev/null")?.identity == status.identity ? nil : .device
    default: return nil
    }
  }
}
