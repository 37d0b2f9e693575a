import Screen

/// All keys, from the same tables that carry them out, and behind them what is good to know.
struct HelpScreen: Equatable {
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

  enum Action: Sendable { case up, down, pageUp, pageDown }

  static let keys: [Binding<Action>] = [
    Binding(.down, .character("j"), action: .down, footer: "down", help: "Scroll down"),
    Binding(.up, .character("k"), action: .up, footer: "up", help: "Scroll up"),
    Binding(.pageDown, .character(" "), action: .pageDown, help: "Scroll down a page"),
    Binding(.pageUp, action: .pageUp, help: "Scroll up a page"),
  ]

  /// The sections of the help: where, and what works there.
  static var sections: [(title: String, hints: [KeyHint])] {
    [
      ("Home", HomeScreen.keys.hints()),
      ("Question", (PracticeScreen.questionKeys + PracticeScreen.cardKeys).hints()),
      ("Speaking", PracticeScreen.speakingKeys.hints()),
      ("A headline, or the story that fits", PracticeScreen.drillKeys.hints()),
      (
        "Writing",
        PracticeScreen.typingKeys.hints()
          + EditAction.allCases.map {
            KeyHint(keys: $0.keys.map(\.name), footer: nil, help: $0.help)
          }
      ),
      (
        "After the reveal",
        [PracticeScreen.tickHint] + (PracticeScreen.revealKeys + PracticeScreen.cardKeys).hints()
      ),
      ("A follow-up", PracticeScreen.probingKeys.hints()),
      ("End of a session", SummaryScreen.keys.hints()),
      ("Weak cards", WeakScreen.keys.hints()),
      ("Decks", DecksScreen.keys.hints()),
      ("Cards of a deck", CardsScreen.listKeys.hints()),
      ("Searching", CardsScreen.searchKeys.hints()),
      ("A card", CardScreen.keys.hints()),
    ] + NotebookPlace.help + [
      ("Progress", ProgressScreen.keys.hints()),
      ("Settings", SettingsScreen.keys.hints()),
      ("Typing a value", SettingsScreen.typingKeys.hints()),
      ("This help", keys.hints()),
      ("Everywhere", [Binding<EverywhereAction>].everywhere.hints() + [terminalHint]),
    ]
  }

  /// Handled by the terminal itself, so it is in no table.
  private static let terminalHint = KeyHint(
    keys: ["Ctrl-Z"], footer: nil, help: "Back to the shell; “fg” returns")
}

extension HelpScreen {
  func draw(in frame: Frame, on canvas: inout Canvas) {
    switch subject {
    case .keys: frame.drawHeader("Keys", "? the method", on: &canvas)
    case .method: frame.drawHeader("The method", "? the keys", on: &canvas)
    }
    page(for: frame)
      .draw(on: &canvas, x: frame.left, y: frame.top, height: frame.height(), from: scroll)
    canvas.focus = (frame.left, frame.top)
  }

  mutating func scroll(by lines: Int, in frame: Frame) {
    page = page(for: frame)
    scroll = page.top(scroll, movedBy: lines, height: frame.height())
  }

  /// Goes from the keys to the method, and back.
  mutating func turn(in frame: Frame) {
    subject = subject == .keys ? .method : .keys
    page = newPage(width: frame.textWidth)
    scroll = 0
  }

  /// The page for a window, laid out anew only when its width has changed.
  private func page(for frame: Frame) -> Page {
    page.width == frame.textWidth ? page : newPage(width: frame.textWidth)
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
