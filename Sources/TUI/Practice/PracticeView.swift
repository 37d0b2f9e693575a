import Decks
import Practice
import Scheduler
import Screen

extension PracticeScreen {
  func view(on canvas: inout Canvas, _ stage: Stage) {
    let (frame, now) = (stage.frame, stage.now)
    guard let card = run.current?.card, let question = run.question else { return }
    var right =
      "\(run.session.finishedCount + 1) of \(run.session.totalCount) · \(DateText.minutes(run.minutesLeft))"
    if let typed {
      right = typed.counts(
        isShort: frame.isNarrow, wordsPerMinute: run.start.pace.wordsPerMinute)
    }
    // What a question is after is for the person to read, until the answer side says it.
    let isTold = run.phase == .reveal || run.phase == .naming || run.isOpen
    frame.drawHeader(
      [card.id.card, isTold ? run.meantWords : nil, card.kind.title].compactMap(\.self)
        .joined(separator: " · "), right, on: &canvas)
    canvas.focus = (frame.left, frame.top)
    switch run.phase {
    case .reveal: drawReveal(in: frame, on: &canvas, now: now)
    case .writing: typed?.draw(question, in: frame, on: &canvas)
    case .question, .speaking, .drilling, .reading, .naming, .probing:
      frame.draw(page(in: frame, now: now), from: scroll, on: &canvas)
    }
  }

  /// What is scrolled, and how many lines of it show.
  func scrolled(in frame: Frame, now: Moment) -> (page: Page, height: Int) {
    if case .reveal = run.phase { return revealed(in: frame, now: now) }
    return (page(in: frame, now: now), frame.height())
  }

  private func page(in frame: Frame, now: Moment) -> Page {
    var page = head(in: frame, now: now)
    if case .reading = run.phase, frame.isLow {
      addFamiliesInColumns(to: &page)
      return page
    }
    for index in choicePosition.window where isChoosing {
      let isSelected = index == choicePosition.selected
      page.add(
        verbatim: "\(isSelected ? "▸" : " ") \(choiceRows[index])",
        style: isSelected ? .bold : .plain)
    }
    return page
  }

  /// The page but for the stories to choose from.
  func head(in frame: Frame, now: Moment) -> Page {
    var page = Page(width: frame.textWidth)
    let question = run.question ?? ""
    if frame.isLow, case .speaking(let clock) = run.phase {
      describe(clock, before: question, on: &page, in: frame, at: now.time)
      return page
    }
    // Who answers has read the question, and needs the rows in a low window.
    let isRead = frame.isLow && run.phase != .question
    page.add(isRead ? question.truncated(to: page.width) : question, style: .bold)
    // Twelve families take the rows of a low window.
    if case .reading = run.phase, frame.isLow {} else { page.addGap() }
    switch run.phase {
    case .question: describeQuestion(on: &page, in: frame)
    case .speaking(let clock): describe(clock, on: &page, at: now.time)
    case .drilling(let clock): describe(clock, on: &page, at: now.time)
    case .reading(let clock):
      page.add(clock.text(at: now.time), style: .bold)
      if !frame.isLow {
        page.addGap()
        page.add("What is it after? The letter beside it takes it.")
      }
    case .naming: page.add("Which story did you tell?")
    case .probing(let question, let clock): describe(question, clock, on: &page, at: now.time)
    case .writing, .reveal: break
    }
    return page
  }
}

extension PracticeScreen {
  /// All families in two columns, where rows are scarce.
  private func addFamiliesInColumns(to page: inout Page) {
    let rows = choiceRows
    let half = (rows.count + 1) / 2
    for row in 0..<half {
      let cells = [row, row + half].filter(rows.indices.contains).map { index in
        "\(index == choicePosition.selected ? "▸" : " ") \(rows[index])"
          .truncated(to: page.width / 2).padded(to: page.width / 2)
      }
      page.add(verbatim: cells.joined())
    }
  }
}

extension TypedAnswer {
  /// The words so far and how long they take aloud.
  fileprivate func counts(isShort: Bool, wordsPerMinute: Double) -> String {
    let time = DateText.clock(
      milliseconds: AnswerLength.milliseconds(words: wordCount, wordsPerMinute: wordsPerMinute))
    let words = wordCount.of("word")
    return isShort ? "\(words) · \(time)" : "\(words) · about \(time) aloud"
  }
}
