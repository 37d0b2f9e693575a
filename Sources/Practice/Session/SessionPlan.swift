public import Decks
import Scheduler

/// Puts a session together that was asked for, within its minutes.
public enum SessionPlan {
  /// - Parameters:
  ///   - prospects: the cards there are, those put away until tomorrow included.
  ///   - standings: what waits at them.
  ///   - request: what the person wants.
  ///   - moment: now.
  ///   - schedule: how reviews become memory and dates.
  ///   - appointments: the interviews, those held too.
  /// - Returns: what to do, in order.
  public static func items(
    from prospects: [Prospect], standings: [Standing], for request: SessionRequest,
    at moment: Moment, schedule: Schedule, appointments: [Appointment] = []
  ) -> [SessionItem] {
    let today = moment.day(startHour: schedule.startHour)
    let ahead = appointments.filter { $0.isAhead(of: moment, startHour: schedule.startHour) }
    let minutes =
      request.isDaily
      ? Planner.minutesToday(
        PlanRequest(
          for: [], to: ahead.map(\.time), minutesPerDay: request.minutes ?? 0, at: moment,
          schedule: schedule)) : request.minutes
    func answers(within minutes: Double?) -> [(item: SessionItem, minutes: Double)] {
      SessionChoice.cards(
        from: prospects, for: request, minutes: minutes, at: moment, schedule: schedule,
        interviews: ahead.map(\.time)
      ).map { (request.item(for: $0), $0.minutes) }
    }
    // Who asks for a number of cards, or for kinds of them, wants those and nothing else.
    let isMixed =
      request.cards == nil && request.kinds.isEmpty && !request.weakOnly && !request.rebuildsOnly
    let lookBack = LookBack(
      prospects.filter { !request.coreOnly || $0.isCore }, appointments, at: moment,
      startHour: schedule.startHour)
    var composer = DayComposer(
      isMixed ? prospects.filter { request.admits($0) || $0.kind == .reflect } : prospects,
      standings: isMixed ? standings.filter(admitted(by: request, of: prospects)) : [],
      lookBack: lookBack, looksBack: request.decks.isEmpty, today: today, schedule: schedule)
    let items =
      isMixed
      ? composer.compose(today, at: moment.time, within: minutes, answers: answers)
      : composer.alternating([answers(within: minutes).map(\.item)])
    return FirstQuestion.leading(items, from: prospects, for: request)
  }

  /// A drill: so many questions whose wordings were never met, drawn by chance, neighbours of different
  /// families.
  ///
  /// - Parameters:
  ///   - task: what is drilled.
  ///   - prospects: the cards there are.
  ///   - drilled: how many wordings of cards were met without a grade.
  ///   - request: what the person wants.
  /// - Returns: what to do, in order.
  public static func drill(
    _ task: SessionItem.Task, from prospects: [Prospect], drilled: [CardID: Int],
    for request: SessionRequest
  ) -> [SessionItem] {
    var generator = SeededGenerator(seed: request.seed)
    let admitted = prospects.filter { request.isOpen || request.admits($0) }
    let cards = WarmUp(from: admitted, drilled: drilled, for: task).cards
      .shuffled(using: &generator).prefix(request.cards ?? questionsOfDrill)
    let families = Dictionary(admitted.map { ($0.id, $0.family) }) { first, _ in first }
    return FamilyOrder.alternating(Array(cards)) { families[$0] ?? nil }
      .map { SessionItem($0, task) }
  }

  /// So many questions make a drill of a few minutes.
  private static let questionsOfDrill = 10

  private static func admitted(by request: SessionRequest, of prospects: [Prospect])
    -> (Standing) -> Bool
  {
    let cards = Set(prospects.lazy.filter(request.admits).map(\.id))
    return { cards.contains($0.card) }
  }
}
