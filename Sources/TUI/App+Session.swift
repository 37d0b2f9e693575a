import Decks
import Practice

/// The beginning of a session, and what of it is not on disk.
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

  /// An answer before a panel is not on disk, and the panel has gone on.
  mutating func answerUnkept(_ attempt: Attempt, _ reason: String) {
    unsaved.add(attempt, at: now.time)
    notice = Notice(
      text: "Not saved yet: \(reason). Your answer stays here and is tried again.",
      isProblem: true)
  }
}
