import Campaign
import Practice
import Screen

/// What is known of one employer, part by part.
struct EmployerScreen: ScreenModel {
  private(set) var employer: String
  private(set) var position = ListPosition()

  enum Action: Sendable {
    case open, log, brief, panel, edit, editor
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] = [
    Binding(.enter, action: .open, footer: "open", help: "See the whole list"),
    Binding(
      "l", action: .log, footer: "log",
      help: "Log the latest round while it is fresh, or go on with it"),
    Binding("b", action: .brief, footer: "brief", help: "The one page for the day"),
    Binding("m", action: .panel, footer: "panel", help: "Rehearse the interview with a panel"),
    Binding("e", action: .edit, footer: "edit", help: "Change what you know of the employer"),
    Binding("E", action: .editor, help: "Change the employer in your editor, as text"),
  ]

  static let help = [HelpSection("An employer", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys + ListMove.keys.mapped(Action.move)
  }

  /// The keys that do something with what is known; the others say what is missing.
  func hints(on stage: Stage) -> [KeyHint] {
    let hasInterview = !stage.notebook.interviews(with: employer).isEmpty
    return keys(on: stage).filter { binding in
      switch binding.action {
      case .open, .panel, .edit, .editor, .move: true
      case .log, .brief: hasInterview
      }
    }.hints()
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    let next = stage.openNotebook.nextOrLast(with: employer, at: stage.now)
    switch action {
    case .move(let move): position.move(move)
    case .open:
      guard let part = EmployerPart.all.selected(position) else { return [] }
      stage.go(.open(ThingsScreen(part: part, employer: employer)))
    case .log: return stage.openLog(with: employer)
    case .brief:
      if next == nil { stage.sayNoInterview(with: employer) }
      return next.map { [.notebook(.brief($0))] } ?? []
    case .panel: return [.notebook(.panel(next))]
    case .edit:
      return stage.notebook.employer(named: employer).map { [.notebook(.fillIn(Item($0)))] } ?? []
    case .editor:
      return stage.notebook.employer(named: employer).map { [.notebook(.edit(Item($0)))] } ?? []
    }
    return []
  }

  /// Stays with an employer whom the person gave another name: the only one that was not there before.
  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    guard case .notebook(.changed(let open, _)) = outcome, isGone(from: open.notebook) else {
      return nil
    }
    let known = stage.notebook.employers.map(\.name)
    let new = open.notebook.employers.map(\.name).filter { !known.contains($0) }
    if new.count == 1 { employer = new[0] }
    return []
  }

  func isGone(from notebook: Notebook) -> Bool { notebook.employer(named: employer) == nil }

  mutating func settle(on stage: Stage) {
    position.settle(count: EmployerPart.all.count, height: stage.frame.listHeight)
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let known = stage.notebook.employer(named: employer)
    let title = [employer, known?.role ?? ""].inOneLine
    frame.drawHeader(title, stage.summaryLine(for: employer, beside: title), on: &canvas)
    let parts = EmployerPart.all
    let view = PartView(stage: stage, employer: employer)
    canvas.draw("\("list".padded(to: 20))all  to do, or what matters", x: 1, y: frame.listTop - 1)
    frame.drawList(position, from: frame.listTop, on: &canvas) { index in
      let rows = parts[index].rows(view)
      let title = parts[index].title.padded(to: 20)
      let count = "\(rows.count)".padded(to: 3, align: .right)
      return "\(title)\(count)  \(parts[index].words(rows))"
    }
    let y = frame.listTop + parts.count + 1
    guard let known, y + 1 < frame.noticeRow else { return }
    var page = Page(width: frame.size.width - 2)
    if !known.oneThing.isEmpty { page.add(known.oneThing, marker: "One thing: ") }
    if !known.notes.isEmpty { page.add(known.notes) }
    page.draw(on: &canvas, x: 1, y: y, height: frame.noticeRow - y)
  }
}
