import Campaign
import Practice
import Screen

/// One part of what is known of an employer, as a list.
struct ThingsScreen: NotebookList {
  let part: EmployerPart
  let employer: String
  var list = ListState()
  private(set) var isOpenOnly = false

  enum Own: Sendable { case open, mark, edit, editor, add, delete, log, search, filter }

  /// The keys of all parts.
  private static let keys: [Binding<Own>] = [
    Binding(.enter, action: .open, footer: "open", help: "Read it whole"),
    Binding("a", action: .add, footer: "add", help: "Add one"),
    Binding("e", action: .edit, footer: "edit", help: "Change it"),
    Binding("E", action: .editor, help: "Change it in your editor, as text"),
    Binding(
      " ", action: .mark, footer: "mark",
      help:
        "A doubt: said well. A fact: checked today. A question: asked, answered. A criterion: yes, no, open. A promise: kept. A panel: a friend's marks"
    ),
    Binding("l", action: .log, footer: "log", help: "Log the round while it is fresh"),
    Binding("/", action: .search, footer: "search", help: "Search the list"),
    Binding(
      "f", action: .filter, footer: "filter",
      help: "Show only items with something left to do, what was deleted, or all"),
    Binding("D", action: .delete, footer: "delete", help: "Delete it, after asking"),
  ]

  static let help = [
    HelpSection("What is known of an employer", keys.hints()),
    HelpSection("In any of these lists", ListMove.keys.hints()),
  ]

  var ownKeys: [Binding<Own>] {
    Self.keys.map { binding in
      var binding = binding
      switch binding.action {
      case .mark where part == .panels: binding.footer = "a friend's marks"
      case .mark: binding.footer = part.mark?.title
      default: break
      }
      return binding
    }
  }

  func obstacle(to action: Own, on stage: Stage) -> String? {
    let isEmpty = rows(on: stage).isEmpty
    let isWithoutInterview = stage.notebook.interviews(with: employer).isEmpty
    return switch action {
    case .mark where part != .panels && part.mark == nil: "Nothing in this list is marked."
    case .log where !part.leadsToLog: "The log begins at the rounds, or at the employer."
    case .add where part.new == nil && isWithoutInterview, .log where isWithoutInterview:
      "There is no interview with \(employer) yet."
    case .open where isEmpty, .mark where isEmpty, .edit where isEmpty, .editor where isEmpty,
      .delete where isEmpty:
      "Nothing is in this list."
    case .search where isEmpty && !isOpenOnly && list.search.query.isEmpty,
      .filter where isEmpty && !isOpenOnly && list.search.query.isEmpty:
      "Nothing is in this list."
    default: nil
    }
  }

  mutating func perform(_ action: Own, on stage: inout Stage) -> [Effect] {
    let view = PartView(stage: stage, employer: employer)
    let row = rows(on: stage).selected(list.position)
    switch action {
    case .add:
      if let new = part.new?(view) {
        guard new is Interview else { return [.notebook(.fillIn(Item(new)))] }
        stage.go(.open(NewInterviewScreen(employer: employer)))
        return [.loadDraft(of: NewInterviewScreen.draftID)]
      }
      guard let round = stage.roundToLog(with: employer) else { return [] }
      return fillIn(part.ofRound(round), "\(employer), round \(round.round)", on: &stage)
    case .open: return row.map { [.notebook(.read($0.item))] } ?? []
    case .edit: return row.map { fillIn(part.changes($0, view), $0.title, on: &stage) } ?? []
    case .editor: return row.map { [.notebook(.edit($0.item))] } ?? []
    case .mark:
      if let panel: Kept<Rehearsal> = row?.item.kept() {
        stage.openMarks(of: panel)
        return []
      }
      let marked = row.flatMap { part.mark?.change($0.item, view) }
      return marked.map { [.notebook(.keep([$0.item], note: $0.note))] } ?? []
    case .log: return stage.openLog(with: employer, of: row?.item.kept())
    case .search: list.search.isTyping = true
    case .filter:
      defer { isOpenOnly.toggle() }
      if isOpenOnly { return [.loadDeleted] }
    case .delete: list.doomed = row.map { ($0.item, $0.title) }
    }
    return []
  }

  /// Opens the form of what is meant, or asks which of them is.
  private func fillIn(
    _ choices: [ThingChoice], _ title: String, on stage: inout Stage
  ) -> [Effect] {
    if choices.count == 1 { return [.notebook(.fillIn(choices[0].item))] }
    stage.go(.open(ThingChoiceScreen(title, choices)))
    return []
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .notebook(.opened(let open, .part(let title, let named))) = outcome,
      let part = EmployerPart.all.first(where: { $0.title == title }),
      let employer = named ?? open.likelyEmployer(at: stage.now)
    else { return nil }
    return Self(part: part, employer: employer)
  }

  func isGone(from notebook: Notebook) -> Bool { notebook.employer(named: employer) == nil }

  mutating func settle(on stage: Stage) {
    let height = stage.frame.listHeight / (isTall(stage.frame) ? 2 : 1)
    list.position.settle(count: rows(on: stage).count, height: height)
  }

  /// The columns of the marks, with a space after them.
  private static let markWidth = 6

  /// Whether there is room for the details below each row.
  private func isTall(_ frame: Frame) -> Bool { frame.size.height >= 20 }

  private func rows(on stage: Stage) -> [ThingRow] {
    part.rows(PartView(stage: stage, employer: employer)).filter { row in
      (!isOpenOnly || row.isOpen) && list.search.finds("\(row.title) \(row.detail)")
    }
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let rows = rows(on: stage)
    let filtered = isOpenOnly ? " · to do" : ""
    frame.drawHeader(
      "\(employer) · \(part.title)\(filtered)\(list.search.words)", "\(rows.count)", on: &canvas)
    if rows.isEmpty {
      canvas.draw(
        (isOpenOnly || !list.search.query.isEmpty ? "None of these." : part.emptyText)
          .truncated(to: frame.size.width - 2), x: 1, y: frame.listTop)
      canvas.focus = (1, frame.listTop)
    }
    let isTall = isTall(frame)
    if !rows.isEmpty {
      canvas.draw(
        part.heads.mark.padded(to: Self.markWidth) + part.heads.thing, x: 1, y: frame.listTop - 1)
    }
    frame.drawList(list.position, from: frame.listTop, step: isTall ? 2 : 1, on: &canvas) {
      let row = rows[$0]
      let title = "\(row.mark.padded(to: Self.markWidth))\(row.title)"
      let detail = isTall || row.detail.isEmpty ? "" : " · \(row.detail)"
      $3.draw((title + detail).truncated(to: frame.size.width - 2), x: 1, y: $1, style: $2)
      guard isTall else { return }
      let x = Self.markWidth + 1
      $3.draw(row.detail.truncated(to: frame.size.width - x - 1), x: x, y: $1 + 1, style: .dim)
    }
    frame.drawSearch(list.search, y: frame.noticeRow, on: &canvas)
  }
}
