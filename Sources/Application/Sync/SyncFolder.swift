import Files
import Practice
import Records
import Screen

/// The folder in which homes put what they have, each into one of its own: files that never change, named
/// by their content, of a line for each fact and each change.
///
/// Whatever carries the folder, half a file is seen as one, two names of one content do no harm, and nobody
/// writes what another has written.
struct SyncFolder {
  /// `starling-1` in the place.
  let path: String
  /// The name of this home there: 16 hexadecimal digits.
  let home: String

  init(in place: String, home: String) {
    path = place + "/starling-1"
    self.home = home
  }

  /// A file of lines.
  struct Batch {
    /// The home's folder.
    var home: String
    /// The home and the name.
    var file: String
    var lines: [String]
  }

  /// All that lies there.
  struct Contents {
    var batches: [Batch] = []
    /// What each file was before it was read, by its home and name.
    var stamps: [String: [Int64]] = [:]
    /// Files that are not whole: what carries them is not done yet.
    var unfinished = 0
    /// Files that are too large, or cannot be read.
    var unreadable: [String] = []

    /// All lines.
    var lines: Set<String> { Set(batches.lazy.flatMap(\.lines)) }

    /// Those of some homes.
    func lines(_ isMeant: (String) -> Bool) -> Set<String> {
      Set(batches.filter { isMeant($0.home) }.flatMap(\.lines))
    }
  }

  /// No batch has so many bytes; all together they may have ``mostBytes``.
  private static let longestFile = 256 << 20
  private static let mostBytes = 512 << 20
  /// As for lines of an archive.
  private static let longestLine = 6 << 20
  static let ending = ".jsonl"

  // MARK: - What is there

  /// Another text after any change there.
  func stamp() throws(Failure) -> String { Self.stamp(of: try stamps()) }

  private func stamps() throws(Failure) -> [String: [Int64]] {
    var stamps: [String: [Int64]] = [:]
    for (home, names) in try folders() {
      for name in names { stamps["\(home)/\(name)"] = stamp(of: file(home, name)) }
    }
    return stamps
  }

  /// What a file is known by: another text after any change of it, and where its home is rejected or no more.
  func mark(_ file: String, _ stamp: [Int64], isRejected rejected: Set<String>) -> String {
    let isRejected = rejected.contains { file.hasPrefix($0 + "/") }
    return Digest.hex(of: "\(file) \(stamp) \(isRejected)", digits: 16)
  }

  func stamp(of path: String) -> [Int64] { FileStatus(named: path)?.stamp ?? [] }

  /// How many batches are this home's.
  func ownCount(in contents: Contents) -> Int {
    contents.stamps.keys.count { $0.hasPrefix("\(home)/") }
  }

  static func stamp(of contents: Contents) -> String { stamp(of: contents.stamps) }

  private static func stamp(of stamps: [String: [Int64]]) -> String {
    let lines = stamps.map { "\($0.key) \($0.value)" }.sorted()
    return Digest.hex(of: lines.joined(separator: "\n"), digits: 32)
  }

  /// The homes that have something there, each with what it is called.
  func homes() throws(Failure) -> [(home: String, name: String)] {
    try folders().map { ($0.home, name(of: $0.home) ?? $0.home) }
  }

  /// The folders of homes with the files in each that may be batches, in their order.
  func folders() throws(Failure) -> [(home: String, names: [String])] {
    var found: [(String, [String])] = []
    for name in try FolderContents.names(path).sorted() where !name.hasPrefix(".") {
      guard FileStatus(named: "\(path)/\(name)")?.kind == .folder else { continue }
      let names = try FolderContents.names("\(path)/\(name)")
        .filter { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }.sorted()
      found.append((name, names))
    }
    return found
  }

  func file(_ home: String, _ name: String) -> String { path(of: "\(home)/\(name)") }

  func path(of file: String) -> String { "\(path)/\(file)" }

  /// Reads all that is whole, or those files of it that are meant by their homes and names.
  func contents(
    where isMeant: (_ file: String, _ stamp: [Int64]) -> Bool = { _, _ in true }
  ) throws(Failure) -> Contents {
    var contents = Contents()
    contents.stamps = try stamps()
    var bytesLeft = Self.mostBytes
    for (file, stamp) in contents.stamps.sorted(by: { $0.key < $1.key })
    where isMeant(file, stamp) {
      let path = path(of: file)
      // A link could lead anywhere.
      guard FileStatus(named: path)?.kind == .file else { continue }
      let limit = min(Self.longestFile, bytesLeft)
      guard let bytes = try? FileBytes.read(path, limit: limit) else {
        contents.unreadable.append(path)
        continue
      }
      bytesLeft -= bytes.count
      let parts = file.split(separator: "/").map(String.init)
      guard parts.count == 2, Self.isWhole(bytes, parts[1]) else {
        contents.unfinished += 1
        continue
      }
      contents.batches.append(Batch(home: parts[0], file: file, lines: Self.lines(of: bytes)))
    }
    return contents
  }

  /// Whether a file is what its name says.
  ///
  /// Another program may have put words behind the digits; without them each line stands for itself.
  private static func isWhole(_ bytes: [UInt8], _ name: String) -> Bool {
    guard bytes.last == UInt8(ascii: "\n") || bytes.isEmpty else { return false }
    let digits = name.prefix(16)
    guard ThingKey.isID(String(digits)) else { return true }
    return Digest.hex(of: bytes, digits: 16) == digits
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap {
      $0.count <= longestLine ? String(validating: $0, as: UTF8.self) : nil
    }
  }

  /// What a home is called by its person, for messages only; nil if it does not say.
  func name(of home: String) -> String? {
    guard let bytes = try? FileBytes.read(file(home, "name"), limit: 1000),
      let name = String(validating: bytes, as: UTF8.self)?.sanitised().trimmed, !name.isEmpty
    else { return nil }
    return String(name.prefix(40))
  }
}
