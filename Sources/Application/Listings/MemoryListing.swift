import Decks
import Exchange
import Files
import Practice
package import Scheduler
import Store

/// What the memory model thinks of each card.
package struct MemoryListing {
  private let entries: [CardMemory]
  private let schedule: Schedule
  private let clock: WallClock
  private let time: Timestamp
  /// The interview ahead, with which no card's date is printed.
  private let aim: SessionAim?

  /// - Parameters:
  ///   - cards: the cards; none for all that were practised.
  ///   - time: at what time, in ISO 8601; nil for now.
  ///   - model: the memory model; nil for that of the settings.
  ///   - surroundings: the machine.
  /// - Throws: ``Failure`` and ``StoreError``.
  package init(
    of cards: [CardName], at time: String?, by model: ModelName?, in surroundings: any Surroundings
  ) throws {
    clock = surroundings.clock
    let moment = try clock.moment(time)
    let workspace = try Workspace.forCommand(in: surroundings)
    let ids = try cards.map { try $0.id(in: workspace) }
    for id in ids { _ = try workspace.known(id) }
    let store = workspace.store
    schedule = try model.map { try store.schedule(by: $0) } ?? store.schedule
    entries = try store.memories(
      of: ids.isEmpty ? nil : ids, by: schedule, until: moment?.time)
    self.time = (moment ?? clock.now).time
    aim = try workspace.aim(at: clock.now)
  }

  package func write(asJSON json: Bool) throws {
    try Output.list(
      entries, asJSON: json,
      titles: [
        "CARD", "STABILITY", "DIFFICULTY", "RECALL", aim == nil ? "DUE" : "ON THE DAY", "REPS",
        "LAPSES",
      ],
      cells: cells, fields: fields)
  }

  private func recall(_ entry: CardMemory) -> Double? {
    entry.memory.map { schedule.model.retrievability(of: $0, at: time) }
  }

  private func cells(_ entry: CardMemory) -> [String] {
    guard let memory = entry.memory else { return [entry.card.description, "never practised"] }
    return [
      entry.card.description, "\(memory.state.stability.digits(1)) d",
      memory.state.difficulty.digits(1), "\((recall(entry) ?? 0).percent)%",
      aim?.words(memory, model: schedule.model)
        ?? schedule.fading(of: memory, card: entry.card).words(by: clock), String(memory.reps),
      String(memory.lapses),
    ]
  }

  private func fields(_ entry: CardMemory) -> JSONValue {
    let memory = entry.memory
    return .object([
      "card": .string(entry.card.description),
      "stability": JSONValue(memory?.state.stability),
      "difficulty": JSONValue(memory?.state.difficulty),
      "retrievability": JSONValue(recall(entry)),
      "due": JSONValue(memory.map { schedule.fading(of: $0, card: entry.card).text }),
      "reps": .int(memory?.reps ?? 0),
      "lapses": .int(memory?.lapses ?? 0),
      "last_review": JSONValue(memory.map { ISO8601.text($0.lastReview) }),
      "model": .string(schedule.model.name.rawValue),
    ])
  }
}
