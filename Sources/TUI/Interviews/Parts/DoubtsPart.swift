import Campaign
import Screen

extension EmployerPart {
  static let doubts = EmployerPart(
    title: "Doubts", heads: ("said", "what they may doubt"),
    deeds: [("Add a doubt that they may have", "a")],
    emptyText: "No doubt known: a adds one.", openWords: "open",
    new: { Doubt(employer: $0.employer, text: "") },
    mark: .changing("said well") { (doubt: inout Doubt, _) in
      doubt.wasSaidWell() > 0 ? "Said well; once more." : "Said well twice: it is ready."
    },
    rows: { view in
      view.notebook.doubts(of: view.employer).map { doubt in
        ThingRow(
          item: Item(doubt),
          mark: doubt.isClosed
            ? "–"
            : doubt.isOpen ? "\(doubt.timesSaidWell)/\(Doubt.timesUntilReady)" : "✓",
          title: doubt.text, detail: doubt.gap ?? doubt.evidence, isOpen: doubt.isOpen)
      }
    })
}
