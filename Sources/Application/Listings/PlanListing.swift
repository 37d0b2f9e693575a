import Campaign
import Decks
import Exchange
import Practice
import Scheduler
import Store
import TUI

/// A plan, as it is printed.
package struct PlanListing {
  private let interview: InterviewListing?
  private let interviews: [Kept<Interview>]
  private let shift: RecallShift
  private let plan: Plan
  private let prospects: [Prospect]

  /// - Parameters:
  ///   - decks: only these; none for all.
  ///   - coreOnly: whether only cards of the core set count.
  ///   - minutes: those of a day; nil for those of the settings.
  ///   - surroundings: the machine.
  /// - Throws: ``Failure`` and ``StoreError``.
  package init(
    of decks: [String], coreOnly: Bool, minutes: Double?, in surroundings: any Surroundings
  ) throws {
    let workspace = try Workspace.forCommand(in: surroundings)
    try workspace.requireDecks(decks)
    let request = SessionRequest(decks: decks, coreOnly: coreOnly)
    let now = workspace.clock.now
    let minutes = minutes ?? workspace.settings.minutes
    let interviews = try workspace.store.interviews(after: now.time)
    let prospects = try workspace.prospects(
      at: now, coreOnly: request.coreOnly, for: request
    ).filter(request.admits)
    plan = workspace.plan(of: prospects, to: interviews, minutesPerDay: minutes, at: now)
    self.prospects = prospects
    interview = interviews.first.map { InterviewListing($0, in: workspace, at: now) }
    self.interviews = interviews
    shift = try workspace.store.recallShift()
  }

  package func write(asJSON json: Bool) throws {
    if interview == nil {
      Output.warn(
        "no interview is ahead: this is what falls due; “starling interviews add NAME --at TIME” makes it a plan to the day"
      )
    }
    try json ? Output.json(self.json) : write()
  }

  private var json: JSONValue {
    .object([
      "interview": interview.map { .object($0.fields) } ?? .null,
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

  private func write() throws {
    if let interview {
      let end = plan.days.last?.readiness ?? plan.readiness
      try Output.line(
        """
        \(interview.interview.title), \(interview.localStart), \(interview.wait)
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
