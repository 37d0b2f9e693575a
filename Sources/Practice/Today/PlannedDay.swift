public import Decks
public import Scheduler

/// A day of the plan: what `Enter` gives on it.
public struct PlannedDay: Equatable, Sendable {
  public var day: Day
  /// The minutes that the day has.
  public var available: Double
  public var items: [Today.Item]
  /// Recall at the start of the next interview after this day's practice, by the model's expectation;
  /// without one, recall then.
  public var readiness: Double

  public init(day: Day, available: Double, items: [Today.Item], readiness: Double) {
    self.day = day
    self.available = available
    self.items = items
    self.readiness = readiness
  }

  /// The cards that are answered.
  public var cards: [CardID] { items.filter { $0.task == .answer }.map(\.card) }
  public var minutes: Double { items.reduce(0) { $0 + $1.minutes } }
  /// How many of the things are questions that are answered at length.
  public var answers: Int { items.count(where: \.isAnswer) }
  /// How many are anything shorter.
  public var shorter: Int { items.count - answers }
  /// How many questions were never practised before.
  public var new: Int { items.count(where: \.isNew) }
}

/// The plan from today to the last interview; two weeks without one.
public struct PlanAhead: Equatable, Sendable {
  public var days: [PlannedDay]
  /// How many new cards three goes each would fit into the minutes there are.
  public var firmCapacity: Int
  /// Cards never seen that no day has time for, least important first; core ones come last.
  public var willNotFit: [Prospect]
  /// The same before each of the interviews, the next one first.
  public var leftOut: [[Prospect]]
  /// How many cards are practised at least once before each of them.
  public var fits: [Int]
}
