import Decks
import Practice
import Scheduler

/// What came of the effects of a session.
extension App {
  mutating func begin(_ start: SessionStart) -> [Effect] {
    guard start.session.current != nil else {
      notice = Notice(text: "There is nothing to practise here.")
      return endsWithSession ? quit() : []
    }
    var practice = PracticeScreen(start, at: now, schedule: schedule)
    for draft in unsaved.drafts { practice.draftUnkept(draft.texts, of: draft.card) }
    path.append(.practice(practice))
    return []
  }

  /// The attempt is on disk: only now does the next card come.
  mutating func recorded(_ attempt: Attempt, _ memory: Memory?) -> [Effect] {
    if attempt.endsDraft { unsaved.removeDraft(of: attempt.card) }
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
    let card = withUnsaved(card)
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
    let card = withUnsaved(card)
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
  mutating func draftKept(_ texts: [String], of id: CardID) {
    if unsaved.removeDraft(of: id) { notice = Notice(text: "What you typed is saved now.") }
    changePractice { $0.draftKept(texts, of: id) }
    changeLog { $0.saved(texts, as: id) }
  }

  /// A draft is not on disk: it stays where it was typed, and is tried again.
  mutating func draftUnkept(_ texts: [String], of id: CardID, _ reason: String) {
    unsaved.add(unsavedLine(texts, of: id), at: now.time)
    changePractice { $0.draftUnkept(texts, of: id) }
    sayUnsaved(reason)
  }

  /// An attempt without a grade is not on disk.
  ///
  /// In a session the same key does it again; a panel has gone on.
  mutating func attemptUnkept(_ attempt: Attempt, _ reason: String) {
    guard attempt.purpose == .panel else {
      notice = Notice(text: reason, isProblem: true)
      return
    }
    unsaved.add(attempt, at: now.time)
    notice = Notice(
      text: "Not saved yet: \(reason). Your answer stays here and is tried again.",
      isProblem: true)
  }

  /// The person's editor is back: what was written there stands in the boxes.
  mutating func answerEdited(_ id: CardID, _ texts: [String]) -> [Effect] {
    guard case .practice(var practice) = path.last, practice.item?.card == id else { return [] }
    practice.type(texts, in: frame, at: now)
    show(.practice(practice))
    guard case .typing(let typed) = practice.phase else { return [] }
    return [.keepDraft(typed.draft, of: id)]
  }

  /// The session under way or just finished; nil elsewhere.
  private var latestPractice: PracticeScreen? {
    switch path.last {
    case .practice(let practice): practice
    case .summary(let summary): summary.practice
    default: nil
    }
  }

  /// A card as it is on disk, with what was typed at it since and is not there yet.
  private func withUnsaved(_ card: SessionCard?) -> SessionCard? {
    guard var card else { return nil }
    if let draft = unsaved.draft(of: card.card.id) { card.draft = draft }
    return card
  }

  /// Shows what is asked now, or the summary when there is nothing.
  private mutating func showNext(in practice: PracticeScreen) -> [Effect] {
    let isOver = practice.current == nil
    show(isOver ? .summary(SummaryScreen(practice)) : .practice(practice))
    return isOver ? [.loadOutlook] : []
  }
}
