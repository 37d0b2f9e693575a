import Files

/// Copies the files of a database, byte for byte, to where they can be opened without touching them.
struct FileCopy {
  /// No database of Starling's comes near it: 200,000 reviews take 30 MB.
  static let limit: Int64 = 256 << 20

  static let tooLarge = "it is larger than \(limit >> 20) MiB"

  /// Copies the database at `path`, with the log beside it if there is one.
  ///
  /// A program that writes to it meanwhile makes us begin again.
  ///
  /// - Throws: ``StoreError`` in terms of `path`.
  static func copyDatabase(at path: String, to target: String) throws(StoreError) {
    for _ in 0..<5 {
      let before = endings.map { Stamp(path + $0) }
      for ending in endings {
        Disk.removeIfPossible(target + ending)
        // A log without anything in it says nothing.
        if ending.isEmpty || Stamp(path + ending).size > 0 {
          try copy(path + ending, to: target + ending)
        }
      }
      if endings.map({ Stamp(path + $0) }) == before { return }
    }
    throw .busy(path: path)
  }

  private static let endings = ["", "-wal", "-journal"]

  private struct Stamp: Equatable {
    var size: Int64 = -1
    var seconds = 0
    var nanoseconds = 0

    init(_ path: String) {
      guard let status = FileStatus(path) else { return }
      (size, seconds, nanoseconds) = (status.size, status.seconds, status.nanoseconds)
    }
  }

  private static func copy(_ path: String, to target: String) throws(StoreError) {
    let source: PlainFile
    do throws(SystemError) {
      source = try PlainFile(path)
    } catch {
      throw .cannotRead(path: path, detail: error.reason(at: path))
    }
    guard source.isPlain else {
      throw .cannotRead(path: path, detail: "it is not an ordinary file")
    }
    guard source.size <= limit else { throw .notACopy(path: path, detail: tooLarge) }
    let file = try make(target)
    try copy(to: file, path) { (count, _) throws(SystemError) in try source.read(count) }
  }

  /// Copies a file that this program has open, without opening it anew: closing that again would give
  /// up SQLite's locks.
  ///
  /// - Parameters:
  ///   - identity: the file.
  ///   - path: what errors call it.
  ///   - target: the copy, which is made anew.
  /// - Throws: ``StoreError``.
  static func copyOpenFile(_ identity: FileStatus.Identity?, at path: String, to target: String)
    throws(StoreError)
  {
    guard let identity, let source = OpenFiles.descriptor(of: identity) else {
      throw .cannotRead(path: path, detail: "it is not open any more")
    }
    let file = try make(target)
    try copy(to: file, path) { (count, offset) throws(SystemError) in
      try OpenFiles.read(count, at: offset, from: source)
    }
  }

  private static func make(_ path: String) throws(StoreError) -> NewFile {
    do throws(SystemError) {
      return try NewFile(path)
    } catch {
      throw .cannotCreate(path: path, detail: error.reason(at: path))
    }
  }

  /// Copies what `next` reads, so many bytes at a time from an offset on.
  private static func copy(
    to file: NewFile, _ path: String,
    next: (_ count: Int, _ offset: Int64) throws(SystemError) -> [UInt8]
  ) throws(StoreError) {
    var total: Int64 = 0
    while true {
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes = try next(1 << 16, total)
      } catch {
        throw .cannotRead(path: path, detail: error.reason(at: path))
      }
      if bytes.isEmpty { return }
      total += Int64(bytes.count)
      guard total <= limit else { throw .notACopy(path: path, detail: tooLarge) }
      do throws(SystemError) {
        try file.write(bytes)
      } catch {
        throw .cannotWrite(path: path, detail: error.reason(at: path))
      }
    }
  }
}
