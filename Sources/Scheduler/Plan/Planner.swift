/// The plan to the date: pure, so that a missed day is simply planned anew.
///
/// Core cards come first, and of those the ones never seen, most important first. Then counts what a
/// minute gains in priority-weighted recall at the interviews' start times. As recall then does not
/// depend on when a card is left alone, the cards that gain most late are those practised last, and
/// the last pass spreads over the days there are.
public enum Planner {
  /// Plans from now to the last interview; without one, two weeks in FSRS's due order.
  public static func plan(_ request: PlanRequest, model: any MemoryModel) -> Plan {
    // The known models are named so that the work below is compiled for each.
    switch model {
    case let model as FSRS6: planned(request, model)
    case let model as FSRS7: planned(request, model)
    default: planned(request, model)
    }
  }

  /// What to practise now, in order: the plan's first day alone, for use after every grade.
  public static func today(_ request: PlanRequest, model: any MemoryModel) -> [Int] {
    switch model {
    case let model as FSRS6: firstDay(request, model)
    case let model as FSRS7: firstDay(request, model)
    default: firstDay(request, model)
    }
  }

  /// The minutes that today has by its place before the interviews, whatever is left of them.
  ///
  /// The eve of an interview has half of a day's, its own day at most 15.
  public static func minutesToday(_ request: PlanRequest) -> Double {
    var request = request
    request.minutesToday = nil
    return PlanCalendar(request).sessions.first?.minutes ?? 0
  }

  /// Priority-weighted recall at a moment over core items, or all if none is core; unseen is 0.
  ///
  /// `interview` says which of the items' priorities count. No items give 0.
  public static func readiness(
    of items: [PlanItem], at time: Timestamp, interview: Int = 0, model: any MemoryModel
  ) -> Double {
    let anyCore = items.contains(where: \.isCore)
    var sum = 0.0
    var weights = 0.0
    for item in items where item.isCore || !anyCore {
      if item.entersWhenSeen && item.memory == nil { continue }
      let priority = item.priority(interview: interview)
      weights += priority
      if let memory = item.memory {
        sum += priority * model.retrievability(of: memory, at: time)
      }
    }
    return weights > 0 ? sum / weights : 0
  }

  private static func firstDay(_ request: PlanRequest, _ model: some MemoryModel) -> [Int] {
    var run = PlanRun(request, model: model)
    return run.practiseNext().cards
  }

  private static func planned(_ request: PlanRequest, _ model: some MemoryModel) -> Plan {
    var run = PlanRun(request, model: model)
    let readiness = run.readiness
    let firm = run.firmCapacity
    var days: [PlanDay] = []
    while run.hasSessions { days.append(run.practiseNext()) }
    return Plan(
      today: days.first?.cards ?? [], days: days, willNotFit: run.leftOut, firmCapacity: firm,
      readiness: readiness, outcomes: run.allOutcomes)
  }
}
