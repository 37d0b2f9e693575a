import Campaign
import Practice
import Scheduler

extension EmployerPart {
  static let rounds = EmployerPart(
    title: "Rounds", heads: ("log", "round, and when"),
    emptyText: "No interview yet: a adds one.", leadsToLog: true,
    new: { Interview(employer: $0.employer, round: 1, startsAt: 0) },
    summary: { rows in (rows.first { $0.mark == " " } ?? rows.last)?.title ?? "none yet" },
    rows: { view in
      view.notebook.interviews(with: view.employer).map { round in
        let isOver = round.thing.isHeld(at: view.stage.now.time.milliseconds)
        let asked = view.notebook.entries(of: round.id).count
        let log =
          round.isLogged
          ? "logged, \(asked) asked"
          : isOver ? asked > 0 ? "\(asked) asked so far" : "no log yet" : ""
        let days = view.stage.daysLeft(to: round)
        return ThingRow(
          item: Item(round), mark: round.isLogged ? "✓" : isOver ? "·" : " ",
          title:
            "round \(round.round) · \(view.stage.openNotebook.when(round, near: view.stage.today)) · \(DateText.days(days))",
          detail: [log, round.format, round.place].inOneLine, isOpen: isOver && !round.isLogged)
      }
    })
}
