/// A kind of memory that simulated people have: what the plan is tested on.
///
/// Nobody's memory is a formula, so there are several families; the planner's own are two of them.
public enum Truth: String, CaseIterable, Sendable {
  /// FSRS's own, each person with parameters around the defaults.
  case fsrs6 = "fsrs-6"
  case fsrs7 = "fsrs-7"
  /// Traces that fade the faster the better the card was known when they were made: ACT-R as Pavlik
  /// and Anderson have it (2005).
  case actR = "act-r"
  /// The same for people who forget as slowly as FSRS-6's defaults say.
  case actREasy = "act-r-easy"
  /// Traces of many time scales, each learning what the faster ones have not: the multiscale context
  /// model of Mozer and others (2009).
  case multiscale
  case multiscaleEasy = "multiscale-easy"

  /// The truth that a model of the planner's takes memory for.
  public init(_ model: ModelName) {
    switch model {
    case .fsrs6: self = .fsrs6
    case .fsrs7: self = .fsrs7
    }
  }
}

/// A moment of a simulation.
public struct SimulatedTime: Sendable {
  /// Days from the first session.
  public var days: Double
  /// Local days from the first session's.
  public var day: Int
  /// Minutes practised so far, in all sessions.
  public var practised: Double

  public init(days: Double, day: Int, practised: Double) {
    self.days = days
    self.day = day
    self.practised = practised
  }
}
