import Practice
import Scheduler
import Screen

/// How practice has gone and where it leads: one plot at a time, each with its figures in words.
struct ProgressScreen: Equatable {
  var figures: ProgressFigures
  private(set) var section = ProgressSection.days
  private var scroll = 0

  init(_ figures: ProgressFigures) { self.figures = figures }

  enum Action: Sendable {
    case next, previous
    case section(ProgressSection)
    case up, down, pageUp, pageDown
  }

  static let keys: [Binding<Action>] =
    [
      Binding(.right, .tab, .character("l"), action: .next, footer: "next", help: "The next plot"),
      Binding(
        .left, .backTab, .character("h"), action: .previous, footer: "before",
        help: "The plot before"),
      Binding(.down, .character("j"), action: .down, footer: "down", help: "Scroll down"),
      Binding(.up, .character("k"), action: .up, help: "Scroll up"),
      Binding(.pageDown, .character(" "), action: .pageDown, help: "Scroll down a page"),
      Binding(.pageUp, action: .pageUp, help: "Scroll up a page"),
    ]
    + zip("1234567", ProgressSection.allCases).map { digit, section in
      Binding(.character(digit), action: .section(section), help: section.title)
    }

  mutating func perform(_ action: Action, in frame: Frame) {
    let all = ProgressSection.allCases
    let index = all.firstIndex(of: section) ?? 0
    switch action {
    case .next: show(all[(index + 1) % all.count])
    case .previous: show(all[(index + all.count - 1) % all.count])
    case .section(let section): show(section)
    case .up: move(by: -1, in: frame)
    case .down: move(by: 1, in: frame)
    case .pageUp: move(by: -frame.height(), in: frame)
    case .pageDown: move(by: frame.height(), in: frame)
    }
  }

  private mutating func show(_ section: ProgressSection) {
    self.section = section
    scroll = 0
  }

  private mutating func move(by lines: Int, in frame: Frame) {
    scroll = page(in: frame).top(scroll, movedBy: lines, height: frame.height())
  }

  func draw(in frame: Frame, on canvas: inout Canvas) {
    let number = (ProgressSection.allCases.firstIndex(of: section) ?? 0) + 1
    let title = frame.isNarrow ? section.title : "Progress · \(section.title)"
    frame.drawHeader(title, "\(number) of \(ProgressSection.allCases.count)", on: &canvas)
    let page = page(in: frame)
    let x = (frame.size.width - page.width) / 2
    page.draw(on: &canvas, x: x, y: frame.top, height: frame.height(), from: scroll)
    canvas.focus = (x, frame.top)
  }

  private func page(in frame: Frame) -> Page {
    var page = ProgressPage(figures, section, in: frame)
    page.addAll()
    return page.page
  }
}
