import Decks
import Screen

/// Help where one is: what works here, what works everywhere, and the words on the screen; and behind
/// that the keys of all screens, the glossary, the method, and a search through it all.
struct HelpScreen: ScreenModel {
  /// What is shown.
  enum Subject: Equatable, Sendable {
    case here, allKeys, words, method
    case search
  }

  private(set) var subject = Subject.here
  /// What is looked for, while ``subject`` is the search.
  private(set) var search = Search()
  /// The rows of the words, or of what was found.
  var list = RowList()
  /// What the rows of the list stand for.
  var rows: [HelpRow] = []
  /// The text as it was last laid out, which takes longer than showing it.
  private var page: Page
  /// The window that it was laid out for.
  private var size = Size(width: 0, height: 0)
  private var scroll = 0

  /// The screen that it is for.
  private let screen: any ScreenModel
  /// What works there now.
  private(set) var here = HelpSection("", [])
  /// What works there as everywhere.
  private(set) var everywhere = HelpSection("", [])
  /// The words of the glossary that stand there.
  private(set) var words: [String] = []
  /// The sections of all screens, those of this one first.
  let sections: [HelpSection]

  /// - Parameters:
  ///   - screen: the screen that it is for.
  ///   - subject: what it opens at.
  ///   - stage: the stage that this stands on.
  init(over screen: any ScreenModel, at subject: Subject = .here, on stage: Stage) {
    self.screen = screen
    self.subject = subject
    let own = Swift.type(of: screen).help
    let title = screen.helpTitle
    let first = own.filter { $0.title == title } + own.filter { $0.title != title }
    let others = HelpSection.all.filter { section in !own.contains { $0.title == section.title } }
    sections = (first + others).map { $0.named(on: stage) }
    page = Page(width: stage.frame.textWidth)
    layOut(on: stage)
  }

  /// Looks what the screen offers and says, which depends on the window.
  private mutating func look(on stage: Stage) {
    here = HelpSection(screen.helpTitle, screen.hints(on: stage))
    everywhere = Self.everywhere(
      beside: here.named(changedBy: stage.keyChanges, hasSigns: true), inText: screen.takesText
    )
    .named(on: stage)
    here = here.named(on: stage)
    var canvas = Canvas(size: stage.size)
    screen.view(on: &canvas, stage)
    let text = Words.list(canvas.text)
    words = GlossaryWord.all.filter { $0.isIn(text) }.map(\.word)
  }

  /// What works everywhere and has no other meaning here; in text no character is a key.
  private static func everywhere(beside here: HelpSection, inText: Bool) -> HelpSection {
    let taken = Set(here.hints.flatMap(\.keys))
    let hints = HelpSection.everywhere.hints.compactMap { hint -> KeyHint? in
      var hint = hint
      if inText { hint.keys.removeAll { $0.count == 1 } }
      return hint.keys.isEmpty || !taken.isDisjoint(with: hint.keys) ? nil : hint
    }
    return HelpSection(HelpSection.everywhere.title, hints)
  }

  // MARK: - Keys

  enum Action: Sendable {
    case allKeys, words, method, search, open
    case move(ListMove)
    case type(LineAction)
  }

  private static let pageKeys: [Binding<Action>] = [
    Binding(
      .tab, action: .allKeys, footer: "all keys",
      help: "The keys of all screens, or only those of this one"),
    Binding("w", action: .words, footer: "words", help: "What the words mean"),
    Binding("/", action: .search, footer: "search", help: "Search keys, words and topics"),
    Binding("m", action: .method, footer: "the method", help: "The method, and why it is so"),
  ]
  private static let open = Binding(
    .enter, action: Action.open, footer: "where it is met",
    help: "Go to where the word is met; read the topic that was found")
  private static let listKeys = ListMove.keys(of: "word").mapped(Action.move)
  private static let searchKeys =
    [
      Binding(.enter, action: Action.open, footer: "open", help: open.help),
      Binding(.down, action: .move(.down), footer: "choose", help: "Next word"),
      Binding(.up, action: .move(.up), help: "Word before"),
    ] + Search.keys.filter { $0.action != .done }.mapped(Action.type)

  static let help = [
    HelpSection(
      "This help",
      (pageKeys + [open] + ListMove.scrollKeys(inFooter: 0).mapped(Action.move)).hints()),
    HelpSection("The words, and what a search of the help finds", (listKeys + searchKeys).hints()),
  ]

  var helpTitle: String { Self.help[0].title }

  func keys(on stage: Stage) -> [Binding<Action>] {
    switch subject {
    case .search: return Self.searchKeys
    case .words:
      return [Self.pageKeys[2], Self.open, Self.pageKeys[0], Self.pageKeys[3]] + Self.listKeys
    case .here, .allKeys, .method:
      var keys = Self.pageKeys
      if subject == .allKeys { keys[0].footer = "this screen" }
      return keys + ListMove.scrollKeys(inFooter: 0).mapped(Action.move)
    }
  }

  var takesText: Bool { subject == .search }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .allKeys: show(subject == .here ? .allKeys : .here, on: stage)
    case .words: show(.words, on: stage)
    case .method: show(.method, on: stage)
    case .search:
      search = Search(isTyping: true)
      show(.search, on: stage)
    case .open: return open(on: &stage)
    case .move(let move):
      if subject == .words || subject == .search {
        list.move(move)
      } else {
        scroll = page.top(scroll, after: move, height: stage.frame.height())
      }
    case .type(.cancel): show(.here, on: stage)
    case .type(let action):
      search.query.edit(action)
      layOut(on: stage)
    }
    return []
  }

  /// The key that opens the help closes it: a way in is a way out.
  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    if takesText, case .character(let character) = key {
      search.query.append(character)
      layOut(on: stage)
      return []
    }
    guard [Binding<EverywhereAction>].everywhere.action(for: key) == .help else { return nil }
    stage.go(.back)
    return []
  }

  private mutating func open(on stage: inout Stage) -> [Effect] {
    guard let index = list.selected, rows.indices.contains(index) else { return [] }
    switch rows[index] {
    case .word(let word):
      guard let place = word.place, place.isOpen(on: stage) else {
        stage.say("“\(word.word)” is met \(word.met).")
        return []
      }
      return stage.go(to: place)
    case .topic(let topic):
      let text = topic.paragraphs.joined(separator: "\n\n")
      stage.go(.open(TextScreen(title: topic.title, content: .text(text))))
    case .key(let section):
      show(.allKeys, on: stage)
      let titles = page.lines.map(\.text)
      scroll = titles.firstIndex(of: sections[section].title) ?? 0
      scroll = min(scroll, page.lastTop(height: stage.frame.height()))
    }
    return []
  }

  // MARK: - Laying out

  private mutating func show(_ subject: Subject, on stage: Stage) {
    self.subject = subject
    scroll = 0
    layOut(on: stage)
  }

  private mutating func layOut(on stage: Stage) {
    size = stage.size
    page = Page(width: stage.frame.textWidth)
    switch subject {
    case .here:
      look(on: stage)
      page.add(self, isLow: stage.frame.isLow, hasGaps: true)
      guard page.lines.count > stage.frame.height() else { return }
      page = Page(width: stage.frame.textWidth)
      page.add(self, isLow: stage.frame.isLow, hasGaps: false)
    case .allKeys: for section in sections { page.add(section) }
    case .method: page.addMethod()
    case .words: (list, rows) = HelpRow.words(width: stage.frame.textWidth)
    case .search: (list, rows) = HelpRow.found(search.query, in: self, stage.frame.textWidth)
    }
  }

  /// Lays the page out anew when the window has changed.
  mutating func settle(on stage: Stage) {
    if size != stage.size { layOut(on: stage) }
    list.settle(height: listHeight(in: stage.frame))
  }

  private func listTop(in frame: Frame) -> Int { frame.top + (subject == .search ? 2 : 0) }

  private func listHeight(in frame: Frame) -> Int { max(0, frame.noticeRow - listTop(in: frame)) }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader(title, number, on: &canvas)
    switch subject {
    case .here, .allKeys, .method:
      frame.draw(page, from: scroll, on: &canvas)
      // The first key, and not the heading above it.
      if subject == .here, scroll == 0 { canvas.focus = (frame.left, frame.top + 1) }
    case .words: list.draw(in: frame, from: listTop(in: frame), on: &canvas)
    case .search:
      let end = frame.drawQuery(search.query, after: "/", on: &canvas)
      list.draw(in: frame, from: listTop(in: frame), on: &canvas)
      canvas.focus = (end, frame.top)
      canvas.isCursorShown = true
    }
  }

  private var title: String {
    switch subject {
    case .here: "Help · \(here.title.prefix(1).lowercased())\(here.title.dropFirst())"
    case .allKeys: "Help · all keys"
    case .words: "Help · words"
    case .method: "Help · the method"
    case .search: "Help · search"
    }
  }

  /// Which of the three pages it is.
  private var number: String {
    switch subject {
    case .here, .allKeys: "1 of 3"
    case .words: "2 of 3"
    case .method: "3 of 3"
    case .search: "\(rows.count) found"
    }
  }
}

extension Page {
  /// Adds what works here, what works everywhere, and the words on the screen.
  ///
  /// - Parameters:
  ///   - help: the help.
  ///   - isLow: whether rows are scarce.
  ///   - hasGaps: whether there is room for empty lines between them.
  fileprivate mutating func add(_ help: HelpScreen, isLow: Bool, hasGaps: Bool) {
    add(HelpSection("Here", help.here.hints).folded(isShort: isLow), hasGap: hasGaps)
    add(help.everywhere.folded(isShort: isLow), hasGap: hasGaps)
    guard !isLow, !help.words.isEmpty else { return }
    if hasGaps { addGap() }
    add("\(help.words.joined(separator: ", ")) (w)", marker: "Words on this screen: ")
  }

  fileprivate mutating func add(_ section: HelpSection, hasGap: Bool = true) {
    if hasGap { addGap() }
    add(section.title, style: .bold)
    for hint in section.hints {
      add(hint.help, marker: hint.keys.joined(separator: " ").padded(to: 13) + " ", indent: 1)
    }
  }

  fileprivate mutating func addMethod() {
    for topic in HelpTopic.all {
      addGap()
      add(topic.title, style: .bold)
      for (index, paragraph) in topic.paragraphs.enumerated() {
        if index > 0 { addGap() }
        add(paragraph)
      }
    }
  }
}
