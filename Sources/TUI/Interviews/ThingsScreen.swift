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
      case .mark: part.markTitle != nil
      case .log: part == .rounds || part == .log
      case .open, .add, .edit, .delete, .search, .filter: true
      }
    }
    .map { binding in
      var binding = binding
      if binding.action == .mark { binding.footer = part.markTitle }
      return binding
    }
  }

  /// The keys that do something in the list as it is.
  func keys(_ open: OpenNotebook, at now: Moment, startHour: Int) -> [Binding<Action>] {
    let hasRows = !rows(open, at: now, startHour: startHour).isEmpty
    let hasInterview = !open.notebook.interviews(with: employer).isEmpty
    return keys.filter { binding in
      switch binding.action {
      case .add: part.new(employer) != nil || hasInterview
      case .open, .mark, .edit, .delete: hasRows
      case .log: hasInterview
      case .search, .filter: hasRows || isOpenOnly || !search.query.isEmpty
      }
    }
  }

  func rows(_ open: OpenNotebook, at now: Moment, startHour: Int) -> [ThingRow] {
    part.rows(open, employer, at: now, startHour: startHour).filter { row in
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
        part.emptyText(hasAny: isOpenOnly || !search.query.isEmpty)
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

extension EmployerPart {
  /// What the space bar does here, for the footer; nil if nothing.
  var markTitle: String? {
    switch self {
    case .doubts: "said well"
    case .facts: "checked"
    case .questions: "asked"
    case .decision: "yes/no"
    case .after: "done"
    case .rounds, .log, .people, .advert: nil
    }
  }

  /// What an empty list says.
  fileprivate func emptyText(hasAny: Bool) -> String {
    if hasAny { return "None of these." }
    switch self {
    case .rounds: return "No interview yet: a adds one."
    case .log: return "Nothing logged yet: l logs the latest round."
    case .after: return "Nothing promised, nobody to thank: a adds both to the round's log."
    case .people: return "Nobody yet: a adds someone, even without a name."
    case .doubts: return "No doubt known: a adds one."
    case .facts: return "Nothing known yet: a adds a fact."
    case .questions: return "No question yet: a adds one; the cards have more."
    case .advert: return "No advert yet: “starling advert paste” takes one in."
    case .decision: return "No criterion yet: a adds one."
    }
  }

  /// What the space bar makes of a thing; nil if nothing.
  func marked(_ item: Item, _ notebook: Notebook, _ employer: String, today: Int) -> (Item, String)?
  {
    switch item {
    case .doubt(var doubt):
      doubt.timesSaidWell += 1
      let rest = Doubt.timesUntilReady - doubt.timesSaidWell
      return (.doubt(doubt), rest > 0 ? "Said well; once more." : "Said well twice: it is ready.")
    case .fact(var fact):
      fact.day = today
      return (.fact(fact), "Checked today: it holds for \(fact.shelfLife.of("day")).")
    case .question(var question):
      let next: [Question.State: Question.State] = [
        .unused: .asked, .asked: .answered, .answered: .unused,
      ]
      question.state = next[question.state] ?? .unused
      return (.question(question), "Now \(question.state.rawValue).")
    case .criterion(let criterion):
      let verdicts = notebook.verdicts(on: employer)
      guard var verdict = verdicts.first(where: { $0.criterion.id == criterion.id })?.verdict
      else { return nil }
      let next: [Verdict.State: Verdict.State] = [.open: .yes, .yes: .no, .no: .open]
      verdict.state = next[verdict.state] ?? .open
      return (.verdict(verdict), "Now \(verdict.state.rawValue).")
    case .promise(var promise):
      promise.isKept.toggle()
      return (.promise(promise), promise.isKept ? "Kept." : "Still to do.")
    case .thankYou(var thanks):
      thanks.isSent.toggle()
      return (.thankYou(thanks), thanks.isSent ? "Sent." : "Still to do.")
    case .employer, .interview, .person, .story, .telling, .entry, .requirement, .verdict:
      return nil
    }
  }
}
