import Application
import ArgumentParser

struct DecksList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the decks in use.")

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws { try DecksInUse(in: machine).list(asJSON: form.json) }
}
