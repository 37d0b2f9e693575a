import Campaign
import Practice
import Screen

/// What is known of one employer, part by part.
struct EmployerScreen: Equatable {
  var employer: String
  var position = ListPosition()

  enum Action: Sendable { case open, log, brief, panel, edit }

  static let keys: [Binding<Action>] = [
    Binding(.enter, action: .open, footer: "open", help: "See the whole list"),
    Binding(
      .character("l"), action: .log, footer: "log",
      help: "Log the latest round while it is fresh, or go on with it"),
    Binding(.character("b"), action: .brief, footer: "brief", help: "The one page for the day"),
    Binding(
      .character("m"), action: .panel, footer: "panel", help: "Rehearse the interview with a panel"),
    Binding(
      .character("e"), action: .edit, footer: "edit", help: "Edit the employer in your editor"),
  ]

  /// The keys that do something with what is known.
  func keys(_ notebook: Notebook) -> [Binding<Action>] {
    let hasInterview = !notebook.interviews(with: employer).isEmpty
    return Self.keys.filter { binding in
      switch binding.action {
      case .open, .panel, .edit: true
      case .log, .brief: hasInterview
      }
    }
  }

  var part: EmployerPart? {
    let all = EmployerPart.all
    return all.indices.contains(position.selected) ? all[position.selected] : nil
  }

  func draw(
    _ open: OpenNotebook, now: Moment, startHour: Int, summary: String, in frame: Frame,
    on canvas: inout Canvas
  ) {
    let known = open.notebook.employer(named: employer)
    let role = known.map { $0.role.isEmpty ? "" : " · \($0.role)" } ?? ""
    frame.drawHeader(employer + role, summary, on: &canvas)
    let parts = EmployerPart.all
    let view = PartView(open: open, employer: employer, now: now, startHour: startHour)
    for (line, index) in position.window(height: frame.listHeight, count: parts.count).enumerated()
    {
      let y = frame.listTop + line
      let style = frame.drawRow(y, isSelected: index == position.selected, on: &canvas)
      let rows = parts[index].rows(view)
      let title = parts[index].title.padded(to: 20)
      let count = "\(rows.count)".padded(to: 3, align: .right)
      canvas.draw(
        "\(title)\(count)  \(parts[index].words(rows))".truncated(to: frame.size.width - 2), x: 1,
        y: y, style: style)
    }
    let y = frame.listTop + parts.count + 1
    guard let known, y + 1 < frame.noticeRow else { return }
    var page = Page(width: frame.size.width - 2)
    if !known.oneThing.isEmpty { page.add(known.oneThing, marker: "One thing: ") }
    if !known.notes.isEmpty { page.add(known.notes) }
    page.draw(on: &canvas, x: 1, y: y, height: frame.noticeRow - y)
  }
}
