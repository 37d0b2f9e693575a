import Files

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
    let status = FileStatus(path)
    size = status?.size ?? -1
    seconds = status?.seconds ?? 0
    nanoseconds = status?.nanoseconds ?? 0
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
    guard let bytes = try? OpenFiles.read(136, at: 0, from: descriptor), bytes.count == 136 else {
      return nil
    }
    self = bytes.withUnsafeBytes { bytes in
      Self(
        salt: bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self),
        done: bytes.loadUnaligned(fromByteOffset: 96, as: UInt32.self),
        begun: bytes.loadUnaligned(fromByteOffset: 128, as: UInt32.self))
    }
  }
}
