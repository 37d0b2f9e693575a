import Campaign
import Practice
import Scheduler
import Screen

/// The employers, the one whose interview is next first.
struct EmployersScreen: NotebookList {
  var list = ListState()

  enum Own: Sendable { case open, edit, editor, add, delete, compare, search, deleted }

  private static let keys: [Binding<Own>] = [
    Binding(.enter, action: .open, footer: "open", help: "See what you know about the employer"),
    Binding("a", action: .add, footer: "add", help: "Add an interview: with whom, and when"),
    Binding("e", action: .edit, footer: "edit", help: "Change what you know of the employer"),
    Binding("E", action: .editor, help: "Change the employer in your editor, as text"),
    Binding(
      "c", action: .compare, footer: "compare",
      help: "Put the employers side by side, by your own criteria"),
    Binding("/", action: .search, footer: "search", help: "Search the employers"),
    Binding("f", action: .deleted, help: "See what was deleted, and bring it back"),
    Binding(
      "D", action: .delete, footer: "delete",
      help: "Delete the employer and all that you noted about it, after asking"),
  ]

  static let help = [HelpSection("Interviews", keys.hints())]

  var ownKeys: [Binding<Own>] { Self.keys }

  func obstacle(to action: Own, on stage: Stage) -> String? {
    switch action {
    case .add, .deleted: nil
    case .open, .edit, .editor, .delete: selected(on: stage) == nil ? Self.nothing : nil
    case .compare, .search: stage.notebook.employers.isEmpty ? Self.nothing : nil
    }
  }

  private static let nothing = "There is no employer here; a adds one."

  mutating func perform(_ action: Own, on stage: inout Stage) -> [Effect] {
    let employer = selected(on: stage)
    switch action {
    case .add:
      stage.go(.open(NewInterviewScreen()))
      return [.loadDraft(of: NewInterviewScreen.draftID)]
    case .open: if let employer { stage.go(.open(EmployerScreen(employer: employer.name))) }
    case .edit: return employer.map { [.notebook(.fillIn(Item($0)))] } ?? []
    case .editor: return employer.map { [.notebook(.edit(Item($0)))] } ?? []
    case .compare:
      let text = stage.notebook.comparison
      stage.go(.open(TextScreen(title: "Side by side", content: .text(text))))
    case .search: list.search.isTyping = true
    case .deleted: return [.loadDeleted]
    case .delete: list.doomed = employer.map { (Item($0), $0.name) }
    }
    return []
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    switch outcome {
    case .notebook(.opened(_, .employers)): Self()
    // What is of an employer begins with one.
    case .notebook(.opened(let open, .part)) where open.notebook.employers.isEmpty: Self()
    default: nil
    }
  }

  mutating func settle(on stage: Stage) {
    list.position.settle(count: employers(on: stage).count, height: stage.frame.listHeight)
  }

  /// The employers shown: those with an interview ahead first, the soonest first of all.
  private func employers(on stage: Stage) -> [Employer] {
    let (notebook, time) = (stage.notebook, stage.now.time.milliseconds)
    let soonest = notebook.employers.map { employer in
      notebook.nextInterview(with: employer.name, after: time)?.startsAt ?? .max
    }
    return notebook.employers.indices.sorted { (soonest[$0], $0) < (soonest[$1], $1) }
      .map { notebook.employers[$0] }
      .filter { list.search.finds("\($0.name) \($0.role)") }
  }

  private func selected(on stage: Stage) -> Employer? {
    employers(on: stage).selected(list.position)
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let employers = employers(on: stage)
    frame.drawHeader(
      "Interviews", stage.summaryLine(for: nil, beside: "Interviews"), on: &canvas)
    guard !stage.notebook.employers.isEmpty else {
      var page = Page(width: frame.textWidth)
      page.add("No interview yet.", style: .bold)
      page.addGap()
      page.add(
        "a adds one: with whom and when it is. From then on everything is planned for that day.")
      return frame.draw(page, on: &canvas)
    }
    let rounds = frame.isNarrow ? 12 : 30
    canvas.draw("next".padded(to: rounds) + "employer", x: 1, y: frame.listTop - 1)
    frame.drawList(list.position, from: frame.listTop, on: &canvas) { index in
      let employer = employers[index]
      let when = stage.words(for: employer.name, isShort: frame.isNarrow)
      return when.truncated(to: rounds - 1).padded(to: rounds)
        + [employer.name, employer.role].inOneLine
    }
    frame.drawSearch(list.search, y: frame.noticeRow, on: &canvas)
  }
}
