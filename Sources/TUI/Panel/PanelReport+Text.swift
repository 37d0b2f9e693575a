import Campaign
import Practice
import Scheduler

extension PanelReport {
  /// What came of a panel as a text that is kept, person by person and question by question.
  func text(of panel: Panel, in notebook: Notebook) -> String {
    func time(_ milliseconds: Int64) -> String { DateText.clock(milliseconds: Int(milliseconds)) }
    func titles(_ stories: [Number<Story>]) -> String {
      stories.compactMap { notebook.story($0)?.title }.joined(separator: ", ")
    }
    var rows = [
      "\(panel.answers.count.of("answer")) in \(time(milliseconds))\(ending); \(panel.temper.words)"
    ]
    for line in lines {
      let told = titles(line.stories)
      let asked =
        line.questions == 0
        ? noQuestion
        : "\(line.questions) asked, \(time(line.milliseconds))\(told.isEmpty ? "" : ", \(told)")"
      rows.append("\(line.persona.title): \(asked)")
      rows += line.remarks.map { "→ \($0)" }
    }
    if !repeated.isEmpty { rows.append("told twice: \(titles(repeated))") }
    if !heard.isEmpty { rows.append("heard by them before: \(titles(heard))") }
    rows.append("")
    for answer in panel.answers where panel.turns.indices.contains(answer.turn) {
      let question = panel.turns[answer.turn].first.question.text
      let told = answer.story.flatMap { notebook.story($0)?.title }.map { ", \($0)" } ?? ""
      rows.append("\(answer.turn + 1). “\(question)” \(time(answer.milliseconds))\(told)")
    }
    return rows.joined(separator: "\n")
  }
}

extension PanelScreen {
  /// What is kept of the panel once it is over.
  func rehearsal(on stage: Stage) -> Rehearsal {
    var rehearsal = Rehearsal(of: panel, for: interview, with: .alone, on: stage.today.number)
    rehearsal.isWhole = !panel.wasEnded && !panel.answers.isEmpty
    rehearsal.report = PanelReport(panel).text(of: panel, in: stage.notebook)
    return rehearsal
  }

  /// The panel as it is kept; nil before it is.
  func kept(on stage: Stage) -> Kept<Rehearsal>? {
    let mine = Rehearsal(of: panel, for: interview, with: .alone, on: 0)
    return stage.notebook.rehearsals.last {
      $0.company == .alone && $0.interview == mine.interview && $0.questions == mine.questions
    }
  }
}
