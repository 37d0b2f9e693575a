import Campaign
import Decks
package import Files
package import Practice

/// A deck file that is to be made in the person's own folder.
package struct OwnDeck {
  package let id: String
  package let path: String

  /// - Throws: ``Failure`` if no deck can have that id, or the file is there already.
  package init(id: String, in folder: String) throws(Failure) {
    guard CardID.isWellFormed(id) else {
      throw Failure(
        .usage, "“\(id)” cannot be a deck's id: it takes letters, digits, “.”, “_” and “-”")
    }
    guard id != Notebook.deckID else {
      throw Failure(
        .cannotCreate,
        "the deck id “\(id)” is that of what you know and what they doubt; give it another")
    }
    self.id = id
    path = "\(folder)/\(id).yaml"
    guard !Disk.has(path) else {
      throw Failure(.cannotCreate, "\(path) is there already; nothing was changed")
    }
  }

  /// Refuses an id that a deck in use has: the new file would only be told that it is taken.
  package func refuseIfTaken(by decks: [DeckListing]) throws(Failure) {
    guard let deck = decks.first(where: { $0.id == id }) else { return }
    let hint = deck.origin == .bundled ? "; “starling decks copy \(id)” makes it your own" : ""
    throw Failure(.cannotCreate, "there is a deck “\(id)” already, in \(deck.path)\(hint)")
  }

  /// Writes the file and says where it is.
  package func write(_ text: String) throws {
    try FileReplacement(path).makeFolders()
    try FileReplacement(path).write(Array(text.utf8), expecting: [])
    try Output.path(path)
  }
}
