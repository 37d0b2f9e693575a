import Application
import ArgumentParser

/// Gives ids to the cards of a file that have none.
struct DecksIDs: Command {
  static let configuration = CommandConfiguration(
    commandName: "ids", abstract: "Write ids into a deck file, for the cards that have none.",
    discussion: """
      Nothing else in the file changes. Prints the new ids. A card's history hangs on its id, so no \
      id is given that a card once had.
      """)

  @Argument(help: "The deck file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  func run(in machine: Machine) throws { try IDGiving(file).run(in: machine) }
}
