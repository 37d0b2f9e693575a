import Decks
import Scheduler
import Screen

/// A search through everything: cards, stories, answers, and all else that the person wrote.
///
/// Of each sort the best is shown, and of the one that the person moves in the others, too.
struct SearchScreen: ScreenModel {
  private(set) var query = ""
  private var results: SearchResults?
  /// The sort that the person is in, among those found.
  private var part = 0
  /// Whether all is shown that is known of that one.
  private var isOpen = false
  private var list = RowList()
  /// The rows: which part, and which of its hits.
  private var rows: [(part: Int, hit: Int)] = []
  /// Whether the attention is on the row and not in the line that is typed: after a move.
  private var isOnRow = false
  private var size = Size(width: 0, height: 0)
  private var reading = Reading.notYet

  /// How far the texts are that are searched: they are made ready behind the first picture.
  private enum Reading { case notYet, due, done }

  enum Action: Sendable {
    case open, nextKind, kindBefore
    case move(ListMove)
    case type(LineAction)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.enter, action: .open, footer: "open", help: "Open what was found")
    ] + ListMove.keysWhileTyping.mapped(Action.move) + [
      Binding(.tab, action: .nextKind, footer: "next kind", help: "The next kind"),
      Binding(.backTab, action: .kindBefore, help: "The kind before"),
    ]
    + LineAction.keys(done: ("", ""), cancel: ("back", "Back to where you were"))
    .filter { $0.action != .done }.mapped(Action.type)

  static let help = [HelpSection("Search everything", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  var takesText: Bool { true }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .open: return open(on: &stage)
    case .move(let move): self.move(move)
    case .nextKind: turn(by: 1)
    case .kindBefore: turn(by: -1)
    case .type(.cancel): stage.go(.back)
    case .type(let action): return look { $0.edit(action) }
    }
    return []
  }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard case .character(let character) = key else { return nil }
    return look { $0.append(character) }
  }

  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    look { $0 += text.split(whereSeparator: \.isNewline).joined(separator: " ") }
  }

  private mutating func look(_ change: (inout String) -> Void) -> [Effect] {
    let before = query
    change(&query)
    guard query != before else { return [] }
    isOnRow = false
    guard query.contains(where: { !$0.isWhitespace }) else {
      results = nil
      layOut()
      return []
    }
    return (reading == .done ? [] : [.openSearch]) + [.searchEverything(query)]
  }

  private var selected: (part: Int, hit: Int)? {
    list.selected.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  private func open(on stage: inout Stage) -> [Effect] {
    guard let results, let row = selected else { return [] }
    switch results.parts[row.part].hits[row.hit].target {
    case .card(let id):
      stage.visit = Visit()
      return [.loadCard(id)]
    case .draft(let id): return [.startSession(stage.request(for: id))]
    case .item(let item): return [.notebook(.read(item))]
    case .text(let title, let text):
      stage.go(.open(TextScreen(title: title, content: .text(text))))
      return []
    }
  }

  // MARK: - What is found

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .searchOpened: reading = .done
    case .foundEverything(let found):
      // Of an earlier key, when another has been pressed meanwhile.
      guard found.query == query else { return [] }
      results = found
      part = 0
      layOut()
    default: return nil
    }
    return []
  }

  mutating func settle(on stage: Stage) {
    // The first time it is not drawn yet.
    switch reading {
    case .notYet where size.width > 0: reading = .due
    default: break
    }
    size = stage.size
    list.settle(height: height(in: stage.frame))
  }

  func missing(on stage: Stage) -> [Effect] { reading == .due ? [.openSearch] : [] }

  func nextChange(after time: Timestamp) -> Int? { reading == .done ? nil : 0 }

  /// What was opened from here may have changed what is found.
  var renewal: [Effect] {
    results == nil ? [.openSearch] : [.openSearch, .searchEverything(query)]
  }

  private mutating func turn(by steps: Int) {
    guard let count = results?.parts.count, count > 0 else { return }
    part = (part + steps + count) % count
    layOut()
    isOnRow = true
  }

  /// Moves to the next row: down from the first of a sort opens it, and leaving it closes it.
  private mutating func move(_ move: ListMove) {
    isOnRow = true
    if !isOpen, move == .down, let hits = results?.parts[part].hits, hits.count > 1 {
      layOut(isOpen: true)
    }
    list.move(move)
    guard let row = selected, row.part != part else { return }
    part = row.part
    layOut()
  }

  /// Lists the best hit of each sort, and if it is open all of the one that the person is in.
  private mutating func layOut(isOpen: Bool = false) {
    self.isOpen = isOpen || results?.parts.count == 1
    rows = []
    var lines: [RowList.Line] = []
    let search = CardSearch(query)
    for (index, part) in (results?.parts ?? []).enumerated() {
      lines.append(
        RowList.Line(
          text: "\(part.kind.title.padded(to: 14))  \(part.count)", style: .bold))
      let shown = self.isOpen && index == self.part ? part.hits.count : 1
      for (place, hit) in part.hits.prefix(shown).enumerated() {
        rows.append((index, place))
        lines += hit.lines(search)
      }
      if part.count > shown {
        let narrows = shown > 1 ? "; more letters narrow it" : ""
        lines.append(RowList.Line(text: " and \(part.count - shown) more\(narrows)"))
      }
    }
    list.replace(with: lines)
    if let row = rows.firstIndex(where: { $0 == (part, 0) }) { list.select(row) }
  }

  // MARK: - Looks

  private func listTop(in frame: Frame) -> Int { frame.top + (frame.isLow ? 1 : 2) }

  private func height(in frame: Frame) -> Int { max(0, frame.noticeRow - listTop(in: frame)) }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader(
      "Search everything", results.map { "\($0.count) found" } ?? "", on: &canvas)
    let end = frame.drawQuery(query, after: "/", on: &canvas)
    list.draw(in: frame, from: listTop(in: frame), on: &canvas)
    if results == nil {
      var page = Page(width: frame.textWidth)
      page.add(
        "Type words, or parts of them: cards, stories, answers and drafts, facts, doubts, questions, people and the log are searched."
      )
      page.draw(on: &canvas, x: frame.left, y: listTop(in: frame), height: height(in: frame))
    } else if results?.count == 0 {
      canvas.draw("Nothing has that.", x: frame.left, y: listTop(in: frame))
    }
    if !isOnRow || rows.isEmpty { canvas.focus = (end, frame.top) }
    canvas.isCursorShown = !isOnRow
  }
}

extension SearchHit {
  /// The title, and below it where in the text what is looked for stands.
  fileprivate func lines(_ search: CardSearch) -> [RowList.Line] {
    let places = search.places(in: title)
    let title = RowList.Line(
      text: " \(title)", found: places.map { $0.lowerBound + 1..<$0.upperBound + 1 }, isRow: true)
    guard let excerpt = search.excerpt(of: body) else { return [title] }
    let found = search.places(in: excerpt).map { $0.lowerBound + 1..<$0.upperBound + 1 }
    return [title, RowList.Line(text: " \(excerpt)", found: found)]
  }
}
