public import Scheduler

/// How reviews become memory and memory becomes a date: the model, the rule for the next date and
/// the hour at which a day begins.
public struct Schedule: Sendable {
  public var model: any MemoryModel
  public var rule: DueRule
  /// The local hour, 0…23, at which a new day begins.
  public var startHour: Int

  public init(model: any MemoryModel, rule: DueRule = DueRule(), startHour: Int = 4) {
    self.model = model
    self.rule = rule
    self.startHour = startHour
  }

  /// The memory of a card after one more answer.
  public func memory(after grade: Grade, at moment: Moment, from memory: Memory?) -> Memory {
    model.memory(
      after: Review(time: moment.time, utcOffset: moment.utcOffset, grade: grade), from: memory,
      startHour: startHour)
  }

  /// When a card with this memory is due.
  public func due(of memory: Memory) -> Due {
    rule.due(of: memory, model: model)
  }

  /// When the card would be due after each of the four grades, in the order of ``Grade/allCases``.
  public func previews(at moment: Moment, from memory: Memory?) -> [Due] {
    Grade.allCases.map { due(of: self.memory(after: $0, at: moment, from: memory)) }
  }
}
