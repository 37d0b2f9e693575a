/// What a plan comes to at one of the interviews.
public struct PlanOutcome: Equatable, Sendable {
  /// The interview's place in the request.
  public var interview: Int
  /// Readiness for it if nothing more is practised, by the model.
  public var readyNow: Double
  /// Readiness for it if the plan is followed, by the model.
  public var readyByPlan: Double
  /// The recall that the model expects of each item that counts, and how much each counts.
  public var recalls: [Retrievability]
  public var weights: [Double]
  /// Items that are practised at least once before it starts.
  public var fits: Int
  /// Items that are not, least important first; core ones come last.
  public var willNotFit: [Int]

  /// Readiness as far as it can be known of a person.
  public func range(_ shift: RecallShift = .unknown) -> ReadinessRange {
    shift.range(of: recalls, weights: weights)
  }
}

extension PlanRun {
  /// How ready the items that count are for each interview, as things stand.
  var expectations: [Double] {
    outlook.interviews.indices.map { readiness($0, recalls(at: $0)) }
  }

  /// Whether an interview lies before the session to be planned next.
  func isOver(_ interview: Int) -> Bool {
    outlook.interviews[interview] <= calendar.sessions[next].time
  }

  /// What has been planned so far comes to at an interview.
  func outcome(_ interview: Int, readyNow: Double) -> PlanOutcome {
    // Of the interview that practice was last for the expectation is exact.
    let recalls =
      interview == nearest ? counted(recallNext) : recalls(at: interview)
    let unseen = leftOut
    return PlanOutcome(
      interview: calendar.interviews[interview].index, readyNow: readyNow,
      readyByPlan: readiness(interview, recalls), recalls: recalls, weights: weights(interview),
      fits: traces.count - unseen.count, willNotFit: unseen)
  }

  private func counted(_ values: [Double]) -> [Double] {
    values.indices.compactMap { enters($0) ? values[$0] : nil }
  }

  private func recalls(at interview: Int) -> [Double] {
    let time = outlook.interviews[interview]
    return counted(traces.map { trace in trace.map { outlook.model.recall($0, at: time) } ?? 0 })
  }

  private func weights(_ interview: Int) -> [Double] {
    traces.indices.compactMap { enters($0) ? priorities[$0 * perItem + interview] : nil }
  }

  private func readiness(_ interview: Int, _ recalls: [Double]) -> Double {
    let weights = weights(interview)
    let total = weights.reduce(0, +)
    return total > 0 ? zip(recalls, weights).reduce(0) { $0 + $1.0 * $1.1 } / total : 0
  }
}
