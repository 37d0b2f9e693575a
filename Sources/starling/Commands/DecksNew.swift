import Application
import ArgumentParser
import Decks
import Store

/// Starts a deck of the person's own.
struct DecksNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a deck of your own from a commented template.",
    discussion: "Prints the path of the new file.")

  @Argument(help: "The new deck's id: letters, digits, “.”, “_” and “-”.")
  var id: String

  func run() throws {
    let workspace = try Workspace.forCommand()
    let deck = try OwnDeck(id: id, in: workspace.places.decks)
    try deck.refuseIfTaken(by: workspace.store.decks(at: SystemClock.now))
    guard let text = DeckTemplate.text(id: id) else { return }
    try deck.write(text)
  }
}
