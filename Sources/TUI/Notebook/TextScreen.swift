import Campaign
import Screen

/// A text to be read: a thing of the notebook, or the page for the day.
struct TextScreen: ScreenModel {
  let title: String
  private(set) var content: Content
  /// The panel that it tells of; nil for any other text.
  private(set) var panel: Kept<Rehearsal>?
  private(set) var scroll = 0

  enum Content: Sendable {
    case text(String)
    case sheet(Sheet)
  }

  enum Action: Sendable {
    case copy, marks
    case scroll(ListMove)
  }

  private static let keys =
    ListMove.scrollKeys(inFooter: 2).mapped(Action.scroll)
    + [Stage.copying(Action.copy, "all of the text")]

  private static let panelKeys = [PanelScreen.marksKey(Action.marks)]

  static let help = [
    HelpSection("A text to read", keys.hints()),
    HelpSection("The text of a panel", panelKeys.hints()),
  ]

  func keys(on stage: Stage) -> [Binding<Action>] {
    panel == nil ? Self.keys : Self.panelKeys + Self.keys
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .copy: return stage.copy(text)
    case .marks:
      if let panel { stage.openMarks(of: panel) }
    case .scroll(let move):
      scroll = page(stage.frame).top(scroll, after: move, height: stage.frame.height())
    }
    return []
  }

  /// What is told of a panel follows its marks.
  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .notebook(.changed(let open, _)):
      guard let panel, let now = open.notebook.rehearsals.first(where: { $0.id == panel.id }),
        now.thing != panel.thing
      else { return nil }
      self.panel = now
      return [.notebook(.read(Item(now)))]
    case .notebook(.text(_, let text, let item)):
      let told: Kept<Rehearsal>? = item?.kept()
      guard let panel, told?.id == panel.id else { return nil }
      content = .text(text)
    default: return nil
    }
    return []
  }

  func isGone(from notebook: Notebook) -> Bool {
    panel.map { panel in !notebook.rehearsals.contains { $0.id == panel.id } } ?? false
  }

  init(title: String, content: Content, panel: Kept<Rehearsal>? = nil) {
    (self.title, self.content, self.panel) = (title, content, panel)
  }

  private var text: String {
    switch content {
    case .text(let text): text
    case .sheet(let sheet): sheet.asText
    }
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    switch outcome {
    case .notebook(.text(let title, let text, let item)):
      Self(title: title, content: .text(text), panel: item?.kept())
    case .notebook(.sheet(let title, let sheet)): Self(title: title, content: .sheet(sheet))
    default: nil
    }
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    stage.frame.drawHeader(title, "", on: &canvas)
    stage.frame.draw(page(stage.frame), from: scroll, on: &canvas)
  }

  private func page(_ frame: Frame) -> Page {
    var page = Page(width: frame.textWidth)
    switch content {
    case .text(let text):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let indent = line.prefix { $0 == " " }.count
        page.add(String(line.dropFirst(indent)), indent: min(indent, 8))
      }
    case .sheet(let sheet): page.add(sheet, isNarrow: frame.isNarrow)
    }
    return page
  }
}

extension Page {
  /// Columns of the names of sections, with the gap behind.
  private static let label = 14

  /// Adds a sheet, whole: its sections have their names beside them, or above them where columns are
  /// scarce.
  fileprivate mutating func add(_ sheet: Sheet, isNarrow: Bool) {
    add(sheet.subtitle, style: .bold)
    if !sheet.printed.isEmpty { add("made \(sheet.printed)", style: .dim) }
    for section in sheet.sections {
      addGap()
      if isNarrow { add(section.title, style: .bold) }
      for (index, entry) in section.entries.enumerated() {
        let name = index == 0 ? section.title : ""
        add(entry.text, marker: isNarrow ? "· " : name.padded(to: Self.label))
      }
    }
  }
}
