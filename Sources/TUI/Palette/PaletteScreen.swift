import Campaign
import Decks
import Practice
import Screen

/// What can be done here and every place to go, found by the beginnings of words as one types.
struct PaletteScreen: ScreenModel {
  /// The screens below, that on top last.
  private let path: [any ScreenModel]
  private var entries: [PaletteEntry]
  private(set) var query = ""
  /// What is shown of the entries.
  private var shown: [PaletteEntry] = []
  private var list = RowList()
  /// Whether the attention is on the row and not in the line that is typed: after a move.
  private var isOnRow = false
  /// How many commands were known when the entries were made.
  private var commands: Int?
  private var size: Size

  /// - Parameters:
  ///   - path: the screens that are open.
  ///   - stage: the stage.
  init(over path: [any ScreenModel], on stage: Stage) {
    self.path = path
    size = stage.size
    entries = []
    collect(on: stage)
  }

  enum Action: Sendable {
    case take
    case move(ListMove)
    case type(LineAction)
  }

  private static let keys: [Binding<Action>] =
    [Binding(.enter, action: .take, footer: "do it", help: "Do it, or go there")]
    + ListMove.keysWhileTyping.mapped(Action.move)
    + LineAction.keys(done: ("", ""), cancel: ("back", "Back; nothing is done"))
    .filter { $0.action != .done }.mapped(Action.type)

  static let help = [HelpSection("Do or go to", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  var takesText: Bool { true }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .take: return take(on: &stage)
    case .move(let move):
      list.move(move)
      isOnRow = true
    case .type(.cancel): stage.go(.back)
    case .type(let action):
      query.edit(action)
      find(on: stage)
    }
    return []
  }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard case .character(let character) = key else { return nil }
    query.append(character)
    find(on: stage)
    return []
  }

  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    query += text.split(whereSeparator: \.isNewline).joined(separator: " ")
    find(on: stage)
    return []
  }

  private mutating func take(on stage: inout Stage) -> [Effect] {
    guard let index = list.selected, shown.indices.contains(index) else { return [] }
    let entry = shown[index]
    stage.noteUse(of: entry.title)
    stage.go(.leave)
    switch entry.deed {
    case .key(let key): stage.go(.press(key))
    case .place(let place, let key): return stage.go(to: place, pressing: key)
    case .part(let part, let key): return stage.go(to: part, of: employer, pressing: key)
    case .session: return [.resumeSession]
    case .sync:
      // What is not known is looked up; a place that is there is not asked for.
      guard let home = stage.home, home.companion.sync == nil else { return stage.loadSync }
      stage.go(.open(SyncPlaceScreen()))
      return [.loadDraft(of: Notebook.placeDraft)]
    case .search: stage.go(.open(SearchScreen()))
    case .home: stage.go(.home)
    case .quit: stage.go(.quit)
    case .help(let subject):
      guard let screen = path.last else { return [] }
      stage.go(.open(HelpScreen(over: screen, at: subject, on: stage)))
    case .show(let name):
      stage.visit = Visit()
      return [.show(name)]
    case .run(let name): return [.run(name)]
    case .explain(let name):
      stage.visit = Visit()
      return [.explain(name)]
    }
    return []
  }

  /// The employer whom the screens below are about; nil where they are about none.
  private var employer: String? {
    path.reversed().lazy.compactMap {
      ($0 as? ThingsScreen)?.employer ?? ($0 as? EmployerScreen)?.employer
    }.first
  }

  // MARK: - What is found

  func missing(on stage: Stage) -> [Effect] { stage.commands == nil ? [.loadCommands] : [] }

  mutating func settle(on stage: Stage) {
    if commands != stage.commands?.count || size != stage.size { collect(on: stage) }
    list.settle(height: height(in: stage.frame))
  }

  private mutating func collect(on stage: Stage) {
    size = stage.size
    commands = stage.commands?.count
    entries = path.last.map { PaletteEntry.all(over: $0, path: path, on: stage) } ?? []
    find(on: stage)
  }

  private static let lastRank = 11

  /// Where nothing has all the words: what has most of them.
  private var nearest: [PaletteEntry] {
    // Short words are in everything.
    let words = query.split(separator: " ").filter { $0.count > 2 }
      .map { WordBeginnings(String($0)) }
    let counts = entries.map { entry in words.count { !$0.isEmpty && $0.find(entry.words) } }
    guard let most = counts.max(), most > 0 else { return [] }
    return zip(entries, counts).filter { $0.1 == most }.map(\.0)
  }

  private mutating func find(on stage: Stage) {
    // A command is named with the program before it beside its row, too.
    let program = "starling "
    let search = WordBeginnings(
      query.lowercased().hasPrefix(program) ? String(query.dropFirst(program.count)) : query)
    isOnRow = false
    if search.isEmpty {
      let recent = stage.recent.compactMap { title in entries.first { $0.title == title } }
      let titles = Set(recent.map(\.title))
      shown = recent + entries.filter { !titles.contains($0.title) }
    } else {
      let found = entries.filter { search.find($0.words) }
        .map { (entry: $0, rank: $0.rank(for: search)) }
      shown = (0...Self.lastRank).flatMap { rank in
        found.filter { $0.rank == rank }.map(\.entry)
      }
      if shown.isEmpty { shown = nearest }
    }
    list.replace(
      with: shown.map {
        RowList.Line(
          text: $0.title, note: $0.note, found: search.places(in: $0.title), isRow: true)
      })
  }

  // MARK: - Looks

  private func listTop(in frame: Frame) -> Int { frame.top + (frame.isLow ? 1 : 2) }

  private func height(in frame: Frame) -> Int {
    max(0, frame.noticeRow - listTop(in: frame) - (frame.isLow ? 0 : 2))
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader("Do or go to", DateText.day(stage.today), on: &canvas)
    let end = frame.drawQuery(query, after: ":", on: &canvas)
    list.draw(in: frame, from: listTop(in: frame), on: &canvas)
    if shown.isEmpty {
      canvas.draw("Nothing here is called that.", x: frame.left, y: listTop(in: frame))
    }
    if !frame.isLow {
      canvas.draw("\(shown.count) of \(entries.count)", x: frame.left, y: frame.noticeRow - 1)
    }
    if !isOnRow { canvas.focus = (end, frame.top) }
    canvas.isCursorShown = !isOnRow
  }
}

extension Frame {
  /// Draws the line that is typed in a search, behind its sign.
  ///
  /// - Returns: the column behind it.
  func drawQuery(_ query: String, after sign: String, on canvas: inout Canvas) -> Int {
    canvas.draw(sign, x: left, y: top, style: .bold)
    // Of a long one the end is seen, at which one types.
    let room = max(1, textWidth - 3)
    var shown = query
    while shown.displayWidth > room { shown.removeFirst() }
    return canvas.draw(shown, x: left + 2, y: top)
  }
}
