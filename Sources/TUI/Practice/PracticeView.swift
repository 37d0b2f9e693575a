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
    frame.drawHeader(
      "\(card.id.card) · \(card.competency) · \(card.kind.title)", right, on: &canvas)
    canvas.focus = (frame.left, frame.top)
    switch run.phase {
    case .reveal: drawReveal(in: frame, on: &canvas, now: now)
    case .writing: typed?.draw(question, in: frame, on: &canvas)
    case .question, .speaking, .drilling, .naming, .probing:
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
    for index in storyPosition.window where isChoosingStory {
      let isSelected = index == storyPosition.selected
      page.add(
        verbatim: "\(isSelected ? "▸" : " ") \(storyRows[index])",
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
    page.addGap()
    switch run.phase {
    case .question: describeQuestion(on: &page, in: frame)
    case .speaking(let clock): describe(clock, on: &page, at: now.time)
    case .drilling(let clock): describe(clock, on: &page, at: now.time)
    case .naming: page.add("Which story did you tell?")
    case .probing(let question, let clock): describe(question, clock, on: &page, at: now.time)
    case .writing, .reveal: break
    }
    return page
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
