import Campaign
import Decks
import Practice
import Scheduler
import Screen

extension App {
  /// The keys that do something now.
  func hints(of place: NotebookPlace) -> [KeyHint] {
    if place.doomedTitle != nil { return DeletingAnswer.keys.hints() }
    switch place {
    case .stories(let screen):
      return screen.search.isTyping
        ? Search.keys.hints()
        : screen.keys(notebook, competencies.families).hints() + ListMove.keys.hints()
    case .employers(let screen):
      return screen.search.isTyping
        ? Search.keys.hints() : screen.keys(notebook, at: now).hints() + ListMove.keys.hints()
    case .employer(let screen):
      return screen.keys(notebook).hints() + ListMove.keys.hints()
    case .things(let screen):
      return screen.search.isTyping
        ? Search.keys.hints()
        : screen.keys(openNotebook, at: now, startHour: startHour).hints() + ListMove.keys.hints()
    case .text: return TextScreen.keys.hints()
    case .held: return HeldScreen.keys.hints()
    case .log(let screen): return screen.hints
    case .panel(let screen): return screen.hints
    }
  }

  func draw(_ place: NotebookPlace, on canvas: inout Canvas) {
    let frame = frame
    switch place {
    case .stories(let screen): screen.draw(notebook, competencies.families, in: frame, on: &canvas)
    case .employers(let screen):
      screen.draw(
        openNotebook, now: now, startHour: startHour, summary: summaryLine(for: nil), in: frame,
        on: &canvas)
    case .employer(let screen):
      screen.draw(
        openNotebook, now: now, startHour: startHour, summary: summaryLine(for: screen.employer),
        in: frame, on: &canvas)
    case .things(let screen):
      screen.draw(openNotebook, now: now, startHour: startHour, in: frame, on: &canvas)
    case .text(let screen): screen.draw(in: frame, on: &canvas)
    case .held(let screen): screen.draw(in: frame, on: &canvas)
    case .log(let screen): screen.draw(notebook, competencies.families, in: frame, on: &canvas)
    case .panel(let screen): screen.draw(notebook, at: now.time, in: frame, on: &canvas)
    }
  }

  /// Where one stands for the next interview, if it is with that employer or none is named; else how
  /// far off theirs is.
  private func summaryLine(for employer: String?) -> String {
    if case .home(let home) = path.first, let outlook = home.summary?.interview,
      employer.map(outlook.next.interview.thing.isWith) ?? true
    {
      return outlook.line(
        today: today, startHour: startHour,
        width: frame.size.width - (employer.map { $0.displayWidth } ?? 12) - 4)
    }
    guard let employer, let next = openNotebook.nextOrLast(with: employer, at: now) else {
      return ""
    }
    let days = openNotebook.daysLeft(to: next, from: now, startHour: startHour)
    return "R\(next.round) \(DateText.days(days))"
  }
}
