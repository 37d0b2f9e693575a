/// A card as the planner sees it.
public struct PlanItem: Sendable {
  /// The caller's own number for the card; plans name cards by it.
  public var id: Int
  /// Nil if the card has never been practised.
  public var memory: Memory?
  /// How much the card matters for each interview of the request, in its order, 0…4.
  ///
  /// A single value holds for all of them.
  public var priorities: [Double]
  public var isCore: Bool
  /// Whether it is no part of readiness until it was practised, so that adding one lowers nothing.
  public var entersWhenSeen = false
  /// Whether it rests until tomorrow.
  public var restsToday: Bool
  /// The numbers of the cards that the same answer serves.
  public var links: [Int] = []
  /// The first day, counted from today, on which its gain counts in full; 0 if it does today.
  public var lessUntil = 0
  /// For so many days after a good answer to one of several linked cards the others gain less.
  public static let daysOfLess = PlanLinks.days
  public var cost: PracticeCost

  public init(
    id: Int, memory: Memory?, priority: Double = 1, isCore: Bool = false,
    restsToday: Bool = false, cost: PracticeCost = PracticeCost()
  ) {
    self.init(
      id: id, memory: memory, priorities: [priority], isCore: isCore, restsToday: restsToday,
      cost: cost)
  }

  public init(
    id: Int, memory: Memory?, priorities: [Double], isCore: Bool = false,
    restsToday: Bool = false, cost: PracticeCost = PracticeCost()
  ) {
    self.id = id
    self.memory = memory
    self.priorities = priorities
    self.isCore = isCore
    self.restsToday = restsToday
    self.cost = cost
  }

  func priority(interview: Int) -> Double {
    let value = interview < priorities.count ? priorities[interview] : priorities.first ?? 1
    return value.isFinite ? value.clamped(0, 4) : 1
  }
}
