import Practice
import Scheduler
import Screen

/// How practice has gone and where it leads: one plot at a time, each with its figures in words.
struct ProgressScreen: ScreenModel {
  let figures: ProgressFigures
  private(set) var section = ProgressSection.days
  private(set) var scroll = 0

  enum Action: Sendable {
    /// So many plots on.
    case turn(Int)
    case section(ProgressSection)
    case scroll(ListMove)
    /// Drill what the plot is about.
    case practise
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.right, .tab, "l", action: .turn(1), footer: "next", help: "The next plot"),
      Binding(.left, .backTab, "h", action: .turn(-1), footer: "before", help: "The plot before"),
    ] + ListMove.scrollKeys(inFooter: 1).mapped(Action.scroll)
    + [
      Binding(
        "p", action: .practise, help: "Ten questions: what is each after? (on its plot)")
    ]
    + zip("123456789", ProgressSection.allCases).map { digit, section in
      Binding(.character(digit), action: .section(section), help: section.title)
    }

  static let help = [HelpSection("Progress", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.compactMap { key in
      guard case .practise = key.action else { return key }
      guard section == .reading else { return nil }
      var key = key
      key.footer = "practise this"
      return key
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    let all = ProgressSection.allCases
    switch action {
    case .turn(let steps): show(all[(index + steps + all.count) % all.count])
    case .section(let section): show(section)
    case .practise:
      var request = stage.settings.daily
      request.isDaily = false
      request.drill = .reading
      return [.startSession(request)]
    case .scroll(let move):
      scroll = page(on: stage).top(scroll, after: move, height: stage.frame.height())
    }
    return []
  }

  private mutating func show(_ section: ProgressSection) {
    self.section = section
    scroll = 0
  }

  private var index: Int { ProgressSection.allCases.firstIndex(of: section) ?? 0 }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .progress(let figures) = outcome { Self(figures: figures) } else { nil }
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let title = frame.isNarrow ? section.title : "Progress · \(section.title)"
    frame.drawHeader(title, "\(index + 1) of \(ProgressSection.allCases.count)", on: &canvas)
    let page = page(on: stage)
    let x = (frame.size.width - page.width) / 2
    page.draw(on: &canvas, x: x, y: frame.top, height: frame.height(), from: scroll)
    canvas.focus = (x, frame.top)
  }

  private func page(on stage: Stage) -> Page {
    var page = ProgressPage(figures, section, in: stage.frame, families: stage.families)
    page.addAll()
    return page.page
  }
}
