/// A plan to the date, as item ids: today in order, every day until then, and what is left out.
public struct Plan: Equatable, Sendable {
  /// What to practise now, in this order, within today's minutes.
  public var today: [Int]
  /// From today to the last interview; two weeks if there is none.
  public var days: [PlanDay]
  /// Items never seen that no day has time for, least important first; core ones come last.
  public var willNotFit: [Int]
  /// How many new cards three passes each would fit into the minutes there are.
  ///
  /// Fewer than this many cards will be firm rather than merely seen.
  public var firmCapacity: Int
  /// Readiness for the next interview if nothing more is practised; without one, recall now.
  public var readiness: Double
  /// What comes of it at each interview, the next one first.
  public var outcomes: [PlanOutcome] = []
}

/// One day of a plan.
public struct PlanDay: Equatable, Sendable {
  public var day: Day
  /// Minutes that the day's cards are expected to take.
  public var minutes: Double
  /// Minutes that the day has.
  public var available: Double
  /// Item ids in order.
  public var cards: [Int]
  /// The minutes to expect of each, with the return that an answer Again brings.
  public var costs: [Double]
  /// Readiness for the next interview after this day's practice, by the model's expectation.
  public var readiness: Double
}
