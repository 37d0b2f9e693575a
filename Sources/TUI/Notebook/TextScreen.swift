import Campaign
import Screen

/// A text to be read: a thing of the notebook, or the page for the day.
struct TextScreen: ScreenModel {
  let title: String
  let content: Content
  private(set) var scroll = 0

  enum Content: Sendable {
    case text(String)
    case sheet(Sheet)
  }

  enum Action: Sendable {
    case copy
    case scroll(ListMove)
  }

  private static let keys =
    ListMove.scrollKeys(inFooter: 2).mapped(Action.scroll)
    + [Stage.copying(Action.copy, "all of the text")]

  static let help = [HelpSection("A text to read", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .copy: return stage.copy(text)
    case .scroll(let move):
      scroll = page(stage.frame).top(scroll, after: move, height: stage.frame.height())
    }
    return []
  }

  private var text: String {
    switch content {
    case .text(let text): text
    case .sheet(let sheet): sheet.asText
    }
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    switch outcome {
    case .notebook(.text(let title, let text)): Self(title: title, content: .text(text))
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
