import Campaign
import Decks
import Screen

extension EmployerPart {
  static let log = EmployerPart(
    title: "What was asked", heads: ("round", "question"),
    deeds: [
      ("Log a round: what was asked, and how it went", "l"), ("Add a question that was asked", "a"),
    ],
    emptyText: "Nothing logged yet: l logs the latest round.",
    openWords: "thin or not looked at", leadsToLog: true,
    ofRound: { [ThingChoice("Asked", Item(LogEntry(interview: $0.id, text: "")))] },
    rows: { view in
      view.latest.flatMap { round in
        view.notebook.entries(of: round.id).map { entry in
          let pressedOn = entry.pressedOn.isEmpty ? "" : " on \(entry.pressedOn)"
          let parts = [
            entry.landed?.rawValue ?? "",
            entry.family.map(view.stage.families.shortTitle) ?? "",
            view.notebook.story(entry.story).map { "“\($0.title)”" } ?? "",
            entry.isPressed ? "pressed\(pressedOn)" : "",
          ]
          return ThingRow(
            item: Item(entry), mark: "R\(round.round)", title: entry.text,
            detail: parts.inOneLine, isOpen: entry.landed == nil || entry.landed == .thin)
        }
      }
    })
}
