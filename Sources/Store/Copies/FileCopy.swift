import Glibc

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
        unlink(target + ending)
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
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      size = Int64(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  private static func copy(_ path: String, to target: String) throws(StoreError) {
    // A pipe would keep us waiting for ever.
    let source = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard source >= 0 else { throw .cannotRead(path: path, detail: reason(at: path)) }
    defer { close(source) }
    var status = stat()
    guard fstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .cannotRead(path: path, detail: "it is no plain file")
    }
    guard status.st_size <= limit else {
      throw .notACopy(path: path, detail: tooLarge)
    }
    let file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannotCreate(path: target, detail: reason(at: target)) }
    defer { close(file) }
    try copy(to: file, path) { buffer, _ in read(source, &buffer, buffer.count) }
  }

  /// Copies a file that this program has open, without opening it anew: closing that again would give
  /// up SQLite's locks.
  ///
  /// - Parameters:
  ///   - identity: the file.
  ///   - path: what errors call it.
  ///   - target: the copy, which is made anew.
  /// - Throws: ``StoreError``.
  static func copyOpenFile(_ identity: FileIdentity?, at path: String, to target: String)
    throws(StoreError)
  {
    guard let identity, let source = OpenFiles.descriptor(of: identity) else {
      throw .cannotRead(path: path, detail: "it is not open any more")
    }
    let file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannotCreate(path: target, detail: reason()) }
    defer { close(file) }
    try copy(to: file, path) { buffer, offset in
      pread(source, &buffer, buffer.count, off_t(offset))
    }
  }

  /// Copies what `next` reads from an offset on into its buffer.
  private static func copy(
    to file: Int32, _ path: String, next: (inout [UInt8], Int64) -> Int
  ) throws(StoreError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var total: Int64 = 0
    while true {
      let count = next(&buffer, total)
      if count == 0 { return }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .cannotRead(path: path, detail: reason(at: path))
      }
      total += Int64(count)
      guard total <= limit else {
        throw .notACopy(path: path, detail: tooLarge)
      }
      try write(buffer[..<count], to: file, path)
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32, _ path: String)
    throws(StoreError)
  {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw .cannotWrite(path: path, detail: reason(at: path))
      }
      rest = rest.dropFirst(count)
    }
  }
}
