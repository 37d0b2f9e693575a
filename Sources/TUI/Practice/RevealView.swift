import Decks
import Practice
import Scheduler
import Screen

extension PracticeScreen {
  /// Where the parts of the reveal stand in a window.
  private struct Layout {
    let panel: TickPanel
    /// Whether the next step stands on the page, as there is no row for it at the bottom.
    let hasNextStepAbove: Bool
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
      var isNextStep = false
    }
  }

  /// Columns of text beside the ticks in the widest window.
  private static let widestText = 76

  private func layout(in frame: Frame, now: Moment) -> Layout {
    var status = status(width: frame.size.width - 4, isLow: frame.isLow, now: now)
    let panel = TickPanel(
      run.lines, ticks: run.attempt?.ticks ?? [], in: frame,
      beside: status.count { !$0.isNextStep })
    // Grades with a long day each take two rows, which the ticks beside the page need.
    let isCrowded = panel.form == .beside && frame.height(reserving: status.count) < panel.count
    if isCrowded { status.removeAll(where: \.isNextStep) }
    let panelRows = panel.height(width: frame.textWidth)
    let height = frame.height(reserving: status.count + panelRows)
    guard panel.form == .beside else {
      return Layout(
        panel: panel, hasNextStepAbove: isCrowded, status: status, left: frame.left,
        textWidth: frame.textWidth,
        height: height, panelX: frame.left, panelY: frame.top + height)
    }
    let gap = 2
    let textWidth = min(frame.size.width - TickPanel.width - gap - 4, Self.widestText)
    let left = (frame.size.width - textWidth - gap - TickPanel.width) / 2
    return Layout(
      panel: panel, hasNextStepAbove: isCrowded, status: status, left: left, textWidth: textWidth,
      height: height,
      panelX: left + textWidth + gap, panelY: frame.top)
  }

  func drawReveal(in frame: Frame, on canvas: inout Canvas, now: Moment) {
    let layout = layout(in: frame, now: now)
    answerPage(in: layout, isLow: frame.isLow, now: now).draw(
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

  func revealed(in frame: Frame, now: Moment) -> (page: Page, height: Int) {
    let layout = layout(in: frame, now: now)
    return (
      answerPage(in: layout, isLow: frame.isLow, now: now),
      layout.height
    )
  }

  // MARK: - The page

  private func answerPage(in layout: Layout, isLow: Bool, now: Moment) -> Page {
    var page = Page(width: layout.textWidth)
    let panel = layout.panel
    guard let attempt = run.attempt, let current = run.current, let question = run.question else {
      return page
    }
    // In a low window the answer side needs the rows more than a question that was just read.
    page.add(isLow ? question.truncated(to: page.width) : question, style: .bold)
    page.addGap()
    if let warning = run.storyWarning { page.add(warning, style: .bold, marker: "! ") }
    if let words = run.lapsedOften(.screen) { page.add(words, style: .bold, marker: "! ") }
    if let outcome = run.guessOutcome { page.add(outcome) }
    if let outcome = run.pickOutcome { page.add(outcome) }
    page.addTimes(of: attempt)
    if let hearing = run.hearing {
      // In one row whatever comes, so that nothing moves.
      page.add(verbatim: hearing.words(of: attempt, seen: run.observations.count), style: .dim)
    }
    if attempt.purpose == .regrade {
      if let look = run.coldLook(at: now) { page.add(look) }
      page.addBoxes(current.history.uncheckedAnswer?.texts ?? [], of: current.card.kind)
      panel.describe(on: &page)
      return page
    }
    if !run.observations.isEmpty, attempt.mode != .spoken {
      page.add("\(run.observations.count.of("thing")) seen in it, further down.")
    }
    // What was heard comes below: it may come at any time, and moves nothing that is read.
    if attempt.mode != .spoken { page.addBoxes(attempt.texts, of: current.card.kind) }
    page.addProbes(attempt.probes.filter { $0.question != question })
    // Where the ticks are keys alone their words come first: they are what one has to do now.
    panel.describe(on: &page)
    if isLow { page.add("Advice", items: [nextStep, suggestion].compactMap(\.self), marker: "") }
    if layout.hasNextStepAbove, let nextStep {
      page.addGap()
      page.add("Next: \(nextStep).")
    }
    for section in CardSection.afterAnswer(to: current.card) {
      page.add(section.title, items: section.items, marker: section.marker)
    }
    let isSpoken = attempt.mode == .spoken
    page.add(run.observations, in: isSpoken ? "said" : "wrote", isHeard: isSpoken)
    if run.nothingStoodOut {
      page.addGap()
      page.add("Nothing stood out in what you \(isSpoken ? "said" : "wrote").", style: .dim)
    }
    if isSpoken { addWords(of: attempt, to: &page) }
    if let last = current.history.lastAnswer, let day = run.lastAnswerDay(at: now) {
      page.addGap()
      let profile = last.profile.map { ": \($0.text)" } ?? ""
      let panel = last.purpose == .panel ? ", before a panel" : ""
      page.add("Your answer of \(day)\(panel)\(profile)", style: .bold)
      page.addTimes(of: last)
      for line in current.delivery(of: last)?.lines(run.start.measuring, own: run.start.pace) ?? []
      {
        page.add(line, indent: 1)
      }
      page.addBoxes(last.texts, of: current.card.kind)
    }
    if let story = run.story, let heading = run.storyHeading {
      page.addGap()
      page.add(heading, style: .bold)
      for (part, text) in zip(StarPart.allCases, story.texts) where !text.isEmpty {
        page.add(text, marker: "\(part.letter)  ", indent: 1)
      }
    }
    page.add("Your note", items: current.note.map { [$0] } ?? [], marker: "")
    return page
  }

  /// How an answer was spoken, and what was heard of it.
  private func addWords(of attempt: Attempt, to page: inout Page) {
    let lines = run.delivery?.lines(run.start.measuring, own: run.start.pace) ?? []
    page.add("Delivery", items: lines, marker: "")
    guard attempt.hasWords else { return }
    page.addGap()
    page.add("What you said", style: .bold)
    let mended = attempt.mendedBoxes
    for (place, (title, text)) in zip(attempt.kind.boxes, attempt.texts).enumerated()
    where !text.isEmpty {
      let length = attempt.times.flatMap { times in
        StarPart(rawValue: place).map { ", " + DateText.clock(milliseconds: times[$0]) }
      }
      let head = attempt.isInOnePiece ? "In one piece" : title
      page.add(
        "\(head)\(length ?? ""), \(text.wordCount.of("word"))\(mended.contains(place) ? ", mended" : "")",
        indent: 1)
      page.add(text, indent: 1)
    }
  }

  /// In whole, what a low or crowded window has no row for.
  private var nextStep: String? {
    run.attempt?.profile.flatMap { _ in NextStep(ticks: run.attempt?.ticks ?? [])?.text }
  }

  private var suggestion: String? {
    run.suggestion.map { "Suggested: \($0.grade.title), \($0.reason)." }
  }

  // MARK: - What the ticks come to

  /// The marks, and where rows are not scarce what helps most.
  private func outcome(width: Int, isLow: Bool) -> [Layout.Line] {
    guard let outcome = run.outcome(\.longText) else { return [] }
    let isLong = outcome.marks.displayWidth <= width
    let marks = isLong ? outcome.marks : run.outcome(\.text)?.marks ?? ""
    var lines = [Layout.Line(text: marks.truncated(to: width), style: .plain)]
    if !isLow, let next = outcome.next {
      lines.append(
        Layout.Line(
          text: "Next: \(next.text).".truncated(to: width), style: .plain, isNextStep: true))
    }
    return lines
  }

  private func status(width: Int, isLow: Bool, now: Moment) -> [Layout.Line] {
    var status: [Layout.Line] = []
    status += outcome(width: width, isLow: isLow)
    guard run.isGraded else { return status }
    if !isLow, status.isEmpty, run.attempt?.isTicked == false, !run.lines.isEmpty {
      status.append(
        Layout.Line(
          text: "Tick what your answer had: the letter beside each line.".truncated(to: width),
          style: .plain))
    }
    if let suggestion, !isLow {
      status.append(Layout.Line(text: suggestion.truncated(to: width), style: .plain))
    }
    let cells = run.previews(at: now).map { preview in
      let sign = preview.grade == run.suggestion?.grade ? "▸" : " "
      return "\(sign)\(preview.grade.rawValue) \(preview.grade.title) \(preview.comes)"
    }
    let note = run.previewsNote(at: now)
    let line = (cells + [note].compactMap(\.self)).joined(separator: "   ")
    let short = cells.joined(separator: "  ")
    // The figures matter more than the day that they are of.
    let day = run.start.aim?.dayWords(from: run.today(at: now))
    let ends = [note, day, nil].map {
      (cells.suffix(2) + [$0].compactMap(\.self)).joined(separator: "  ")
    }
    let halves = [
      cells.prefix(2).joined(separator: "  "),
      ends.first { $0.displayWidth <= width } ?? cells.suffix(2).joined(separator: "  "),
    ]
    let rows =
      line.displayWidth <= width
      ? [line] : note != nil && isLow && short.displayWidth <= width ? [short] : halves
    return status + rows.map { Layout.Line(text: $0, style: .bold) }
  }
}

extension Hearing {
  /// How far the writing down of an answer is, in one line.
  func words(of attempt: Attempt, seen: Int) -> String {
    switch self {
    case .underWay: return "writing it down …"
    case .done(let seconds):
      let words = attempt.texts.reduce(0) { $0 + $1.wordCount }.of("word")
      return
        "written down in \(seconds) s: \(words)\(seen > 0 ? ", \(seen.of("thing")) below" : "")"
    case .failed: return "not written down; R tries again"
    }
  }
}
