import Application
import ArgumentParser
import BundledDecks
import Decks
import Files
import Practice
import Store

/// Makes a bundled deck the person's own.
struct DecksCopy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Copy a bundled deck into your own folder, to change it.",
    discussion: """
      The copy takes the bundled deck's place and its cards keep their history; when you delete it, \
      the bundled one is back. Prints the path of the copy.
      """)

  @Argument(help: "The bundled deck's id.", completion: .list(BundledDecks.ids))
  var id: String

  func run() throws {
    guard let bundled = BundledDecks.decks.first(where: { $0.id == id }) else {
      let ids = BundledDecks.ids.joined(separator: ", ")
      throw Failure(.badData, "there is no bundled deck “\(id)”; there are \(ids)")
    }
    let workspace = try Workspace.forCommand()
    let now = SystemClock.now
    if let own = try workspace.store.decks(at: now).first(where: {
      $0.id == id && $0.origin == .own
    }) {
      throw Failure(.cannotCreate, "you have a deck “\(id)” already, in \(own.path)")
    }
    let copy = try OwnDeck(id: id, in: workspace.places.decks)
    try copy.write(
      "# A copy of the deck that comes with Starling. A card keeps its history as long as its id stays.\n"
        + bundled.yaml)
  }
}
