import Decks
import Practice
import Scheduler
import Screen

extension PracticeScreen {
  func draw(in frame: Frame, on canvas: inout Canvas, now: Moment) {
    guard let current else { return }
    let card = current.card
    frame.drawHeader(
      "\(card.id.card) · \(card.competency) · \(card.kind.title)",
      "\(session.finishedCount + 1) of \(session.totalCount) · \(DateText.minutes(minutesLeft))",
      on: &canvas)
    let grades = isRevealed ? gradeLines(width: frame.size.width - 2, now: now) : []
    let page = page(in: frame, now: now)
    page.draw(
      on: &canvas, x: frame.left, y: frame.top, height: frame.height(reserving: grades.count),
      from: scroll)
    for (row, line) in grades.enumerated() {
      canvas.draw(line, x: 1, y: frame.noticeRow - grades.count + row, style: .bold)
    }
    canvas.focus =
      isRevealed && !grades.isEmpty
      ? (1, frame.noticeRow - grades.count) : (frame.left, frame.top)
  }

  /// The furthest that scrolling may go in a window of that size.
  func lastScroll(in frame: Frame, now: Moment) -> Int {
    let grades = gradeLines(width: frame.size.width - 2, now: now).count
    return page(in: frame, now: now)
      .lastTop(height: frame.height(reserving: grades))
  }

  private var isRevealed: Bool {
    if case .reveal = phase { true } else { false }
  }

  private func page(in frame: Frame, now: Moment) -> Page {
    var page = Page(width: frame.textWidth)
    guard let current else { return page }
    let card = current.card
    let question = card.wordings.indices.contains(wording) ? card.wordings[wording] : card.ask
    // In a low window the answer side needs the rows more than a question that was just read.
    let isShort = isRevealed && frame.isLow
    page.add(isShort ? question.truncated(to: page.width) : question, style: .bold)
    page.addGap()
    switch phase {
    case .question:
      page.add(card.kind.instruction)
    case .speaking(let clock):
      let time = DateText.clock(milliseconds: clock.milliseconds(at: now.time))
      page.add(clock.isPaused ? "\(time)  paused" : "\(time)  speaking")
    case .reveal(let spoken):
      if let spoken { page.add("You spoke for \(DateText.clock(milliseconds: spoken)).") }
      for section in CardSection.all(of: card) {
        page.add(section.title, items: section.items, marker: section.marker)
      }
      page.add("Your note", items: current.note.map { [$0] } ?? [], marker: "")
    }
    return page
  }

  /// The four grades with the date that each would give, on one line or, when it is narrow, on two.
  private func gradeLines(width: Int, now: Moment) -> [String] {
    guard let current else { return [] }
    let dates = schedule.previews(of: current.card.id, at: now, from: current.memory)
    let cells = zip(Grade.allCases, dates).map { grade, due in
      let date = grade == .again ? "soon" : schedule.text(of: due, from: now)
      return "\(grade.rawValue) \(grade.title) \(date)"
    }
    let line = cells.joined(separator: "   ")
    if line.displayWidth <= width { return [line] }
    return [cells.prefix(2).joined(separator: "  "), cells.suffix(2).joined(separator: "  ")]
  }
}

extension Grade {
  /// The grade as the screens write it.
  var title: String {
    switch self {
    case .again: "Again"
    case .hard: "Hard"
    case .good: "Good"
    case .easy: "Easy"
    }
  }
}

extension Schedule {
  /// The day on which a card is due, as seen from `now`.
  func text(of due: Due, from now: Moment) -> String {
    let today = now.day(startHour: startHour)
    switch due {
    case .day(let day): return DateText.day(day, from: today)
    case .time(let time):
      // In the zone of now: nobody knows where the person will be then.
      let then = Moment(time: time, utcOffset: now.utcOffset)
      return DateText.day(max(today, then.day(startHour: startHour)), from: today)
    }
  }
}
