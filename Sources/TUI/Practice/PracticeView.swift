import Decks
public import Practice
public import Scheduler
import Screen

extension PracticeScreen {
  func draw(in frame: Frame, on canvas: inout Canvas, now: Moment) {
    guard let card = current?.card, let question else { return }
    var right =
      "\(session.finishedCount + 1) of \(session.totalCount) · \(DateText.minutes(minutesLeft))"
    if case .typing(let typed) = phase { right = typed.counts(isShort: frame.isNarrow) }
    frame.drawHeader(
      "\(card.id.card) · \(card.competency) · \(card.kind.title)", right, on: &canvas)
    canvas.focus = (frame.left, frame.top)
    switch phase {
    case .reveal: drawReveal(in: frame, on: &canvas, now: now)
    case .typing(let typed): typed.draw(question, in: frame, on: &canvas)
    case .question, .speaking, .drilling, .naming, .probing:
      page(in: frame, now: now).draw(
        on: &canvas, x: frame.left, y: frame.top, height: frame.height(), from: scroll)
    }
  }

  /// The furthest that scrolling may go in a window of that size.
  func lastScroll(in frame: Frame, now: Moment) -> Int {
    if case .reveal = phase { return lastRevealScroll(in: frame, now: now) }
    return page(in: frame, now: now).lastTop(height: frame.height())
  }

  private func page(in frame: Frame, now: Moment) -> Page {
    var page = Page(width: frame.textWidth)
    if frame.isLow, case .speaking(let clock) = phase {
      describe(clock, before: question ?? "", on: &page, in: frame, at: now.time)
      return page
    }
    // Who answers has read the question, and needs the rows in a low window.
    let isRead = frame.isLow && phase != .question
    page.add(
      isRead ? (question ?? "").truncated(to: page.width) : question ?? "", style: .bold)
    page.addGap()
    switch phase {
    case .question: describeQuestion(on: &page, in: frame)
    case .speaking(let clock): describe(clock, on: &page, at: now.time)
    case .drilling(let clock): describe(clock, on: &page, in: frame, at: now.time)
    case .naming:
      page.add("Which story did you tell?")
      addStories(to: &page, in: frame)
    case .probing(let question, let clock): describe(question, clock, on: &page, at: now.time)
    case .typing, .reveal: break
    }
    return page
  }
}

extension TypedAnswer {
  /// The words so far and how long they take aloud.
  fileprivate func counts(isShort: Bool) -> String {
    let time = DateText.clock(milliseconds: AnswerLength.milliseconds(words: wordCount))
    let words = wordCount.of("word")
    return isShort ? "\(words) · \(time)" : "\(words) · about \(time) aloud"
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
  public func text(of due: Due, from now: Moment) -> String {
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
