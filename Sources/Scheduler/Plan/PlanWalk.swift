/// A plan that is made session by session, by somebody who knows what else each session has.
public struct PlanWalk {
  private var run: any PlanWalking

  public init(_ request: PlanRequest, model: any MemoryModel) {
    // The known models are named so that the work is compiled for each.
    run =
      switch model {
      case let model as FSRS6: PlanRun(request, model: model)
      case let model as FSRS7: PlanRun(request, model: model)
      default: Self.walk(request, model)
      }
  }

  private static func walk(_ request: PlanRequest, _ model: some MemoryModel) -> any PlanWalking {
    PlanRun(request, model: model)
  }

  public var hasSessions: Bool { run.hasSessions }

  /// The minutes of the next session by its place before the interviews, its day, and when it begins, as
  /// days from the moment of planning.
  public var session: (minutes: Double, day: Day, time: Double) { run.session }

  /// Plans the next session.
  ///
  /// - Parameters:
  ///   - minutes: those that there are for cards, where other things take some; nil for all.
  ///   - chosen: the places of the cards that are practised in it; nil chooses them.
  /// - Returns: the session, of cards alone.
  public mutating func practise(within minutes: Double? = nil, _ chosen: [Int]? = nil) -> PlanDay {
    run.practiseNext(within: minutes, chosen)
  }

  /// What comes of all that was planned so far at each interview, the next one first.
  public var outcomes: [PlanOutcome] { run.allOutcomes }
  /// Readiness as things stand, for the next interview; without one, recall now.
  public var readiness: Double { run.readiness }
  /// Items never seen that no session had time for, least important first.
  public var leftOut: [Int] { run.leftOut }
  /// How many new cards three passes each would fit.
  public var firmCapacity: Int { run.firmCapacity }
}

protocol PlanWalking {
  var hasSessions: Bool { get }
  var session: (minutes: Double, day: Day, time: Double) { get }
  var allOutcomes: [PlanOutcome] { get }
  var readiness: Double { get }
  var leftOut: [Int] { get }
  var firmCapacity: Int { get }
  mutating func practiseNext(within minutes: Double?, _ chosen: [Int]?) -> PlanDay
}

extension PlanRun: PlanWalking {
  var session: (minutes: Double, day: Day, time: Double) {
    let session = calendar.sessions[next]
    return (session.minutes, today + session.day, session.time)
  }
}
