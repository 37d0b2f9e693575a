import BundledDecks
import Campaign
package import Decks
package import Files
package import Store

/// The decks there are: those compiled in and the files of the person's own.
package struct DeckFolder {
  package var path: String

  package init(path: String) {
    self.path = path
  }

  /// All sources of decks as they are now, bundled ones first, the others by path; and why the
  /// person's own are left out, in words, if their folder cannot be read.
  package func sources() -> (sources: [DeckSource], problem: String?) {
    let stamp = Int64(bitPattern: UInt64(BundledDecks.fingerprint, radix: 16) ?? 0)
    let bundled = BundledDecks.ids.enumerated().map { position, id in
      DeckSource(
        path: "bundled:\(id)", size: 0, changed: stamp, origin: .bundled, position: position)
    }
    do throws(Failure) {
      return (bundled + (try files().map(Self.source)), nil)
    } catch {
      return (bundled, error.message.map { "\($0); your own decks are left out" })
    }
  }

  /// The deck files of the person's own, by path; none when there is no folder.
  package func files() throws(Failure) -> [String] {
    try FolderContents.names(path)
      .filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }
      .map { "\(path)/\($0)" }.sorted()
  }

  private static func source(_ path: String) -> DeckSource {
    // A file that went away meanwhile is found to be unreadable when it is read.
    let status = FileStatus(path)
    return DeckSource(
      path: path, size: Int(status?.size ?? 0), changed: status?.changed ?? 0, origin: .own,
      position: isConflictCopy(path) ? .max : .max - 1)
  }

  /// What the names of lost versions hold, in small letters.
  private static let conflictMarks = [".sync-conflict-", "conflicted copy", ".orig."]
    .map { Array($0.utf8) }

  /// Whether a program that keeps two machines alike made the file of the version that lost.
  ///
  /// The names are those that Syncthing, Dropbox and others, and patch give it. It never takes another's
  /// place.
  static func isConflictCopy(_ path: String) -> Bool {
    // Bytes, because every start looks at every file's name.
    let slash = UInt8(ascii: "/")
    let path = path.utf8
    let name = path[(path.lastIndex(of: slash).map(path.index(after:)) ?? path.startIndex)...]
      .map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    return Self.conflictMarks.contains { mark in
      name.indices.contains { name[$0...].starts(with: mark) }
    }
  }

  /// Whether the first of two files with one deck takes the place of the second.
  package static func comesFirst(_ first: String, _ second: String) -> Bool {
    let areCopies = (isConflictCopy(first), isConflictCopy(second))
    return areCopies.0 == areCopies.1 ? first < second : areCopies.1
  }

  /// Reads one source.
  package static func read(_ source: DeckSource) -> Reading {
    switch source.origin {
    case .bundled:
      let deck = BundledDecks.decks.first { "bundled:\($0.id)" == source.path }
      return Reading(deck: deck, faults: [])
    case .own: return read(path: source.path)
    }
  }

  /// Reads a deck file of the person's own; one that cannot be read has that as its fault.
  package static func read(path: String) -> Reading {
    do throws(FileBytes.Unreadable) {
      // One byte more than a deck has, so that it is found to be too large.
      let bytes = try FileBytes.begin(of: path, limit: DeckReader.byteLimit + 1)
      let reading = DeckReader(competencies: BundledDecks.competencies).read(bytes, path: path)
      guard reading.deck?.id == Notebook.deckID else { return reading }
      let fault = Fault(
        path: path, line: 1, column: 1,
        message:
          "the deck id “\(Notebook.deckID)” is that of what you know and what they doubt; give it another"
      )
      return Reading(deck: nil, faults: [fault] + reading.faults)
    } catch {
      let fault = Fault(
        path: path, line: 1, column: 1, message: "the file cannot be read: \(error.reason)")
      return Reading(deck: nil, faults: [fault], isOfFile: false)
    }
  }
}
