import Campaign
import Screen

extension EmployerPart {
  static let decision = EmployerPart(
    title: "Your decision", heads: ("met", "criterion"),
    deeds: [("Add a criterion for your decision", "a")],
    emptyText: "No criterion yet: a adds one.", openWords: "open",
    new: { _ in Criterion() },
    changes: { row, view in
      guard let criterion: Kept<Criterion> = row.item.kept() else { return [] }
      let verdict = Verdict(criterion: criterion.id, employer: view.employer)
      return [
        ThingChoice("What you have seen of it at \(view.employer)", Item(verdict)),
        ThingChoice("The criterion, for all employers", row.item),
      ]
    },
    mark: Mark(title: "yes/no") { item, view in
      let verdicts = view.notebook.verdicts(on: view.employer)
      guard let criterion: Kept<Criterion> = item.kept(),
        var verdict = verdicts.first(where: { $0.criterion.id == criterion.id })?.verdict
      else { return nil }
      let next: [Verdict.State: Verdict.State] = [.open: .yes, .yes: .no, .no: .open]
      verdict.state = next[verdict.state] ?? .open
      return (Item(verdict), "Now \(verdict.state.rawValue).")
    },
    rows: { view in
      view.notebook.verdicts(on: view.employer).map { criterion, verdict in
        ThingRow(
          item: Item(criterion), mark: verdict.state.sign, title: criterion.text,
          detail: [criterion.weight.rawValue, verdict.evidence].inOneLine,
          isOpen: verdict.state == .open)
      }
    })
}
