package import Campaign
import Decks
package import Exchange
package import Practice
import Scheduler
import Store
import TUI

/// A plan, as it is printed.
package struct PlanListing {
  package let interview: Kept<Interview>?
  private let now: Moment
  private let startHour: Int
  private let interviews: [Kept<Interview>]
  private let shift: RecallShift
  private let plan: Plan
  private let prospects: [Prospect]

  package init(
    _ workspace: Workspace, request: SessionRequest, minutes: Double, at now: Moment
  ) throws {
    let interviews = try workspace.store.interviews(after: now.time)
    let prospects = try workspace.prospects(at: now, coreOnly: request.coreOnly).filter(
      request.admits)
    plan = workspace.plan(of: prospects, to: interviews, minutesPerDay: minutes, at: now)
    self.prospects = prospects
    self.now = now
    startHour = workspace.store.schedule.startHour
    interview = interviews.first
    self.interviews = interviews
    shift = try workspace.store.recallShift()
  }

  package var json: JSONValue {
    .object([
      "interview": interview.map { .object($0.thing.json(from: now, startHour: startHour)) }
        ?? .null,
      "days": .array(
        plan.days.map { day in
          .object([
            "day": .string(day.day.description), "minutes": .double(day.minutes),
            "cards": .int(day.cards.count), "readiness": .double(day.readiness),
          ])
        }),
      "firm": .int(plan.firmCapacity),
      "interviews": .array(plan.outcomes.map(listing)),
      "will_not_fit": .array(plan.willNotFit.map { .string(prospects[$0].id.description) }),
    ])
  }

  private func listing(_ outcome: PlanOutcome) -> JSONValue {
    let interview = interviews[outcome.interview]
    let range = outcome.range(shift)
    return .object([
      "employer": .string(interview.employer), "round": .int(interview.round),
      "starts_at": .string(ISO8601.text(interview.start)),
      "ready_now": .double(outcome.readyNow), "ready_by_plan": .double(outcome.readyByPlan),
      "low": .double(range.low), "high": .double(range.high), "fits": .int(outcome.fits),
      "will_not_fit": .array(outcome.willNotFit.map { .string(prospects[$0].id.description) }),
    ])
  }

  package func write() throws {
    if let interview {
      let days = interview.thing.daysLeft(from: now, startHour: startHour)
      let end = plan.days.last?.readiness ?? plan.readiness
      try Output.line(
        """
        \(interview.employer), round \(interview.round), \(interview.localStart), \(DateText.days(days))
        ready on the day: \(plan.readiness.percent) % if nothing more is practised, \(end.percent) % by this plan

        """)
    }
    try Output.table(
      [["DAY", "MINUTES", "CARDS", "READY"]]
        + plan.days.map { day in
          [
            day.day.description, "\(Int(saturating: day.minutes.rounded()))", "\(day.cards.count)",
            "\(day.readiness.percent) %",
          ]
        })
    if interview != nil, plan.firmCapacity < plan.days.flatMap(\.cards).count {
      try Output.line(
        "\nThree goes at a card make it firm: there are minutes for \(plan.firmCapacity) such cards."
      )
    }
    try writeWhatWillNotFit()
  }

  private func writeWhatWillNotFit() throws {
    var left = plan.willNotFit.map { prospects[$0] }
    guard !left.isEmpty else { return }
    // Beside a core set the rest is extra, and there may be thousands of it.
    if prospects.contains(where: \.isCore) {
      let core = left.filter(\.isCore)
      guard !core.isEmpty else {
        return try Output.line("\nThe core set fits; \(left.count) other new cards do not.")
      }
      left = core
    }
    try Output.line(
      "\n\(left.count.of("card does", "cards do")) not fit. Leave out, the least important first:"
    )
    for prospect in left.prefix(Self.named) { try Output.line("  \(prospect.id)") }
    if left.count > Self.named {
      try Output.line("  and \(left.count - Self.named) more; --json names all")
    }
  }

  /// So many cards are named each.
  private static let named = 20
}
