import Decks
package import Exchange
package import Files

/// Deck files on their way into the folder of the person's own: all are written beside their places
/// first, so that putting them there can hardly fail.
package struct NewDeckFiles {
  private let folder: String
  private var waiting: [(temporary: String, path: String)] = []
  private var placed: [String] = []
  private var madeFolder = false
  /// Files that are there already and are others, which stay.
  package private(set) var others: [String] = []

  /// How many files are new.
  package var count: Int { waiting.count + placed.count }

  /// Writes those that are not in the folder yet.
  ///
  /// - Throws: ``Failure`` when one cannot be written; then none was.
  package init(_ decks: [Archive.DeckFile], in folder: String) throws(Failure) {
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
          madeFolder = !Disk.has(folder)
          try FileReplacement("\(folder)/\(deck.name)").makeFolders()
        }
        let temporary = "\(folder)/\(Self.mark)\(RunningProgram.own)-\(waiting.count)"
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
  package mutating func place() throws(Failure) {
    while let (temporary, path) = waiting.last {
      try Self.put(temporary, in: path)
      waiting.removeLast()
      placed.append(path)
    }
    Disk.sync(folder: folder)
  }

  /// Gives a file its name, unless another has it.
  private static func put(_ temporary: String, in path: String) throws(Failure) {
    // Renaming would replace a deck that was made just now.
    do throws(SystemError) {
      try Disk.place(temporary, as: path)
    } catch {
      guard !error.isThereAlready else {
        throw Failure(.tryAgain, "\(path) was made meanwhile by another program; try again")
      }
      throw Failure(.cannotCreate, "cannot create \(path): \(error.name)")
    }
    Disk.removeIfPossible(temporary)
  }

  /// Takes all away again that was written, as if nothing had been.
  package mutating func takeBack() {
    for (temporary, _) in waiting { Disk.removeIfPossible(temporary) }
    for path in placed { Disk.removeIfPossible(path) }
    (waiting, placed) = ([], [])
    if madeFolder { Disk.removeFolderIfEmpty(folder) }
  }

  /// Writes a file under the name by which ``clear(_:in:)`` finds it, whenever this is killed.
  private static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    Disk.removeIfPossible(path)
    var code = Failure.Code.cannotCreate
    do throws(SystemError) {
      try Disk.makeFile(path, isNew: true)
      code = .inputOutput
      try Disk.fill(path, with: bytes)
    } catch {
      throw Failure(code, "cannot write \(path): \(error.name)")
    }
  }

  private static let mark = ".starling-import-"

  /// Takes away what imports have left that were killed.
  private static func clear(_ names: [String], in folder: String) {
    for name in names where name.hasPrefix(mark) {
      let number = name.dropFirst(mark.count).prefix { $0 != "-" }
      guard RunningProgram.isGone(named: number) else { continue }
      Disk.removeIfPossible("\(folder)/\(name)")
    }
  }
}
