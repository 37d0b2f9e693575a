import Campaign
import Decks
import Exchange
import Practice
import Scheduler
import Store
import TUI

/// A plan, as it is printed.
package struct PlanListing {
  private let today: Today
  private let plan: PlanAhead
  /// Those ahead, as they stand in ``Today/interviews``.
  private let interviews: [InterviewListing]

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
    let decks = try workspace.requireDecks(decks)
    let now = workspace.clock.now
    // Without any of these it is the person's plan, whose first day is today's session.
    (today, plan) =
      decks.isEmpty && !coreOnly && minutes.map { $0 == workspace.settings.minutes } ?? true
      ? try workspace.todayAndPlan(at: now)
      : try workspace.plan(
        of: SessionRequest(decks: decks, coreOnly: coreOnly),
        minutes: minutes ?? workspace.settings.minutes, at: now)
    let kept = try workspace.store.interviews(ahead: now)
    interviews = today.interviews.compactMap { figures in
      kept.first { $0.id.value == figures.appointment.number }
        .map { InterviewListing($0, in: workspace, at: now) }
    }
  }

  package func write(asJSON json: Bool) throws {
    if today.interviews.isEmpty {
      Output.warn(
        "no interview is planned, so this shows what falls due; “starling interviews add NAME --at TIME” adds one"
      )
    }
    try json ? Output.json(self.json) : write()
  }

  private var json: JSONValue {
    .object([
      "interview": interviews.first.map { .object($0.fields) } ?? .null,
      "days": .array(
        plan.days.map { day in
          .object([
            "day": .string(day.day.description), "minutes": .double(day.minutes),
            "cards": .int(day.cards.count), "readiness": .double(day.readiness),
            "panel": day.panel.map { .int($0) } ?? .null,
            "items": .array(
              day.items.map { item in
                .object([
                  "card": .string(item.card.description), "task": .string(item.task.rawValue),
                  "minutes": .double(item.minutes),
                ])
              }),
          ])
        }),
      "firm": .int(plan.firmCapacity),
      "interviews": .array(today.interviews.indices.map(listing)),
      "will_not_fit": .array(plan.willNotFit.map { .string($0.id.description) }),
    ])
  }

  private func listing(_ place: Int) -> JSONValue {
    let figures = today.interviews[place]
    return .object([
      "employer": .string(figures.appointment.employer),
      "round": .int(figures.appointment.round),
      "starts_at": .string(ISO8601.text(figures.appointment.time.start)),
      "ready_now": .double(figures.readyNow), "ready_by_plan": .double(figures.readyByPlan),
      "low": .double(figures.low), "high": .double(figures.high),
      "fits": .int(plan.fits[place]),
      "will_not_fit": .array(plan.leftOut[place].map { .string($0.id.description) }),
    ])
  }

  private func write() throws {
    for (figures, interview) in zip(today.interviews, interviews) {
      try Output.line(
        """
        \(figures.title), \(interview.localStart), \(interview.wait)
          ready now \(figures.readyNow.percent)%, on course for \(figures.onCourse); \(figures.fitsWords)
        """)
    }
    if !interviews.isEmpty { try Output.line("") }
    try Output.table(
      [["DAY", "MINUTES", "CARDS", "SHORTER", "READY AFTER IT"]]
        + plan.days.map { day in
          [
            day.day.description, "\(Int(saturating: day.minutes.rounded()))",
            "\(day.cards.count)", "\(day.items.count - day.cards.count)",
            "\(day.readiness.percent)%",
          ]
        })
    if let words = plan.panelWords({ $0.description }) { try Output.line("\n\(words)") }
    if !interviews.isEmpty, plan.firmCapacity < plan.days.flatMap(\.cards).count {
      try Output.line(
        "\nA card takes about three goes to stick; there is time for \(plan.firmCapacity) such cards."
      )
    }
    try writeWhatWillNotFit()
  }

  private func writeWhatWillNotFit() throws {
    guard !interviews.isEmpty else { return }
    for (place, interview) in interviews.enumerated() {
      var left = plan.leftOut[place]
      guard !left.isEmpty else { continue }
      // Beside a core set the rest is extra, and there may be thousands of it.
      if today.interviews[place].counted < plan.fits[place] + left.count {
        let core = left.filter(\.isCore)
        guard !core.isEmpty else {
          try Output.line(
            "\nThe core set fits before \(interview.interview.employer); \(left.count) other new cards do not."
          )
          continue
        }
        left = core
      }
      let before = interviews.count > 1 ? " before \(interview.interview.employer)" : ""
      try Output.line(
        "\n\(left.count.of("card does", "cards do")) not fit\(before). Leave out, the least important first:"
      )
      for prospect in left.prefix(Self.named) { try Output.line("  \(prospect.id)") }
      if left.count > Self.named {
        try Output.line("  and \(left.count - Self.named) more; --json names all")
      }
    }
  }

  /// So many cards are named each.
  private static let named = 20
}
