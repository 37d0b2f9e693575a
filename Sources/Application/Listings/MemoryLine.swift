import Decks
package import Exchange
package import Practice
package import Scheduler
package import Store

/// One card of the listing.
package struct MemoryLine {
  private let entry: CardMemory
  private let schedule: Schedule
  private let time: Timestamp

  package init(_ entry: CardMemory, by schedule: Schedule, at time: Timestamp) {
    self.entry = entry
    self.schedule = schedule
    self.time = time
  }

  package static let header = [
    "CARD", "STABILITY", "DIFFICULTY", "RECALL", "DUE", "REPS", "LAPSES",
  ]

  private var recall: Double? {
    entry.memory.map { schedule.model.retrievability(of: $0, at: time) }
  }

  package var cells: [String] {
    guard let memory = entry.memory else { return [entry.card.description, "never practised"] }
    return [
      entry.card.description, "\(memory.state.stability.digits(1)) d",
      memory.state.difficulty.digits(1), "\((recall ?? 0).percent) %",
      schedule.fading(of: memory, card: entry.card).words, String(memory.reps),
      String(memory.lapses),
    ]
  }

  package var json: JSONValue {
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
