import Decks
import Practice
import Scheduler
import Screen

extension PracticeScreen {
  /// Where the parts of the reveal stand in a window.
  private struct Layout {
    let panel: TickPanel
    /// The lines at the bottom: what the ticks come to, and the grades.
    let status: [Line]
    let left: Int
    let textWidth: Int
    let height: Int
    /// The column of the ticks, and their row.
    let panelX: Int
    let panelY: Int

    struct Line {
      var text: String
      var style: Style
    }
  }

  /// Columns of text beside the ticks in the widest window.
  private static let widestText = 76

  private func layout(in frame: Frame, now: Moment) -> Layout {
    let panel = TickPanel(lines, ticks: attempt?.ticks ?? [], in: frame)
    let status = status(width: frame.size.width - 4, isLow: frame.isLow, now: now)
    let panelRows = panel.height(width: frame.textWidth)
    let height = frame.height(reserving: status.count + panelRows)
    guard panel.form == .beside else {
      return Layout(
        panel: panel, status: status, left: frame.left, textWidth: frame.textWidth,
        height: height, panelX: frame.left, panelY: frame.top + height)
    }
    let gap = 2
    let textWidth = min(frame.size.width - TickPanel.width - gap - 4, Self.widestText)
    let left = (frame.size.width - textWidth - gap - TickPanel.width) / 2
    return Layout(
      panel: panel, status: status, left: left, textWidth: textWidth, height: height,
      panelX: left + textWidth + gap, panelY: frame.top)
  }

  func drawReveal(in frame: Frame, on canvas: inout Canvas, now: Moment) {
    let layout = layout(in: frame, now: now)
    answerPage(width: layout.textWidth, layout.panel, isLow: frame.isLow, now: now).draw(
      on: &canvas, x: layout.left, y: frame.top, height: layout.height, from: scroll)
    layout.panel.draw(
      on: &canvas, x: layout.panelX, y: layout.panelY,
      width: layout.panel.form == .beside ? TickPanel.width : layout.textWidth)
    let top = frame.noticeRow - layout.status.count
    for (row, line) in layout.status.enumerated() {
      canvas.draw(line.text, x: layout.left, y: top + row, style: line.style)
    }
    canvas.focus = (layout.left, frame.noticeRow - 1)
  }

  func lastRevealScroll(in frame: Frame, now: Moment) -> Int {
    let layout = layout(in: frame, now: now)
    return answerPage(width: layout.textWidth, layout.panel, isLow: frame.isLow, now: now)
      .lastTop(height: layout.height)
  }

  // MARK: - The page

  private func answerPage(width: Int, _ panel: TickPanel, isLow: Bool, now: Moment) -> Page {
    var page = Page(width: width)
    guard let attempt, let current, let question else { return page }
    let today = now.day(startHour: schedule.startHour)
    // In a low window the answer side needs the rows more than a question that was just read.
    page.add(isLow ? question.truncated(to: page.width) : question, style: .bold)
    page.addGap()
    if let story, story.number == attempt.story, let warning = current.warning(before: story) {
      page.add(warning, style: .bold, marker: "! ")
    }
    page.addTimes(of: attempt)
    if attempt.purpose == .regrade {
      if let answer = current.history.uncheckedAnswer {
        let days = answer.moment.day(startHour: schedule.startHour) - today
        page.add(
          "You wrote this \(DateText.days(days)). Tick what it has, as if it were someone else's.")
        page.addBoxes(answer.texts, of: current.card.kind)
      }
      panel.describe(on: &page)
      return page
    }
    if !observations.isEmpty {
      page.add("\(observations.count.of("thing")) seen in it, further down.")
    }
    page.addBoxes(attempt.texts, of: current.card.kind)
    page.addProbes(attempt.probes.filter { $0.question != question })
    // Where the ticks are keys alone their words come first: they are what one has to do now.
    panel.describe(on: &page)
    if isLow { page.add("Advice", items: advice(on: attempt), marker: "") }
    for section in CardSection.afterAnswer(to: current.card) {
      page.add(section.title, items: section.items, marker: section.marker)
    }
    page.add(observations)
    if let last = current.history.lastAnswer {
      page.addGap()
      let day = DateText.day(last.moment.day(startHour: schedule.startHour), from: today)
      let profile = last.profile.map { ": \($0.text)" } ?? ""
      let panel = last.purpose == .panel ? ", before a panel" : ""
      page.add("Your answer of \(day)\(panel)\(profile)", style: .bold)
      page.addTimes(of: last)
      page.addBoxes(last.texts, of: current.card.kind)
    }
    if let story {
      page.addGap()
      let isNamed = story.number == attempt.story
      page.add(
        "\(isNamed ? "Your story" : "The story you named before"): \(story.title)", style: .bold)
      for (part, text) in zip(StarPart.allCases, story.texts) where !text.isEmpty {
        page.add(text, marker: "\(part.letter)  ", indent: 1)
      }
    }
    page.add("Your note", items: current.note.map { [$0] } ?? [], marker: "")
    return page
  }

  /// In whole, what a low window has no row for: the next step and the suggested grade.
  private func advice(on attempt: Attempt) -> [String] {
    let step = attempt.profile.flatMap { _ in NextStep(ticks: attempt.ticks)?.text }
    let grade = suggestion.map { "Suggested: \($0.grade.title) (\($0.reason))" }
    return [step, grade].compactMap(\.self)
  }

  // MARK: - What the ticks come to

  private func status(width: Int, isLow: Bool, now: Moment) -> [Layout.Line] {
    guard let attempt, let current else { return [] }
    var status: [Layout.Line] = []
    if let profile = attempt.profile {
      let text =
        attempt.purpose == .rebuild
        ? current.outcome(ofRebuild: attempt)
        : [profile.text, NextStep(ticks: attempt.ticks).map { "→ \($0.text)" }]
          .compactMap { $0 }.joined(separator: " ")
      status.append(Layout.Line(text: text.truncated(to: width), style: .plain))
    }
    guard attempt.purpose == .answer else { return status }
    if let suggestion, !isLow {
      status.append(
        Layout.Line(
          text: "Suggested: \(suggestion.grade.title) (\(suggestion.reason))".truncated(to: width),
          style: .plain))
    }
    let dates = schedule.previews(of: current.card.id, at: now, from: current.memory)
    let cells = zip(Grade.allCases, dates).map { grade, due in
      let date = grade == .again ? "soon" : schedule.text(of: due, from: now)
      return "\(grade.rawValue) \(grade.title) \(date)"
    }
    let line = cells.joined(separator: "   ")
    let rows =
      line.displayWidth <= width
      ? [line] : [cells.prefix(2).joined(separator: "  "), cells.suffix(2).joined(separator: "  ")]
    return status + rows.map { Layout.Line(text: $0, style: .bold) }
  }
}
