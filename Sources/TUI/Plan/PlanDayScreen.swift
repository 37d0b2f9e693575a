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

  private var planned: PlannedDay? { figures.days.first { $0.day == day } }
  private var items: [Today.Item] { planned?.items ?? [] }
  /// What can be selected: the panel, which is beside the session, and what the session has.
  private var rows: [Row] {
    (planned?.panel.map { [.panel($0)] } ?? []) + items.map { .item($0) }
  }

  private enum Row {
    case panel(Int)
    case item(Today.Item)
  }
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
    Self.keys.map { binding in
      var binding = binding
      switch binding.action {
      case .practise where !isToday: binding.obstacle = "This is not the plan of today."
      case .practise where items.isEmpty, .open where rows.isEmpty:
        binding.obstacle = "Nothing is planned for this day."
      case .open:
        if case .panel? = rows.selected(position) { binding.footer = "the panel" }
      case .practise, .move: break
      }
      return binding
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .practise: return [.resumeSession]
    case .open:
      switch rows.selected(position) {
      case .panel: return [.notebook(.panel(stage.home?.interview?.next.interview))]
      case .item(let item): return [.loadCard(item.card)]
      case nil: return []
      }
    case .move(let move):
      position.move(move, where: rows.indices.contains)
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
      where: rows.indices.contains)
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
      position, from: frame.listTop, isActive: !rows.isEmpty, on: &canvas,
      isRow: rows.indices.contains
    ) { index, y, style, canvas in
      guard lines.indices.contains(index) else { return }
      if style == .reverse { canvas.draw("▸", x: 0, y: y, style: style) }
      canvas.draw(lines[index], x: 2, y: y, style: style)
    }
    if rows.isEmpty { canvas.focus = (2, frame.listTop) }
  }

  /// The things, and below them the interview of the day and what they come to.
  private func lines(on stage: Stage) -> [String] {
    let width = max(1, min(stage.frame.size.width - 4, stage.frame.textWidth))
    func words(_ text: String) -> [String] { text.wrapped(to: width).map(String.init) }
    var lines = rows.map { row in
      switch row {
      case .panel(let number):
        self.row("", "panel \(number)", "A whole panel, beside the session", on: stage)
      case .item(let item):
        self.row(
          "\(max(1, Int(saturating: item.minutes.rounded())))", item.words,
          figures.ask(item.card), on: stage)
      }
    }
    if !lines.isEmpty { lines.append("") }
    for interview in figures.today.interviews
    where stage.start(of: interview).day(startHour: stage.startHour) == day {
      lines += words("\(interview.title): \(stage.when(interview)).")
    }
    guard !items.isEmpty else {
      let nothing = rows.isEmpty ? "Nothing is planned for this day." : "Nothing else is planned."
      return lines + words(isToday ? figures.today.sessionWords + "." : nothing)
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
    return lines + words(sum) + [""] + words(note)
  }

  private func row(_ minutes: String, _ what: String, _ ask: String, on stage: Stage) -> String {
    let width = stage.frame.size.width - 4
    let what = what.padded(to: stage.frame.isNarrow ? 14 : 22)
    return "\(minutes.padded(to: 3, align: .right))   \(what)\(ask)".truncated(to: max(0, width))
  }
}
