import Campaign
import Practice
import Scheduler
import Screen

extension App {
  mutating func update(_ outcome: NotebookOutcome) {
    switch outcome {
    case .opened(let open, let goal):
      openNotebook = open
      let next = notebook.nextInterview(after: now.time.milliseconds)?.employer
      switch goal {
      case .stories:
        path.append(
          .notebook(.stories(StoriesScreen(employer: next ?? notebook.employers.last?.name))))
      case .employers: path.append(.notebook(.employers(EmployersScreen())))
      case .feeds(let feeds): self.open(feeds)
      }
    case .changed(let open, let note):
      let before = openNotebook
      openNotebook = open
      if let note { notice = Notice(text: note) }
      settle(after: before)
    case .unkept(let items, let reason): unkept(items, reason)
    case .held(let interview, let open):
      openNotebook = open
      show(.notebook(.log(LogScreen(interview, width: frame.textWidth - 2))))
    case .text(let title, let text):
      path.append(.notebook(.text(TextScreen(title: title, content: .text(text)))))
    case .sheet(let title, let sheet):
      path.append(.notebook(.text(TextScreen(title: title, content: .sheet(sheet)))))
    case .panel(let panel, let open, let interview):
      openNotebook = open
      let screen = PanelScreen(panel: panel, interview: interview)
      if case .notebook(.panel) = path.last {
        show(.notebook(.panel(screen)))
      } else {
        path.append(.notebook(.panel(screen)))
      }
    }
  }

  /// Brings the screen shown into line with a notebook that has changed.
  private mutating func settle(after before: OpenNotebook) {
    switch path.last {
    case .notebook(.stories(var screen)):
      screen.position.move(by: 0, count: rowCount(screen))
      if screen.employer == nil { screen.employer = notebook.employers.last?.name }
      show(.notebook(.stories(screen)))
    case .notebook(.employers(var screen)):
      screen.position.move(by: 0, count: screen.employers(notebook, at: now).count)
      show(.notebook(.employers(screen)))
    case .notebook(.things(var screen)):
      if notebook.employer(named: screen.employer) == nil { return leaveGoneEmployer() }
      let count = screen.rows(openNotebook, at: now, startHour: startHour).count
      screen.position.move(by: 0, count: count)
      show(.notebook(.things(screen)))
    case .notebook(.employer(let screen)):
      guard notebook.employer(named: screen.employer) == nil else { return }
      // The person gave it another name: the only one that was not there before.
      let known = before.notebook.employers.map(\.name)
      let renamed = notebook.employers.map(\.name).filter { !known.contains($0) }
      guard let name = renamed.first, renamed.count == 1 else { return leaveGoneEmployer() }
      show(.notebook(.employer(EmployerScreen(employer: name, position: screen.position))))
    default: break
    }
  }

  private mutating func leaveGoneEmployer() {
    let known = notebook
    path.removeAll { place in
      switch place {
      case .notebook(.employer(let screen)): known.employer(named: screen.employer) == nil
      case .notebook(.things(let screen)): known.employer(named: screen.employer) == nil
      default: false
      }
    }
  }
}
