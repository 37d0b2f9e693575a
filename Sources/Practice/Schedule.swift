public import Decks
public import Scheduler

/// How reviews become memory and memory becomes a date: the model, the rule for the next date and
/// the hour at which a day begins.
public struct Schedule: Sendable {
  public var model: any MemoryModel
  public var rule: DueRule
  /// The local hour, 0…23, at which a new day begins.
  public var startHour: Int
  /// Whether the model is fitted to the person by itself, where they have kept no fit.
  public var isFitted: Bool

  public init(
    model: any MemoryModel, rule: DueRule = DueRule(), startHour: Int = 4, isFitted: Bool = false
  ) {
    self.model = model
    self.rule = rule
    self.startHour = startHour
    self.isFitted = isFitted
  }

  /// The memory of a card after one more answer.
  public func memory(after grade: Grade, at moment: Moment, from memory: Memory?) -> Memory {
    model.memory(
      after: Review(time: moment.time, utcOffset: moment.utcOffset, grade: grade), from: memory,
      startHour: startHour)
  }

  /// When recall will have fallen to the desired retention, by the model.
  public func fading(of memory: Memory, card: CardID) -> Due {
    rule.due(of: memory, model: model, card: card.number)
  }

  /// When a card with this memory is due: when it fades, but not within the hour.
  ///
  /// Right after an answer FSRS-7 may have a card fade within seconds. An answer takes minutes, so
  /// there are no steps of minutes: what was answered Again comes back later in the session, and what
  /// was right has at least an hour.
  public func due(of memory: Memory, card: CardID) -> Due {
    switch fading(of: memory, card: card) {
    case .day(let day): .day(day)
    case .time(let time): .time(max(time, memory.lastReview.adding(minutes: 60)))
    }
  }

  /// When the card would be due after each of the four grades, in the order of ``Grade/allCases``.
  public func previews(of card: CardID, at moment: Moment, from memory: Memory?) -> [Due] {
    Grade.allCases.map { due(of: self.memory(after: $0, at: moment, from: memory), card: card) }
  }

  /// Whether a card that was practised before is to be practised at `moment`.
  ///
  /// What falls due later today counts from the start of the day, so that practice at the same hour
  /// every day finds it; unless the card was practised today already, then its hour counts.
  public func isDue(_ prospect: Prospect, at moment: Moment) -> Bool {
    guard let memory = prospect.memory, let due = prospect.due else { return false }
    let today = moment.day(startHour: startHour)
    return switch due {
    case .day(let day): day <= today
    case .time(let time):
      time <= moment.time || memory.lastDay < today && time < endOfDay(at: moment)
    }
  }

  /// The moment at which the local day of `moment` ends.
  public func endOfDay(at moment: Moment) -> Timestamp {
    (moment.day(startHour: startHour) + 1)
      .start(utcOffset: moment.utcOffset, startHour: startHour)
  }

  /// The day on which a card is due, as seen from `now`.
  public func text(of due: Due, from now: Moment) -> String {
    let today = now.day(startHour: startHour)
    switch due {
    case .day(let day): return DateText.day(day, from: today)
    case .time(let time):
      // In the zone of now: nobody knows where the person will be then.
      let then = Moment(time: time, utcOffset: now.utcOffset)
      return DateText.day(max(today, then.day(startHour: startHour)), from: today)
    }
  }
}
