import Campaign
import Practice
import Screen

extension PanelScreen {
  /// What stands there before the first question: who sits there, how long it takes, and the keys.
  func beginning(on page: inout Page, isLow: Bool) {
    let count = panel.turns.count.of("question")
    let frame = "\(count), \(panel.limit / 60_000) min at most."
    guard !isLow else {
      page.add(panel.personas.map(title).joined(separator: " · "))
      page.add("\(frame) \(temper)")
      page.add("Space begins an answer, Enter ends it.")
      return
    }
    page.add("Before you sit:")
    page.addGap()
    for persona in panel.personas {
      page.add(title(persona), style: .bold)
      if !persona.needs.isEmpty { page.add("needs: \(persona.needs)", indent: 2) }
    }
    page.addGap()
    page.add("\(frame) \(temper)")
    page.addGap()
    page.add(
      "You answer aloud: Space begins an answer, Enter ends it, and then you say which story it was. Esc ends the panel; what you answered is kept, and nothing is graded. The report comes at the end."
    )
    page.addGap()
    page.add("Enter begins.", style: .bold)
  }

  /// Who it is; whoever says nothing can be told from the others.
  func title(_ persona: Persona) -> String {
    persona.manner == .silent && persona == panel.silent
      ? "\(persona.title) (looks down)" : persona.title
  }

  private var temper: String {
    switch panel.temper {
    case .calm: "Nobody breaks in."
    case .usual: "Now and then somebody breaks in, and once two ask at once."
    case .hard: "They press you: they break in often, and two ask at once."
    }
  }
}
