import Campaign
import Practice
import Scheduler
import Screen

/// The employers, the one whose interview is next first.
struct EmployersScreen: Equatable {
  var position = ListPosition()
  var search = Search()
  /// An employer about to be deleted.
  var doomed: Employer?

  enum Action: Sendable { case open, edit, add, delete, compare, search }

  static let keys: [Binding<Action>] = [
    Binding(.enter, action: .open, footer: "open", help: "See what is known of the employer"),
    Binding(
      .character("a"), action: .add, footer: "add", help: "Add an interview, in your editor"),
    Binding(
      .character("e"), action: .edit, footer: "edit", help: "Edit the employer in your editor"),
    Binding(
      .character("c"), action: .compare, footer: "compare",
      help: "Put the employers side by side, by your own criteria"),
    Binding(.character("/"), action: .search, footer: "search", help: "Search the employers"),
    Binding(
      .character("D"), action: .delete, footer: "delete",
      help: "Delete the employer with all that is known of it; it asks"),
  ]

  /// The employers shown: those with an interview ahead first, the soonest first of all.
  func employers(_ notebook: Notebook, at now: Moment) -> [Employer] {
    let time = now.time.milliseconds
    let soonest = notebook.employers.map { employer in
      notebook.nextInterview(with: employer.name, after: time)?.startsAt ?? .max
    }
    return notebook.employers.indices.sorted { (soonest[$0], $0) < (soonest[$1], $1) }
      .map { notebook.employers[$0] }
      .filter { search.finds("\($0.name) \($0.role)") }
  }

  /// The keys that do something in the list as it is.
  func keys(_ notebook: Notebook, at now: Moment) -> [Binding<Action>] {
    let hasSelected = selected(notebook, at: now) != nil
    return Self.keys.filter { binding in
      switch binding.action {
      case .add: true
      case .open, .edit, .delete: hasSelected
      case .compare, .search: !notebook.employers.isEmpty
      }
    }
  }

  func selected(_ notebook: Notebook, at now: Moment) -> Employer? {
    let employers = employers(notebook, at: now)
    return employers.indices.contains(position.selected) ? employers[position.selected] : nil
  }
}

extension EmployersScreen {
  func draw(
    _ open: OpenNotebook, now: Moment, startHour: Int, summary: String, in frame: Frame,
    on canvas: inout Canvas
  ) {
    let notebook = open.notebook
    let employers = employers(notebook, at: now)
    frame.drawHeader("Interviews", summary, on: &canvas)
    guard !notebook.employers.isEmpty else {
      var page = Page(width: frame.textWidth)
      page.add("No interview yet.", style: .bold)
      page.addGap()
      page.add("a adds one: with whom and when it is. From then on everything goes by its day.")
      page.draw(on: &canvas, x: frame.left, y: frame.top, height: frame.height())
      canvas.focus = (frame.left, frame.top)
      return
    }
    let rounds = frame.isNarrow ? 12 : 30
    canvas.draw("next".padded(to: rounds) + "employer", x: 1, y: frame.listTop - 1)
    for (line, index) in position.window(height: frame.listHeight, count: employers.count)
      .enumerated()
    {
      let y = frame.listTop + line
      let style = frame.drawRow(y, isSelected: index == position.selected, on: &canvas)
      let employer = employers[index]
      let when = open.words(
        for: employer.name, now: now, startHour: startHour, isShort: frame.isNarrow)
      let name = employer.role.isEmpty ? employer.name : "\(employer.name) · \(employer.role)"
      canvas.draw(
        (when.truncated(to: rounds - 1).padded(to: rounds) + name)
          .truncated(to: frame.size.width - 2), x: 1, y: y, style: style)
    }
    if search.isTyping { frame.drawSearch(search, on: &canvas) }
  }
}

extension OpenNotebook {
  /// When the next round with an employer is, or when the last one was.
  fileprivate func words(for employer: String, now: Moment, startHour: Int, isShort: Bool) -> String
  {
    guard let interview = nextOrLast(with: employer, at: now) else { return "–" }
    let days = daysLeft(to: interview, from: now, startHour: startHour)
    return isShort
      ? "R\(interview.round) \(days) d"
      : "round \(interview.round) \(DateText.days(days))"
  }
}

extension Frame {
  /// Draws what is looked for in the row of the notice.
  func drawSearch(_ search: Search, on canvas: inout Canvas) {
    canvas.fill(x: 0, y: noticeRow, width: size.width, style: .plain)
    let text = "/\(search.query)".truncated(to: size.width - 3)
    let end = canvas.draw(text, x: 1, y: noticeRow)
    canvas.focus = (end, noticeRow)
    canvas.isCursorShown = true
  }
}
