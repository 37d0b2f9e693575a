#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The files that this program has open.
public enum OpenFiles {
  /// The links in `/proc` that lead to them; empty where the system does not have that.
  public static var links: [String] {
    ((try? FolderContents.read("/proc/self/fd")) ?? []).filter { $0.first?.isNumber == true }
      .map { "/proc/self/fd/\($0)" }
  }

  /// A descriptor of a file that is open already.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - perhaps: the one that it was before.
  /// - Returns: the descriptor; nil if it is not open.
  public static func descriptor(of file: FileStatus.Identity, perhaps: Int32? = nil) -> Int32? {
    if let perhaps, FileStatus("/proc/self/fd/\(perhaps)")?.identity == file { return perhaps }
    for link in links where FileStatus(link)?.identity == file {
      if let name = link.split(separator: "/").last, let number = Int32(name) { return number }
    }
    return nil
  }

  /// Whether any program holds a lock on a byte of a file; not if there is no such file.
  ///
  /// The file stays open: if this program has it open elsewhere, closing would take its locks away.
  public static func isLocked(byte: Int64, of path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(byte)
    lock.l_len = 1
    return fcntl(file, F_GETLK, &lock) != 0 || lock.l_type != Int16(F_UNLCK)
  }

  /// Reads from an offset on, and leaves the descriptor where it is.
  ///
  /// - Returns: up to so many bytes; fewer at the end.
  public static func read(_ count: Int, at offset: Int64, from descriptor: Int32)
    throws(SystemError) -> [UInt8]
  {
    var buffer = [UInt8](repeating: 0, count: count)
    while true {
      let read = pread(descriptor, &buffer, count, off_t(offset))
      if read >= 0 { return Array(buffer.prefix(read)) }
      if errno != EINTR { throw .last }
    }
  }
}
