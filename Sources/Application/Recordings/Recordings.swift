package import Decks
import Exchange
package import Files
package import Scheduler

/// A recorded answer: a file whose name says when it was begun, and at which card.
package struct Recording: Equatable {
  package let path: String
  package let card: CardID
  package let time: Timestamp
  /// In bytes.
  package let size: Int

  /// The name of its file.
  package var fileName: String { Self.fileName(for: card, at: time) }

  /// What a person calls it: its file's name up to the card, `20261124T154928.123Z`.
  package var name: String { Self.name(of: time) }

  /// What cannot stand in the name of a deck or a card.
  private static let separator: Character = "+"

  /// The file's name for an answer begun at a time.
  static func fileName(for card: CardID, at time: Timestamp) -> String {
    "\(name(of: time))\(separator)\(card.deck)\(separator)\(card.card).wav"
  }

  /// The recording with that file name in a folder; nil if it is something else.
  package init?(fileName: String, in folder: String) {
    guard fileName.hasSuffix(".wav") else { return nil }
    let parts = fileName.dropLast(4).split(separator: Self.separator)
    guard parts.count == 3, let card = CardID("\(parts[1])/\(parts[2])"),
      let time = Self.time(parts[0])
    else { return nil }
    path = "\(folder)/\(fileName)"
    self.card = card
    self.time = time
    size = Int(FileStatus(path)?.size ?? 0)
  }

  private static func name(of time: Timestamp) -> String {
    ISO8601.text(time).filter { $0 != "-" && $0 != ":" }
  }

  private static func time(_ name: Substring) -> Timestamp? {
    var text = ""
    for (index, character) in name.enumerated() {
      if index == 4 || index == 6 { text.append("-") }
      if index == 11 || index == 13 { text.append(":") }
      text.append(character)
    }
    return ISO8601.time(text) { _ in 0 }
  }
}

/// The folder of recorded answers, which nobody but the person can read.
package struct Recordings {
  package let folder: String

  /// All there are, the newest first.
  package func all() throws(Failure) -> [Recording] {
    try FolderContents.names(folder).compactMap { Recording(fileName: $0, in: folder) }
      .sorted { ($0.time, $0.path) > ($1.time, $1.path) }
  }

  /// Where an answer is to be recorded; the folder is there then.
  package func path(for card: CardID, at time: Timestamp) throws(Failure) -> String {
    let path = "\(folder)/\(Recording.fileName(for: card, at: time))"
    try FileReplacement(path).makeFolders()
    return path
  }

  /// Deletes one for good, with what was heard in it.
  package func delete(_ recording: Recording) throws(Failure) {
    try remove(recording.path)
    try forgetWords(of: recording)
  }

  func remove(_ path: String) throws(Failure) {
    do throws(SystemError) {
      try Disk.removeIfThere(path)
    } catch {
      throw Failure(.inputOutput, "cannot delete \(path): \(error.name)")
    }
  }
}
