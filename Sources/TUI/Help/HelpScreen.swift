import Screen

/// What the keys of a screen do, or of a part of it.
struct HelpSection: Sendable {
  let title: String
  let hints: [KeyHint]

  init(_ title: String, _ hints: [KeyHint]) {
    self.title = title
    self.hints = hints
  }
}

/// All keys, from the same tables that carry them out, and behind them what is good to know.
struct HelpScreen: ScreenModel {
  /// What the help is about.
  enum Subject { case keys, method }

  private var subject = Subject.keys
  /// The text as it was last laid out, which takes longer than showing it.
  private var page: Page
  private var scroll = 0
  private let changes: KeyChanges

  init(in frame: Frame, changes: KeyChanges) {
    page = Self.keysPage(width: frame.textWidth, changes)
    self.changes = changes
  }

  private static let keys = ListMove.scrollKeys(inFooter: 2)

  static let help = [
    HelpSection("This help", keys.hints()),
    HelpSection("Everywhere", [Binding<EverywhereAction>].everywhere.hints() + [terminalHint]),
  ]

  /// The sections of the help: where, and what works there.
  static var sections: [HelpSection] { Screens.all.flatMap { $0.help } }

  /// Handled by the terminal itself, so it is in no table.
  private static let terminalHint = KeyHint(
    keys: ["Ctrl-Z"], footer: nil, help: "Back to the shell; “fg” returns")

  func keys(on stage: Stage) -> [Binding<ListMove>] { Self.keys }

  mutating func reduce(_ move: ListMove, on stage: inout Stage) -> [Effect] {
    scroll = page.top(scroll, after: move, height: stage.frame.height())
    return []
  }

  /// The key that opens the help turns it over.
  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard [Binding<EverywhereAction>].everywhere.action(for: key) == .help else { return nil }
    turn(in: stage.frame)
    return []
  }

  /// Lays the page out anew when the width has changed.
  mutating func settle(on stage: Stage) {
    let width = stage.frame.textWidth
    if page.width != width { page = newPage(width: width) }
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    switch subject {
    case .keys: stage.frame.drawHeader("Keys", "? the method", on: &canvas)
    case .method: stage.frame.drawHeader("The method", "? the keys", on: &canvas)
    }
    stage.frame.draw(page, from: scroll, on: &canvas)
  }

  /// Goes from the keys to the method, and back.
  private mutating func turn(in frame: Frame) {
    subject = subject == .keys ? .method : .keys
    page = newPage(width: frame.textWidth)
    scroll = 0
  }

  private func newPage(width: Int) -> Page {
    switch subject {
    case .keys: Self.keysPage(width: width, changes)
    case .method: Self.methodPage(width: width)
    }
  }

  private static func methodPage(width: Int) -> Page {
    var page = Page(width: width)
    for topic in HelpTopic.all {
      page.addGap()
      page.add(topic.title, style: .bold)
      for (index, paragraph) in topic.paragraphs.enumerated() {
        if index > 0 { page.addGap() }
        page.add(paragraph)
      }
    }
    return page
  }

  private static func keysPage(width: Int, _ changes: KeyChanges) -> Page {
    var page = Page(width: width)
    for section in sections {
      page.addGap()
      page.add(section.title, style: .bold)
      for hint in section.hints.map({ $0.changed(by: changes) }) {
        page.add(hint.help, marker: hint.keys.joined(separator: " ").padded(to: 13), indent: 1)
      }
    }
    return page
  }
}
