import Application
import ArgumentParser

struct DecksShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a deck, or one card, as a person would read it.")

  @Argument(help: "The deck's id, or a card's, as DECK/CARD or alone.", completion: .decksAndCards)
  var id: String

  func run(in machine: Machine) throws { try DecksInUse(in: machine).show(id) }
}
