import Decks
import Exchange
package import Files
package import Store

/// Changes of the files in the folder of the person's own decks: what is new is written beside its place first,
/// and what it takes the place of is put aside, so that all can be as before.
package struct DeckFileChanges {
  private let folder: String
  private var waiting: [(change: DeckChange, temporary: String?)] = []
  private var placed: [String] = []
  private var aside: [(backup: String, path: String)] = []
  private var madeFolder = false
  private var backups = 0
  /// Files that are others than they were taken for, and stay.
  package private(set) var others: [String] = []
  /// How many files were not there before.
  package private(set) var added = 0

  /// Writes what is new.
  ///
  /// - Throws: ``Failure`` when one cannot be written, or has a name that no deck's file has; then none was.
  package init(_ changes: [DeckChange], in folder: String) throws(Failure) {
    self.folder = folder
    guard !changes.isEmpty else { return }
    for change in changes where !Archive.isFileName(change.name) {
      throw Failure(
        .badData, "“\(change.name.prefix(60))” is no name of a deck's file; nothing was changed")
    }
    Self.clear(try FolderContents.names(folder), in: folder)
    do throws(Failure) {
      for change in changes {
        guard let text = change.to else {
          waiting.append((change, nil))
          continue
        }
        guard text.utf8.count <= DeckReader.byteLimit else {
          throw Failure(.badData, "the deck “\(change.name)” is larger than 4 MiB")
        }
        if waiting.isEmpty {
          madeFolder = !Disk.has(folder)
          try FileReplacement("\(folder)/\(change.name)").makeFolders()
        }
        let temporary = "\(folder)/\(Self.mark)\(RunningProgram.own)-\(waiting.count)"
        waiting.append((change, temporary))
        try Self.write(Array(text.utf8), to: temporary)
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
    while let (change, temporary) = waiting.last {
      try put(change, temporary)
      waiting.removeLast()
    }
    Disk.sync(folder: folder)
  }

  private mutating func put(_ change: DeckChange, _ temporary: String?) throws(Failure) {
    let path = "\(folder)/\(change.name)"
    defer { if let temporary { Disk.removeIfPossible(temporary) } }
    if Disk.has(path) {
      // What cannot be read is another one.
      let here = try? FileBytes.read(path, limit: DeckReader.byteLimit)
      guard let here else { return others.append(path) }
      if let to = change.to, here.elementsEqual(to.utf8) { return }
      guard let from = change.from, here.elementsEqual(from.utf8) else {
        return others.append(path)
      }
      let backup = "\(folder)/\(Self.mark)\(RunningProgram.own)-old-\(backups)"
      backups += 1
      try moving(path) { () throws(SystemError) in try Disk.rename(path, to: backup) }
      aside.append((backup, path))
    } else if change.to != nil {
      added += 1
    }
    guard let temporary else { return }
    // Renaming would replace a deck that was made just now.
    try moving(path) { () throws(SystemError) in try Disk.place(temporary, as: path) }
    placed.append(path)
  }

  private func moving(
    _ path: String, _ body: () throws(SystemError) -> Void
  ) throws(Failure) {
    do throws(SystemError) {
      try body()
    } catch {
      guard !error.isThereAlready else {
        throw Failure(.tryAgain, "\(path) was made meanwhile by another program; try again")
      }
      throw Failure(.cannotCreate, "cannot change \(path): \(error.name)")
    }
  }

  /// Makes all as it was, as if nothing had been.
  package mutating func takeBack() {
    for (_, temporary) in waiting { temporary.map { _ = Disk.removeIfPossible($0) } }
    for path in placed { Disk.removeIfPossible(path) }
    for (backup, path) in aside.reversed() {
      do throws(SystemError) {
        try Disk.rename(backup, to: path)
      } catch {
        Output.warn("\(path) is now in \(backup): \(error.name)")
      }
    }
    (waiting, placed, aside) = ([], [], [])
    if madeFolder { Disk.removeFolderIfEmpty(folder) }
  }

  /// Forgets what was there before; it stands in the records.
  package mutating func finish() {
    for (backup, _) in aside { Disk.removeIfPossible(backup) }
    aside = []
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

  /// Takes away what was left by those that were killed.
  private static func clear(_ names: [String], in folder: String) {
    for name in names where name.hasPrefix(mark) {
      let number = name.dropFirst(mark.count).prefix { $0 != "-" }
      guard RunningProgram.isGone(named: number) else { continue }
      Disk.removeIfPossible("\(folder)/\(name)")
    }
  }
}
