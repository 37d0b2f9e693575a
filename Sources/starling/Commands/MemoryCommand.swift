import Application
import ArgumentParser
import Scheduler

/// Shows what the memory model thinks of each card.
struct MemoryCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Show the memory of each card that was practised.")

  @Argument(help: "Only these cards, as DECK/CARD or by their own ids.", completion: .cards)
  var cards: [CardName] = []

  @Option(help: "At what time, past or future, in ISO 8601; without a zone it is local.")
  var at: String?

  @Option(help: "The memory model (default: that of the settings).")
  var model: ModelName?

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try MemoryListing(of: cards, at: at, by: model, in: machine).write(asJSON: form.json)
  }
}
