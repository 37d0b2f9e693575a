import Practice
import Scheduler
import Screen

/// How practice has gone and where it leads: all of it at once, then one plot at a time, each with its
/// figures in words or as a table.
struct ProgressScreen: ScreenModel {
  let figures: ProgressFigures
  /// The plot that is large; nil where all are there at once.
  private(set) var section: ProgressSection?
  private(set) var isTable = false
  private(set) var scroll = 0

  enum Action: Sendable {
    /// So many plots on.
    case turn(Int)
    case section(ProgressSection)
    case scroll(ListMove)
    /// The figures of a plot as a table, or the plot again.
    case table
    /// All plots at once.
    case overview
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
        "T", action: .table, footer: "as a table",
        help: "Every figure of the plot as a table, or the plot again"),
      Binding(.escape, "q", action: .overview, footer: "overview", help: "All plots at once"),
      Binding(
        "p", action: .practise, help: "Ten questions: what is each after? (on its plot)"),
    ]
    + zip("123456789", ProgressSection.allCases).map { digit, section in
      Binding(.character(digit), action: .section(section), help: section.title)
    }

  static let help = [HelpSection("Progress", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.map { key in
      var key = key
      switch key.action {
      case .practise where section != .reading:
        key.obstacle = "Only the plot of what questions are after has a drill."
      case .practise: key.footer = "practise this"
      case .table where section == nil: key.obstacle = "A table is of one plot; 1 to 9 show one."
      case .overview where section == nil: key.obstacle = "All plots are shown."
      case .table where isTable: key.footer = "as a plot"
      case .turn(1) where section == nil: key.footer = "the first"
      case .turn where section == nil, .scroll where section == nil: key.footer = nil
      case .section(.days) where section == nil: key.footer = "to 9: one of them, large"
      default: break
      }
      return key
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    let all = ProgressSection.allCases
    switch action {
    case .turn(let steps):
      // From all at once to the first, or to the last.
      let index = section.flatMap(all.firstIndex) ?? (steps > 0 ? -1 : all.count)
      show(all[(index + steps + all.count) % all.count])
    case .section(let section): show(section)
    case .table: (isTable, scroll) = (!isTable, 0)
    case .overview: show(nil)
    case .practise:
      var request = stage.settings.daily
      request.isDaily = false
      request.drill = .reading
      return [.startSession(request)]
    case .scroll(let move):
      let page = section.map { self.page($0, on: stage) } ?? overview(on: stage).pages[0]
      scroll = page.top(scroll, after: move, height: stage.frame.height())
    }
    return []
  }

  private mutating func show(_ section: ProgressSection?) {
    self.section = section
    scroll = 0
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .progress(let figures) = outcome { Self(figures: figures) } else { nil }
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    guard let section else { return drawOverview(on: &canvas, stage) }
    let title = frame.isNarrow ? section.title : "Progress · \(section.title)"
    frame.drawHeader(
      title, "\(section.number) of \(ProgressSection.allCases.count)", on: &canvas)
    let page = page(section, on: stage)
    let x = (frame.size.width - page.width) / 2
    page.draw(on: &canvas, x: x, y: frame.top, height: frame.height(), from: scroll)
    canvas.focus = (x, frame.top)
  }

  private func drawOverview(on canvas: inout Canvas, _ stage: Stage) {
    let (frame, overview) = (stage.frame, overview(on: stage))
    let count = figures.days.practised.count
    frame.drawHeader("Progress", count > 0 ? "\(count.of("day")) practised" : "", on: &canvas)
    for (index, page) in overview.pages.enumerated() {
      page.draw(
        on: &canvas, x: 2 + index * (page.width + 4), y: overview.top,
        height: max(0, frame.noticeRow - overview.top), from: scroll)
    }
    canvas.focus = (2, overview.top)
  }

  private func overview(on stage: Stage) -> ProgressOverview {
    ProgressOverview(figures: figures, frame: stage.frame, families: stage.families)
  }

  private func page(_ section: ProgressSection, on stage: Stage) -> Page {
    var page = ProgressPage(figures, section, in: stage.frame, families: stage.families)
    if isTable { page.addTable() } else { page.addAll() }
    return page.page
  }
}
