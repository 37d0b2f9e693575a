#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that is open for reading; what is no file, as a pipe, keeps nobody waiting.
public final class PlainFile {
  private let descriptor: Int32
  private let status: FileStatus?

  public init(_ path: String) throws(SystemError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      status = nil
      throw .last
    }
    status = FileStatus(descriptor: descriptor)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether it is a file, and no folder, pipe or device.
  public var isPlain: Bool { status?.kind == .file }

  /// In bytes, as it was when it was opened.
  public var size: Int64 { status?.size ?? 0 }

  /// Reads on.
  ///
  /// - Returns: up to so many bytes; none at the end.
  public func read(_ count: Int) throws(SystemError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let count = try Bytes.read(count, from: descriptor, into: &buffer)
    return Array(buffer.prefix(count))
  }
}

/// A new file for its owner alone, written piece by piece.
public final class NewFile {
  private let descriptor: Int32

  /// Makes it; there may be none of that name.
  public init(_ path: String) throws(SystemError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  public func write(_ bytes: [UInt8]) throws(SystemError) {
    try Bytes.write(bytes, to: descriptor)
  }
}
