import Decks
import Exchange
import Glibc

/// Deck files on their way into the folder of the person's own: all are written beside their places
/// first, so that putting them there can hardly fail.
struct NewDeckFiles {
  private let folder: String
  private var waiting: [(temporary: String, path: String)] = []
  private var placed: [String] = []
  private var madeFolder = false
  /// Files that are there already and are others, which stay.
  private(set) var others: [String] = []

  /// How many files are new.
  var count: Int { waiting.count + placed.count }

  /// Writes those that are not in the folder yet.
  ///
  /// - Throws: ``Failure`` when one cannot be written; then none was.
  init(_ decks: [Archive.DeckFile], in folder: String) throws(Failure) {
    self.folder = folder
    guard !decks.isEmpty else { return }
    let names = try FolderContents.names(folder)
    Self.clear(names, in: folder)
    let here = Dictionary(names.map { ($0.lowercased(), $0) }) { first, _ in first }
    do throws(Failure) {
      for deck in decks {
        if let name = here[deck.name.lowercased()] {
          let file = "\(folder)/\(name)"
          // What cannot be read is another one.
          let bytes = try? FileBytes.read(file, limit: DeckReader.byteLimit)
          if bytes?.elementsEqual(deck.text.utf8) != true { others.append(file) }
          continue
        }
        if waiting.isEmpty {
          madeFolder = access(folder, F_OK) != 0
          try FileReplacement("\(folder)/\(deck.name)").makeFolders()
        }
        let temporary = "\(folder)/\(Self.mark)\(getpid())-\(waiting.count)"
        waiting.append((temporary, "\(folder)/\(deck.name)"))
        try Self.write(Array(deck.text.utf8), to: temporary)
      }
    } catch {
      takeBack()
      throw error
    }
  }

  /// Puts all in their places.
  ///
  /// - Throws: ``Failure``; then ``takeBack()`` is to follow.
  mutating func place() throws(Failure) {
    while let (temporary, path) = waiting.last {
      try Self.put(temporary, in: path)
      waiting.removeLast()
      placed.append(path)
    }
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  /// Gives a file its name, unless another has it.
  private static func put(_ temporary: String, in path: String) throws(Failure) {
    // Renaming would replace a deck that was made just now.
    var isThere = link(temporary, path) != 0
    if !isThere {
      unlink(temporary)
    } else if errno != EEXIST {
      // Some file systems know no second names.
      isThere = access(path, F_OK) == 0
      guard isThere || rename(temporary, path) == 0 else {
        throw Failure(.cannotCreate, "cannot create \(path): \(String(cString: strerror(errno)))")
      }
    }
    if isThere {
      throw Failure(.tryAgain, "\(path) was made meanwhile by another program; try again")
    }
  }

  /// Takes all away again that was written, as if nothing had been.
  mutating func takeBack() {
    for (temporary, _) in waiting { unlink(temporary) }
    for path in placed { unlink(path) }
    (waiting, placed) = ([], [])
    if madeFolder { rmdir(folder) }
  }

  /// Writes a file under the name by which ``clear(_:in:)`` finds it, whenever this is killed.
  private static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    func failure(_ code: Failure.Code) -> Failure {
      Failure(code, "cannot write \(path): \(String(cString: strerror(errno)))")
    }
    unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(.cannotCreate) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { throw failure(.inputOutput) }
      rest = rest.dropFirst(max(0, count))
    }
    guard fsync(file) == 0 else { throw failure(.inputOutput) }
  }

  private static let mark = ".starling-import-"

  /// Takes away what imports have left that were killed.
  private static func clear(_ names: [String], in folder: String) {
    for name in names where name.hasPrefix(mark) {
      let number = name.dropFirst(mark.count).prefix { $0 != "-" }
      guard let process = pid_t(number), kill(process, 0) != 0, errno == ESRCH else { continue }
      unlink("\(folder)/\(name)")
    }
  }
}
