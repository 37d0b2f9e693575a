import Decks
import Practice
import Scheduler

/// What came of the effects of a session.
extension App {
  mutating func begin(_ start: SessionStart) -> [Effect] {
    guard start.session.current != nil else {
      notice = Notice(text: "There is nothing to practise here.")
      return endsWithSession ? [.quit] : []
    }
    path.append(.practice(PracticeScreen(start, at: now, schedule: schedule)))
    return []
  }

  /// The attempt is on disk: only now does the next card come.
  mutating func recorded(_ attempt: Attempt, _ memory: Memory?) -> [Effect] {
    guard case .practice(var practice) = path.last, practice.pending != nil,
      practice.item?.card == attempt.card
    else { return [] }
    practice.recorded(attempt, memory: memory, at: now)
    return showNext(in: practice)
  }

  /// A card was put away, or came back.
  mutating func putAway(
    _ id: CardID, isTakenBack: Bool, _ step: (SessionItem) -> Session.Step, _ text: String
  )
    -> [Effect]
  {
    guard var practice = latestPractice else { return [] }
    if isTakenBack {
      practice.tookBack(nil, card: nil, isAnswered: false, at: now)
    } else {
      guard let item = practice.item, item.card == id else { return [] }
      practice.took(step(item), at: now)
      notice = Notice(text: text)
    }
    return showNext(in: practice)
  }

  mutating func tookBack(_ undone: UndoneReview?, _ card: SessionCard?) -> [Effect] {
    guard let undone else {
      notice = Notice(text: "There is no grade to take back.")
      return []
    }
    notice = Notice(text: "Took back \(undone.grade.title) on \(undone.card.card).")
    guard var practice = latestPractice else { return [.loadHome] }
    if practice.session.endsWith(undone) {
      practice.tookBack(undone.attempt, card: card, isAnswered: true, at: now)
    } else if let card {
      practice.bring(card, undone.attempt, at: now)
    }
    return showNext(in: practice)
  }

  mutating func tookBack(_ attempt: Attempt?, of card: SessionCard?) -> [Effect] {
    guard var practice = latestPractice else { return [] }
    if let card { notice = Notice(text: "Took the last step back, on \(card.card.id.card).") }
    practice.tookBack(attempt, card: card, isAnswered: false, at: now)
    return showNext(in: practice)
  }

  /// Changes the session shown; nothing elsewhere.
  mutating func changePractice(_ change: (inout PracticeScreen) -> Void) {
    guard case .practice(var practice) = path.last else { return }
    change(&practice)
    show(.practice(practice))
  }

  /// A draft is on disk.
  mutating func draftKept(_ texts: [String]) {
    changePractice { $0.keepDraft(texts) }
  }

  /// The person's editor is back: what was written there stands in the boxes.
  mutating func answerEdited(_ id: CardID, _ texts: [String]) -> [Effect] {
    guard case .practice(var practice) = path.last, practice.item?.card == id else { return [] }
    practice.type(texts, in: frame, at: now)
    show(.practice(practice))
    return [.keepDraft(texts, of: id)]
  }

  /// The session under way or just finished; nil elsewhere.
  private var latestPractice: PracticeScreen? {
    switch path.last {
    case .practice(let practice): practice
    case .summary(let summary): summary.practice
    default: nil
    }
  }

  /// Shows what is asked now, or the summary when there is nothing.
  private mutating func showNext(in practice: PracticeScreen) -> [Effect] {
    let isOver = practice.current == nil
    show(isOver ? .summary(SummaryScreen(practice)) : .practice(practice))
    return isOver ? [.loadOutlook] : []
  }
}
