import Decks
import Practice
import Scheduler
import Screen

/// What a day of the plan has, thing by thing; today is what `Enter` at home gives.
struct PlanDayScreen: ScreenModel {
  private var figures: PlanFigures
  private let day: Day
  private var position = ListPosition()

  init(_ figures: PlanFigures, day: Day) {
    self.figures = figures
    self.day = day
  }

  private var items: [Today.Item] { figures.days.first { $0.day == day }?.items ?? [] }
  private var isToday: Bool { day == figures.today.day }

  enum Action: Sendable {
    case practise, open
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding("p", action: .practise, footer: "practise this now", help: "Today's session"),
      Binding(.enter, action: .open, footer: "the question", help: "See the question"),
    ] + ListMove.keys.mapped(Action.move)

  static let help = [HelpSection("A day of the plan", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.filter { binding in
      switch binding.action {
      case .practise: isToday && !items.isEmpty
      case .open: !items.isEmpty
      case .move: true
      }
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .practise: return [.resumeSession]
    case .open: return items.selected(position).map { [.loadCard($0.card)] } ?? []
    case .move(let move):
      position.move(move, where: items.indices.contains)
      return []
    }
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    guard case .plan(let figures) = outcome else { return nil }
    self.figures = figures
    return []
  }

  var renewal: [Effect] { [.loadPlan(minutes: nil)] }

  mutating func settle(on stage: Stage) {
    position.settle(
      count: lines(on: stage).count, height: stage.frame.listHeight,
      where: items.indices.contains)
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let minutes = items.reduce(0) { $0 + $1.minutes }
    frame.drawHeader(
      "Plan · \(DateText.day(day))\(isToday ? ", today" : "")",
      items.isEmpty ? "" : DateText.minutes(minutes), on: &canvas)
    canvas.draw(
      row("min", "what", "question", on: stage), x: 2, y: frame.listTop - 1)
    let lines = lines(on: stage)
    frame.drawList(
      position, from: frame.listTop, isActive: !items.isEmpty, on: &canvas,
      isRow: items.indices.contains
    ) { index, y, style, canvas in
      guard lines.indices.contains(index) else { return }
      if style == .reverse { canvas.draw("▸", x: 0, y: y, style: style) }
      canvas.draw(lines[index], x: 2, y: y, style: style)
    }
    if items.isEmpty { canvas.focus = (2, frame.listTop) }
  }

  /// The things, and below them what they come to.
  private func lines(on stage: Stage) -> [String] {
    let width = max(1, min(stage.frame.size.width - 4, stage.frame.textWidth))
    guard !items.isEmpty else {
      return (isToday ? figures.today.sessionWords + "." : "Nothing is planned for this day.")
        .wrapped(to: width).map(String.init)
    }
    let rows = items.map { item in
      row(
        "\(max(1, Int(saturating: item.minutes.rounded())))", item.words,
        figures.ask(item.card), on: stage)
    }
    let answers = items.count(where: \.isAnswer)
    let kinds = [
      answers == 0 ? nil : answers.of("answer"),
      answers == items.count ? nil : "\(items.count - answers) shorter",
    ]
    let sum = "\(items.count.of("thing")): \(kinds.compactMap(\.self).joined(separator: " and "))"
    let note =
      isToday
      ? "This is what Enter at home gives. Later days are made anew from how today goes; a missed day costs nothing but itself."
      : "So it looks today; it is made anew from how the days before it go."
    return rows + [""] + sum.wrapped(to: width).map(String.init) + [""]
      + note.wrapped(to: width).map(String.init)
  }

  private func row(_ minutes: String, _ what: String, _ ask: String, on stage: Stage) -> String {
    let width = stage.frame.size.width - 4
    let what = what.padded(to: stage.frame.isNarrow ? 14 : 22)
    return "\(minutes.padded(to: 3, align: .right))   \(what)\(ask)".truncated(to: max(0, width))
  }
}
