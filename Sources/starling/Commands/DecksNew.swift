import Application
import ArgumentParser

/// Starts a deck of the person's own.
struct DecksNew: Command {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a deck of your own from a commented template.",
    discussion: "Prints the path of the new file.")

  @Argument(help: "The new deck's id: letters, digits, “.”, “_” and “-”.")
  var id: String

  func run(in machine: Machine) throws { try DecksInUse(in: machine).start(id) }
}
