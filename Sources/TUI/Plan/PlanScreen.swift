import Decks
import Practice
import Scheduler
import Screen

/// The days until the interviews, what they have, and what they bring.
struct PlanScreen: ScreenModel {
  private(set) var figures: PlanFigures
  private var position = ListPosition()
  /// Whether the minutes that were tried are on their way into the settings.
  private var isKeeping = false

  init(_ figures: PlanFigures) { self.figures = figures }

  enum Action: Sendable {
    case open, practise, more, fewer, nextInterview
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(
        .enter, action: .open, footer: "the day",
        help: "What a day has, or the question; keep the minutes that you try"),
      Binding("+", action: .more, footer: "more minutes", help: "Try 5 minutes more a day"),
      Binding("-", action: .fewer, footer: "fewer", help: "Try 5 minutes fewer a day"),
      Binding("p", action: .practise, footer: "practise today", help: "Today's session"),
      Binding("o", action: .nextInterview, footer: "next interview", help: "The next interview"),
    ] + ListMove.keys.mapped(Action.move)

  static let help = [HelpSection("Plan", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.map { binding in
      var binding = binding
      switch binding.action {
      case .open where figures.isTried:
        binding.footer = "keep \(DateText.minutes(figures.minutes))"
      case .open:
        if case .question = line(on: stage) { binding.footer = "the question" }
      case .more where stage.frame.isNarrow: binding.footer = "more"
      case .practise where figures.isTried:
        binding.obstacle = "These minutes are only tried; Enter keeps them."
      case .practise where figures.today.isDone: binding.obstacle = "Today is done."
      case .nextInterview where figures.today.interviews.count < 2:
        binding.obstacle =
          figures.today.interviews.isEmpty ? "No interview is planned." : "There is only this one."
      default: break
      }
      return binding
    }
  }

  private func line(on stage: Stage) -> PlanLine? { lines(on: stage).selected(position) }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .open where figures.isTried: return keep()
    case .open: return open(on: &stage)
    case .practise: return [.resumeSession]
    case .more: return attempt(figures.minutes + Self.step, on: &stage)
    case .fewer: return attempt(figures.minutes - Self.step, on: &stage)
    case .nextInterview: goToNextInterview(lines(on: stage))
    case .move(let move):
      let lines = lines(on: stage)
      position.move(move) { lines.indices.contains($0) && lines[$0].isRow }
    }
    return []
  }

  private static let step = 5.0
  private static let range = 5.0...240.0

  /// Has the plan made by other minutes; those of the settings are no trial.
  private func attempt(_ minutes: Double, on stage: inout Stage) -> [Effect] {
    guard Self.range.contains(minutes) else {
      stage.say("A day of the plan has 5 to 240 minutes.")
      return []
    }
    return [.loadPlan(minutes: minutes == stage.daily.minutes ? nil : minutes)]
  }

  private mutating func keep() -> [Effect] {
    isKeeping = true
    let whole = Int(exactly: figures.minutes).map { "\($0)" }
    return [.changeSetting("practice.minutes", to: whole ?? "\(figures.minutes)")]
  }

  private func open(on stage: inout Stage) -> [Effect] {
    switch line(on: stage) {
    case .day(let place): stage.go(.open(PlanDayScreen(figures, day: figures.days[place].day)))
    case .question(let card): return [.loadCard(card)]
    default: break
    }
    return []
  }

  private mutating func goToNextInterview(_ lines: [PlanLine]) {
    let heads = lines.indices.filter { lines[$0].isTitle }
    guard let next = heads.first(where: { $0 > position.selected }) ?? heads.first else { return }
    // The end first, so that the block begins the window.
    position.select(lines.count - 1)
    position.settle(count: lines.count, height: position.window.count)
    position.select(next)
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .plan(let figures) = outcome else { return nil }
    return Self(figures)
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .plan(let figures):
      let wasTried = self.figures.isTried
      self.figures = figures
      if figures.isTried {
        stage.say("\(figures.trialWords) Enter keeps it.")
      } else if wasTried, stage.notice == nil {
        stage.say("\(figures.trialWords) It is as it was.")
      }
    case .settings where isKeeping:
      isKeeping = false
      stage.say("\(DateText.minutes(figures.minutes)) a day from now on.")
      return [.loadPlan(minutes: nil)]
    case .settingUnkept where isKeeping: isKeeping = false
    default: return nil
    }
    return []
  }

  /// Minutes that are only tried go first.
  mutating func close(on stage: inout Stage) -> [Effect]? {
    figures.isTried ? [.loadPlan(minutes: nil)] : nil
  }

  var renewal: [Effect] { [.loadPlan(minutes: nil)] }

  mutating func settle(on stage: Stage) {
    let lines = lines(on: stage)
    position.settle(count: lines.count, height: stage.frame.height()) {
      lines.indices.contains($0) && lines[$0].isRow
    }
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let right =
      figures.isTried
      ? "\(DateText.minutes(figures.minutes)) a day, tried" : DateText.day(figures.today.day)
    frame.drawHeader("Plan", right, on: &canvas)
    let lines = lines(on: stage)
    let layout = PlanLayout(figures, stage)
    frame.drawList(
      position, from: frame.top, isActive: lines.selected(position)?.isRow ?? false, on: &canvas,
      isRow: { lines.indices.contains($0) && lines[$0].isRow }
    ) { index, y, style, canvas in
      guard lines.indices.contains(index) else { return }
      let isSelected = style == .reverse
      if isSelected { canvas.draw("▸", x: 0, y: y, style: style) }
      canvas.draw(
        layout.text(of: lines[index]), x: 2, y: y,
        style: isSelected ? style : lines[index].style)
    }
  }

  private func lines(on stage: Stage) -> [PlanLine] { PlanLayout(figures, stage).lines }
}
