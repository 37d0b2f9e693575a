import Exchange
import Glibc
import Practice
import Store

/// Takes in an archive that `export` has written: what is here stays, what is missing is added.
struct ArchiveImport {
  let archive: Archive
  let path: String

  init(_ bytes: [UInt8], path: String) throws(Failure) {
    self.path = path
    do throws(Archive.Fault) {
      archive = try Archive(json: bytes)
    } catch {
      throw Failure(.badData, "\(path):\(error); nothing was imported")
    }
    for deck in archive.decks {
      let isDeck = deck.name.hasSuffix(".yaml") || deck.name.hasSuffix(".yml")
      guard isDeck, !deck.name.hasPrefix("."), !deck.name.contains("/") else {
        throw Failure(
          .badData, "\(path): “\(deck.name)” is no name of a deck's file; nothing was imported")
      }
    }
  }

  func run() throws {
    let workspace = try Workspace.forCommand()
    try workspace.store.makeCopy(.import, at: SystemClock.now)
    let merging = try workspace.store.merge(archive.tables)
    var added = 0
    for deck in archive.decks {
      added += try take(deck.text, to: "\(workspace.places.decks)/\(deck.name)") ? 1 : 0
    }
    if let settings = archive.settings {
      added += try take(settings, to: workspace.places.settings) ? 1 : 0
    }
    let known = merging.known == 0 ? "" : ", \(merging.known.of("row")) were there already"
    Output.warn("\(merging.added.of("row")) and \(added.of("file")) were added\(known)")
  }

  /// Writes a file where there is none; one that is there and differs stays as it is.
  private func take(_ text: String, to file: String) throws(Failure) -> Bool {
    guard access(file, F_OK) == 0 else {
      try FileReplacement(file).makeFolders()
      try FileReplacement(file).write(Array(text.utf8), expecting: [])
      return true
    }
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(file)
    } catch {
      throw Failure(.inputOutput, "cannot read \(file): \(error.reason)")
    }
    if !bytes.elementsEqual(text.utf8) {
      Output.warn("\(file) is another one here, and stays as it is")
    }
    return false
  }
}
