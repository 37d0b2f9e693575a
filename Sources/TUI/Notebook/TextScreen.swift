import Campaign
import Screen

/// A text to be read: a thing of the notebook, or the page for the day.
struct TextScreen: Equatable {
  var title: String
  var content: Content
  private var scroll = 0

  enum Content: Equatable {
    case text(String)
    case sheet(Sheet)
  }

  init(title: String, content: Content) {
    self.title = title
    self.content = content
  }

  static let keys: [Binding<ListMove>] = [
    Binding(.down, .character("j"), action: .down, footer: "down", help: "Scroll down"),
    Binding(.up, .character("k"), action: .up, footer: "up", help: "Scroll up"),
    Binding(.pageDown, .character(" "), action: .pageDown, help: "Scroll down a page"),
    Binding(.pageUp, action: .pageUp, help: "Scroll up a page"),
  ]

  mutating func scroll(_ move: ListMove, in frame: Frame) {
    let height = frame.height()
    let lines = move == .up ? -1 : move == .down ? 1 : move == .pageUp ? -height : height
    scroll = min(max(0, scroll + lines), page(frame).lastTop(height: height))
  }

  func draw(in frame: Frame, on canvas: inout Canvas) {
    frame.drawHeader(title, "", on: &canvas)
    page(frame).draw(
      on: &canvas, x: frame.left, y: frame.top, height: frame.height(), from: scroll)
    canvas.focus = (frame.left, frame.top)
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
