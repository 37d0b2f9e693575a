import Campaign
import Practice
import Scheduler

extension EmployerPart {
  static let panels = EmployerPart(
    title: "Panels", heads: ("whole", "rehearsed"),
    emptyText: "No panel rehearsed yet: m begins one, and “starling brief --friend” prints one.",
    openWords: "to be marked",
    summary: { rows in rows.isEmpty ? "" : "\(rows.count { $0.mark == "✓" }) whole" },
    rows: { view in
      let rounds = Set(view.latest.map(\.id))
      return view.notebook.rehearsals.reversed()
        .filter { $0.interview.map(rounds.contains) ?? false }
        .map { panel in
          let day = DateText.shortDay(Day(number: panel.day), from: view.today)
          let with = panel.company == .friend ? ", with a friend" : ""
          return ThingRow(
            item: Item(panel), mark: panel.isWhole ? "✓" : "·",
            title: "\(day), \(panel.title)\(with)",
            detail: panel.thing.state, isOpen: panel.company == .friend && !panel.isWhole)
        }
    })
}
