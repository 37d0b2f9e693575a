import Application
import ArgumentParser
import BundledDecks

/// Makes a bundled deck the person's own.
struct DecksCopy: Command {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Copy a bundled deck into your own folder, to change it.",
    discussion: """
      The copy takes the bundled deck's place and its cards keep their history; when you delete it, \
      the bundled one is back. Prints the path of the copy.
      """)

  @Argument(help: "The bundled deck's id.", completion: .list(BundledDecks.ids))
  var id: String

  func run(in machine: Machine) throws { try DecksInUse.copy(id, in: machine) }
}
