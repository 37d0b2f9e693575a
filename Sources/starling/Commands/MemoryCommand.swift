import Application
import ArgumentParser
import Decks
import Exchange
import Practice
import Scheduler
import Store

/// Shows what the memory model thinks of each card.
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Show the memory of each card that was practised.")

  @Argument(help: "Only these cards, as DECK/CARD.", completion: .cards)
  var cards: [CardArgument] = []

  @Option(help: "At what time, past or future, in ISO 8601; without a zone it is local.")
  var at: String?

  @Option(help: "The memory model (default: that of the settings).")
  var model: ModelName?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let moment = try MomentOption.moment(at)
    let workspace = try Workspace.forCommand()
    let cards = try cards.map { try $0.id(in: workspace) }
    for card in cards { _ = try workspace.known(card) }
    let store = workspace.store
    let schedule = try model.map { try store.schedule(by: $0) } ?? store.schedule
    let memories = try store.memories(
      of: cards.isEmpty ? nil : cards, by: schedule, until: moment?.time)
    let shown = moment ?? SystemClock.now
    let lines = memories.map { MemoryLine($0, by: schedule, at: shown.time) }
    try json
      ? Output.json(.array(lines.map(\.json)))
      : Output.table([MemoryLine.header] + lines.map(\.cells))
  }
}
