import Campaign
import Practice
import Screen

/// One part of what is known of an employer, as a list.
struct ThingsScreen: Equatable {
  var part: EmployerPart
  var employer: String
  var position = ListPosition()
  var search = Search()
  var isOpenOnly = false
  /// A thing about to be deleted.
  var doomed: ThingRow?

  enum Action: Sendable { case open, mark, edit, add, delete, log, search, filter }

  /// The keys of all parts.
  static let allKeys: [Binding<Action>] = [
    Binding(.enter, action: .open, footer: "open", help: "Read it whole"),
    Binding(.character("a"), action: .add, footer: "add", help: "Add one, in your editor"),
    Binding(.character("e"), action: .edit, footer: "edit", help: "Edit it in your editor"),
    Binding(
      .character(" "), action: .mark, footer: "mark",
      help:
        "A doubt: said well. A fact: checked today. A question: asked, answered. A criterion: yes, no, open. A promise: kept"
    ),
    Binding(
      .character("l"), action: .log, footer: "log", help: "Log the round while it is fresh"),
    Binding(.character("/"), action: .search, footer: "search", help: "Search the list"),
    Binding(
      .character("f"), action: .filter, footer: "filter",
      help: "Only those about which something is to be done, or all"),
    Binding(.character("D"), action: .delete, footer: "delete", help: "Delete it; it asks"),
  ]

  /// The keys that do something in this part.
  var keys: [Binding<Action>] {
    Self.allKeys.filter { binding in
      switch binding.action {
      case .mark: part.mark != nil
      case .log: part.leadsToLog
      case .open, .add, .edit, .delete, .search, .filter: true
      }
    }
    .map { binding in
      var binding = binding
      if binding.action == .mark { binding.footer = part.mark?.title }
      return binding
    }
  }

  /// The keys that do something in the list as it is.
  func keys(_ open: OpenNotebook, at now: Moment, startHour: Int) -> [Binding<Action>] {
    let hasRows = !rows(open, at: now, startHour: startHour).isEmpty
    let hasInterview = !open.notebook.interviews(with: employer).isEmpty
    return keys.filter { binding in
      switch binding.action {
      case .add: part.new != nil || hasInterview
      case .open, .mark, .edit, .delete: hasRows
      case .log: hasInterview
      case .search, .filter: hasRows || isOpenOnly || !search.query.isEmpty
      }
    }
  }

  func rows(_ open: OpenNotebook, at now: Moment, startHour: Int) -> [ThingRow] {
    let view = PartView(open: open, employer: employer, now: now, startHour: startHour)
    return part.rows(view).filter { row in
      (!isOpenOnly || row.isOpen) && search.finds("\(row.title) \(row.detail)")
    }
  }

  func draw(
    _ open: OpenNotebook, now: Moment, startHour: Int, in frame: Frame, on canvas: inout Canvas
  ) {
    let rows = rows(open, at: now, startHour: startHour)
    let filtered = isOpenOnly ? " · to do" : ""
    let sought = search.query.isEmpty ? "" : " · “\(search.query)”"
    frame.drawHeader(
      "\(employer) · \(part.title)\(filtered)\(sought)", "\(rows.count)", on: &canvas)
    if rows.isEmpty {
      canvas.draw(
        (isOpenOnly || !search.query.isEmpty ? "None of these." : part.emptyText)
          .truncated(to: frame.size.width - 2), x: 1, y: frame.listTop)
      canvas.focus = (1, frame.listTop)
    }
    // Where there is room the details stand below each row.
    let isTall = frame.size.height >= 20
    let height = isTall ? frame.listHeight / 2 : frame.listHeight
    for (line, index) in position.window(height: height, count: rows.count).enumerated() {
      let y = frame.listTop + (isTall ? 2 * line : line)
      let row = rows[index]
      let style = frame.drawRow(y, isSelected: index == position.selected, on: &canvas)
      let title = "\(row.mark.padded(to: 4))\(row.title)"
      let detail = isTall || row.detail.isEmpty ? "" : " · \(row.detail)"
      canvas.draw((title + detail).truncated(to: frame.size.width - 2), x: 1, y: y, style: style)
      if isTall {
        canvas.draw(
          row.detail.truncated(to: frame.size.width - 6), x: 5, y: y + 1, style: .dim)
      }
    }
    if search.isTyping { frame.drawSearch(search, on: &canvas) }
  }
}
