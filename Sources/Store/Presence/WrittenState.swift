import Glibc

/// When the database's file was written last, and how far SQLite has taken the log into it: what else
/// changes the file comes from no program that knows of the log.
struct WrittenState {
  /// Nil where that is not known.
  private let checkpoint: Checkpoint?
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// What stands in the log's index: see <https://sqlite.org/walformat.html>.
  fileprivate struct Checkpoint: Equatable {
    /// Another one for each log that is begun.
    let salt: UInt64
    /// How many frames of the log are in the file, and how many shall be.
    let done: UInt32
    let begun: UInt32

    var isUnderWay: Bool { begun > done }
  }

  /// SQLite's own descriptor of the log's index: closing another one would give up its locks.
  private let descriptor: Int32?

  /// - Parameters:
  ///   - files: the files that are open.
  ///   - path: where the database is.
  ///   - earlier: what was seen before, which saves some looking.
  init(of files: DatabaseFiles, at path: String, after earlier: WrittenState? = nil) {
    descriptor = files.logIndex.flatMap {
      OpenFiles.descriptor(of: $0, perhaps: earlier?.descriptor)
    }
    // First: a checkpoint that comes in between shows in the next look, then.
    checkpoint = descriptor.flatMap(Checkpoint.init)
    var status = stat()
    let isThere = stat(path, &status) == 0
    size = isThere ? Int64(status.st_size) : -1
    seconds = isThere ? status.st_mtim.tv_sec : 0
    nanoseconds = isThere ? status.st_mtim.tv_nsec : 0
  }

  /// Whether what has come to the file since an earlier look, if anything, can come of the log alone.
  func isExplained(since earlier: WrittenState) -> Bool {
    if (size, seconds, nanoseconds) == (earlier.size, earlier.seconds, earlier.nanoseconds) {
      return true
    }
    guard let checkpoint, let before = earlier.checkpoint else { return true }
    return checkpoint != before || checkpoint.isUnderWay
  }
}

extension WrittenState.Checkpoint {
  /// Nil if there is no index to be read.
  fileprivate init?(descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 136)
    guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count else { return nil }
    self = bytes.withUnsafeBytes { bytes in
      Self(
        salt: bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self),
        done: bytes.loadUnaligned(fromByteOffset: 96, as: UInt32.self),
        begun: bytes.loadUnaligned(fromByteOffset: 128, as: UInt32.self))
    }
  }
}

/// The files that this program has open.
enum OpenFiles {
  /// The links in `/proc` that lead to them; empty where the system does not have that.
  static var links: [String] {
    (FolderNames.all(in: "/proc/self/fd") ?? []).filter { $0.first?.isNumber == true }
      .map { "/proc/self/fd/\($0)" }
  }

  /// A descriptor of a file that is open already.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - perhaps: the one that it was before.
  /// - Returns: the descriptor; nil if it is not open.
  static func descriptor(of file: FileIdentity, perhaps: Int32? = nil) -> Int32? {
    if let perhaps, FileIdentity("/proc/self/fd/\(perhaps)") == file { return perhaps }
    for link in links where FileIdentity(link) == file {
      if let name = link.split(separator: "/").last, let number = Int32(name) { return number }
    }
    return nil
  }
}
