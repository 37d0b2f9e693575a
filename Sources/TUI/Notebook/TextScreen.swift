import Screen

/// A text to be read: a thing of the notebook, or the page for the day.
struct TextScreen: Equatable {
  var title: String
  var text: String
  /// Whether its lines are to be shown as they are.
  var isLaidOut: Bool
  private var scroll = 0

  init(title: String, text: String, isLaidOut: Bool) {
    self.title = title
    self.text = text
    self.isLaidOut = isLaidOut
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
    let page = page(frame)
    let x = isLaidOut ? max(0, (frame.size.width - page.width) / 2) : frame.left
    page.draw(on: &canvas, x: x, y: frame.top, height: frame.height(), from: scroll)
    canvas.focus = (x, frame.top)
  }

  private func page(_ frame: Frame) -> Page {
    // A page laid out for 80 columns is one of plain words where there are fewer.
    let asIs = isLaidOut && frame.size.width >= 80
    var page = Page(width: asIs ? 79 : frame.textWidth)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if asIs {
        page.add(verbatim: String(line))
      } else {
        let indent = line.prefix { $0 == " " }.count
        let words = line.dropFirst(indent).split(separator: "  ").map { String($0).trimmed }
        page.add(
          words.joined(separator: "  "), marker: "", indent: isLaidOut ? 0 : min(indent, 8))
      }
    }
    return page
  }
}
