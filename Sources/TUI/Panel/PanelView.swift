import Campaign
import Practice
import Scheduler
import Screen

extension PanelScreen {
  func view(on canvas: inout Canvas, _ stage: Stage) {
    let elapsed = Int(panel.elapsed(at: stage.now.time.milliseconds))
    let number = "\(panel.index + 1) of \(panel.turns.count)"
    let whole = "\(panel.turns.count.of("question")) · \(panel.limit / 60_000) min"
    let clock = "\(DateText.clock(milliseconds: elapsed)) of \(panel.limit / 60_000) min"
    stage.frame.drawHeader(
      "Panel\(interview.map { " · \($0.employer)" } ?? "")",
      panel.phase == .over ? "report" : hasBegun ? "\(number) · \(clock)" : whole, on: &canvas)
    let page = page(on: stage)
    stage.frame.draw(page, from: scroll, on: &canvas)
    guard case .naming = panel.phase, !stage.notebook.stories.isEmpty else { return }
    stage.frame.drawChoices(storyRows(stage.notebook), position, under: page, on: &canvas)
  }

  /// All but the stories to choose from.
  func page(on stage: Stage) -> Page {
    var page = Page(width: stage.frame.textWidth)
    switch panel.phase {
    case .over: report(on: &page, stage)
    case _ where !hasBegun: beginning(on: &page, isLow: stage.frame.isLow)
    case .checking(let check): page.add(words(for: check), style: .bold)
    case .naming where stage.notebook.stories.isEmpty:
      page.add("That was your answer. Enter goes on.", style: .bold)
    case .naming(let warned):
      page.add("Which story was it?", style: .bold)
      if let warned { warn(of: warned, on: &page, stage.notebook) }
      page.addGap()
    case .asked, .answering, .interrupted:
      ask(on: &page, at: stage.now.time.milliseconds, isLow: stage.frame.isLow)
    }
    return page
  }

  private func ask(on page: inout Page, at now: Int64, isLow: Bool) {
    guard let turn = panel.turn else { return }
    if !isLow {
      page.add(panel.personas.map(title).joined(separator: "  ·  "), style: .dim)
      page.addGap()
    }
    for (voice, word) in [(turn.first, "")] + (turn.second.map { [($0, "at once, ")] } ?? []) {
      let persona = panel.personas[voice.persona]
      page.add("\(word)\(persona.title):")
      page.add(voice.question.text, style: .bold)
      if !isLow && !persona.needs.isEmpty { page.add("(\(persona.needs))", style: .dim) }
      if !isLow { page.addGap() }
    }
    switch panel.phase {
    case .answering: page.add(clock(at: now))
    case .interrupted:
      page.add(clock(at: now))
      if let interruption = turn.interruption {
        page.addGap()
        page.add("\(panel.personas[interruption.persona].title) breaks in:")
        page.add(interruption.text, style: .bold)
      }
    case .asked: page.add("Answer aloud, as you would there.", style: .dim)
    case .naming, .checking, .over: break
    }
  }

  private func clock(at now: Int64) -> String {
    "\(DateText.clock(milliseconds: Int(panel.answerTime(at: now))))  speaking\(isRecorded ? ", recorded" : "")"
  }

  private func words(for check: Panel.Check) -> String {
    switch check {
    case .bothAnswered: "Did you answer both questions, and say whose you were on?"
    case .foundBack: "Did you take the interruption and find your way back?"
    case .broughtInSilent:
      "Did you bring in \(panel.silent?.title ?? "the one who said nothing"), who said nothing?"
    }
  }

  /// The stories to choose from: those not told yet first.
  func choices(_ notebook: Notebook) -> [Kept<Story>] {
    let used = Set(panel.answers.compactMap(\.story)).union(panel.told)
    return notebook.stories.filter { !used.contains($0.id) }
      + notebook.stories.filter { used.contains($0.id) }
  }

  private func storyRows(_ notebook: Notebook) -> [String] {
    let here = Set(panel.answers.compactMap(\.story))
    return ["no story"]
      + choices(notebook).map { story in
        let isHere = here.contains(story.id)
        let isTold = panel.told.contains(story.id)
        return story.title + (isHere ? " (told just now)" : isTold ? " (they have heard it)" : "")
      }
  }

  private func warn(of story: Number<Story>, on page: inout Page, _ notebook: Notebook) {
    let title = notebook.story(story)?.title ?? "It"
    let family = panel.turn?.first.question.family
    let warning = interview.flatMap {
      notebook.repeatWarning(for: story, to: $0.employer, family: family)
    }
    let toldHere = Set(panel.answers.compactMap(\.story))
    let others = (warning?.alternatives ?? notebook.stories.fitting(family)).filter {
      !toldHere.contains($0.id) && !panel.told.contains($0.id)
    }
    let when = warning.map { $0.tellings.map(notebook.words).joined(separator: "; ") }
    let instead =
      others.first.map { "“\($0.title)” fits and is unused" } ?? "no unused one fits"
    page.add(
      "“\(title)” was told already (\(when ?? "just now")); \(instead). Enter again keeps it.",
      marker: "! ")
  }

  private func report(on page: inout Page, _ stage: Stage) {
    let notebook = stage.notebook
    let report = PanelReport(panel)
    let count = panel.answers.count
    page.add(
      "\(count.of("answer")) in \(DateText.clock(milliseconds: Int(report.milliseconds)))\(report.ending)",
      style: .bold)
    for line in report.lines {
      page.addGap()
      page.add(line.persona.title, style: .bold)
      let stories = line.stories.compactMap { notebook.story($0)?.title }
      let told = stories.isEmpty ? "" : " · \(stories.joined(separator: ", "))"
      page.add(
        line.questions == 0
          ? report.noQuestion
          : "\(line.questions) asked · \(DateText.clock(milliseconds: Int(line.milliseconds)))\(told)",
        indent: 1)
      for remark in line.remarks { page.add(remark, marker: "→ ", indent: 1) }
    }
    page.add(
      "Told twice", items: report.repeated.compactMap { notebook.story($0)?.title }, marker: "! ")
    page.add(
      "Heard by them before", items: report.heard.compactMap { notebook.story($0)?.title },
      marker: "! ")
    if let marked = kept(on: stage)?.thing, marked.isMarked {
      page.addGap()
      page.add("A friend's marks: \(marked.markWords).")
    }
    page.addGap()
    page.add("Each answer is kept at its card: it shows there after the next one.", style: .dim)
  }
}
