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

/// One card of the listing.
private struct MemoryLine {
  private let entry: CardMemory
  private let schedule: Schedule
  private let time: Timestamp

  init(_ entry: CardMemory, by schedule: Schedule, at time: Timestamp) {
    self.entry = entry
    self.schedule = schedule
    self.time = time
  }

  static let header = ["CARD", "STABILITY", "DIFFICULTY", "RECALL", "DUE", "REPS", "LAPSES"]

  private var recall: Double? {
    entry.memory.map { schedule.model.retrievability(of: $0, at: time) }
  }

  var cells: [String] {
    guard let memory = entry.memory else { return [entry.card.description, "never practised"] }
    return [
      entry.card.description, "\(memory.state.stability.digits(1)) d",
      memory.state.difficulty.digits(1), "\((recall ?? 0).percent) %",
      schedule.fading(of: memory, card: entry.card).words, String(memory.reps),
      String(memory.lapses),
    ]
  }

  var json: JSONValue {
    let memory = entry.memory
    return .object([
      "card": .string(entry.card.description),
      "stability": JSONValue(memory?.state.stability),
      "difficulty": JSONValue(memory?.state.difficulty),
      "retrievability": JSONValue(recall),
      "due": JSONValue(memory.map { schedule.fading(of: $0, card: entry.card).text }),
      "reps": .int(memory?.reps ?? 0),
      "lapses": .int(memory?.lapses ?? 0),
      "last_review": JSONValue(memory.map { ISO8601.text($0.lastReview) }),
      "model": .string(schedule.model.name.rawValue),
    ])
  }
}
