import Campaign
import Practice
import Scheduler
import Screen

/// A panel being rehearsed.
struct PanelScreen: ScreenModel {
  private(set) var panel: Panel
  /// What it rehearses; nil for a stock panel.
  let interview: Kept<Interview>?
  private(set) var position = ListPosition()
  private(set) var scroll = 0

  enum Action: Sendable {
    case answer, done, yes, no, take, end, again
    case move(ListMove)
    case scroll(ListMove)
  }

  /// What was answered is not lost: the report shows it.
  private static let endKey = Binding<Action>(
    .escape, "q", action: .end, footer: "end", help: "End it here, with the report")
  private static let askedKeys: [Binding<Action>] = [
    Binding(" ", action: .answer, footer: "answer", help: "Begin to answer, aloud"), endKey,
  ]
  private static let answeringKeys: [Binding<Action>] = [
    Binding(.enter, action: .done, footer: "done", help: "The answer is finished"), endKey,
  ]
  private static let namingKeys: [Binding<Action>] =
    [Binding(.enter, action: .take, footer: "take it", help: "That was the story"), endKey]
    + ListMove.keys.mapped(Action.move)
  private static let checkKeys: [Binding<Action>] = [
    Binding("y", action: .yes, footer: "yes", help: "Yes"),
    Binding("n", action: .no, footer: "no", help: "No"), endKey,
  ]
  private static let reportKeys: [Binding<Action>] =
    [Binding("m", action: .again, footer: "another panel", help: "Sit before another panel")]
    + ListMove.scrollKeys(inFooter: 0).prefix(2).mapped(Action.scroll)

  static let help = [HelpSection("Panel", (askedKeys + answeringKeys + reportKeys).hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    switch panel.phase {
    case .asked: Self.askedKeys
    case .answering, .interrupted: Self.answeringKeys
    case .naming: Self.namingKeys
    case .checking: Self.checkKeys
    case .over: Self.reportKeys
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    let time = stage.now.time.milliseconds
    panel.pass(to: time)
    let answered = panel.answers.count
    switch action {
    case .answer: panel.begin(at: time)
    case .done:
      panel.finish(at: time)
      position = ListPosition()
    case .take: panel.name(choices(stage.notebook).chosen(position)?.id, at: time)
    case .yes: panel.check(true, at: time)
    case .no: panel.check(false, at: time)
    case .end:
      panel.end(at: time)
      (position, scroll) = (ListPosition(), 0)
      if panel.answers.isEmpty { stage.go(.back) }
    case .again: return [.notebook(.panel(interview))]
    case .move(let move): position.move(move)
    case .scroll(let move):
      scroll = page(on: stage).top(scroll, after: move, height: stage.frame.height())
    }
    // Each answer is on disk before the next question.
    return panel.answers[answered...].flatMap { panel.attempts(of: $0, at: stage.now) }
      .map { .keepAnswer($0) }
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .notebook(.panel(let panel, _, let interview)) = outcome else { return nil }
    return Self(panel: panel, interview: interview)
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    guard let other = Self.opened(by: outcome, on: stage) else { return nil }
    self = other
    return []
  }

  /// Someone may break in as time goes on.
  mutating func settle(on stage: Stage) {
    panel.pass(to: stage.now.time.milliseconds)
    guard case .naming = panel.phase else { return }
    position.settle(
      count: stage.notebook.stories.count + 1,
      height: stage.frame.height(under: page(on: stage)))
  }

  func nextChange(after time: Timestamp) -> Int? {
    panel.nextChange(after: time.milliseconds).map(Int.init)
  }
}
