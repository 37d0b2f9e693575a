import Decks
import Practice
import Screen

extension PracticeScreen {
  /// What stands under a question that waits for its answer: nothing of the answer side.
  func describeQuestion(on page: inout Page, in frame: Frame) {
    guard let attempt, let item, let current else { return }
    if !current.reasons.isEmpty {
      page.add(current.reasons.joined(separator: " · "), style: .dim)
      page.addGap()
    }
    if let story, story.number == attempt.story {
      page.add("You named “\(story.title)”.")
      if let warning = current.warning(before: story) {
        page.add(warning, style: .bold, marker: "! ")
      }
      // A low window has no room for what was there before the story was named.
      if frame.isLow { return }
      page.addGap()
    }
    // Its title would be help: that comes after the answer.
    if attempt.story == nil, item.task == .answer, let listener = story?.listener {
      page.add(
        "Your last story here was told to \(listener); k names another.",
        style: .bold, marker: "! ")
      page.addGap()
    }
    switch item.task {
    case .answer:
      page.add(current.card.kind.instruction)
      page.addGap()
      page.add(Self.confidence(attempt.confidence, isShort: frame.isNarrow))
    case .headline:
      page.add("Only the headline: one sentence that says how it ended. 25 seconds.")
    case .rebuild:
      page.add("Rebuild \(attempt.parts.words). Only that, aloud or in writing.")
      if let next = NextStep(ticks: current.history.ticks ?? []) {
        page.add("What would help most: \(next.text).")
      }
    case .probe:
      let count = current.history.stuck.count
      page.add(
        count == 1
          ? "You were stuck on a follow-up here. Space asks it again."
          : "You were stuck on \(count) follow-ups here. Space asks them again.")
    case .regrade: break
    }
    if !current.draft.joined().isEmpty, item.task == .answer || item.task == .rebuild {
      page.addGap()
      page.add(
        unsavedDrafts.contains(current.card.id)
          ? "What you typed here is not saved yet; t goes on with it."
          : "A draft of yours is kept; t goes on with it.")
    }
  }

  /// The four steps of confidence, with the one chosen in brackets.
  private static func confidence(_ chosen: Int?, isShort: Bool) -> String {
    let steps = ["not at all", "hardly", "fairly", "quite"].enumerated().map { index, word in
      let step = isShort ? "\(index + 1)" : "\(index + 1) \(word)"
      return index + 1 == chosen ? "[\(step)]" : step
    }
    return (isShort ? "How sure, 4 most?  " : "Are you sure of it?  ")
      + steps.joined(separator: "  ")
  }
}
