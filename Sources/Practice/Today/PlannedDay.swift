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
  /// The number of the whole panel that it has beside its session; nil if it has none.
  public var panel: Int?

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

extension PlanAhead {
  /// The days that have a whole panel, in a sentence; nil if none has.
  public func panelWords(_ name: (Day) -> String) -> String? {
    let panels = days.filter { $0.panel != nil }
    guard let first = panels.first?.panel, let last = panels.last?.panel else { return nil }
    let numbers = first == last ? "Panel \(first)" : "Panels \(first) to \(last)"
    return
      "\(numbers), beside the sessions: \(panels.map { name($0.day) }.joined(separator: ", "))."
  }
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
