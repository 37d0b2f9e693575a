import Application
import ArgumentParser

struct DecksList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the decks in use.")

  @Flag(help: "Print JSON.")
  var json = false

  func run(in machine: Machine) throws { try DecksInUse(in: machine).list(asJSON: json) }
}
