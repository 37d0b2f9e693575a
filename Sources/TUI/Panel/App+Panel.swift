import Campaign
import Practice
import Scheduler
import Screen

extension App {
  /// What a key does before a panel; nil when it does nothing of its own there.
  mutating func press(_ key: Key, in screen: PanelScreen) -> [Effect]? {
    var screen = screen
    let time = now.time.milliseconds
    screen.panel.pass(to: time)
    if case .naming = screen.panel.phase, let move = ListMove.keys.action(for: key) {
      screen.position.move(move, count: notebook.stories.count + 1, page: frame.listHeight)
      show(.notebook(.panel(screen)))
      return []
    }
    guard let action = screen.keys.action(for: key) else { return nil }
    let answered = screen.panel.answers.count
    switch action {
    case .answer: screen.panel.begin(at: time)
    case .done:
      screen.panel.finish(at: time)
      screen.position = ListPosition()
    case .take:
      let stories = screen.choices(notebook)
      let row = screen.position.selected
      screen.panel.name(row == 0 ? nil : stories[row - 1].id, at: time)
    case .yes: screen.panel.check(true, at: time)
    case .no: screen.panel.check(false, at: time)
    case .end:
      screen.panel.end(at: time)
      guard !screen.panel.answers.isEmpty else { return goBack() }
      (screen.position, screen.scroll) = (ListPosition(), 0)
    case .again: return [.notebook(.panel(screen.interview))]
    case .up: screen.scroll = max(0, screen.scroll - 1)
    case .down: screen.scroll = min(screen.lastScroll(notebook, in: frame), screen.scroll + 1)
    }
    show(.notebook(.panel(screen)))
    // Each answer is on disk before the next question.
    return screen.panel.answers[answered...]
      .flatMap { screen.panel.attempts(of: $0, at: now) }.map { .keepAnswer($0) }
  }

  /// Time goes on before a panel: someone may break in.
  mutating func passTime(in screen: PanelScreen) {
    var screen = screen
    screen.panel.pass(to: now.time.milliseconds)
    show(.notebook(.panel(screen)))
  }
}
