public import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// Keys in a session, and what comes of them outside.
extension App {
  /// Does what a key means in a session; nil if it means nothing there.
  mutating func press(_ key: Key, in practice: PracticeScreen) -> [Effect]? {
    var practice = practice
    guard let action = practice.keys.action(for: key) else {
      guard practice.typed?.handle(key, at: now.time) == true else { return nil }
      show(.practice(practice))
      return []
    }
    let effects = practice.perform(action, in: frame, at: now)
    show(.practice(practice))
    return outside(effects)
  }

  /// Puts pasted text into the open box.
  mutating func paste(_ text: String) -> [Effect] {
    changePractice { [now] in $0.typed?.paste(text, at: now.time) }
    return []
  }

  /// Fits the boxes to another window.
  mutating func layOutBoxes() {
    changePractice { [frame] in $0.typed?.layOut(in: frame) }
  }

  /// Changes the session shown; nothing elsewhere.
  mutating func changePractice(_ change: (inout PracticeScreen) -> Void) {
    guard case .practice(var practice) = path.last else { return }
    change(&practice)
    show(.practice(practice))
  }

  /// What a session wants done, as effects of the trainer; what it says shows at once.
  private mutating func outside(_ effects: [PracticeEffect]) -> [Effect] {
    effects.compactMap { effect in
      switch effect {
      case .say(let notice):
        if let text = PracticeVoice.screen.sentence(for: notice) {
          self.notice = Notice(text: text)
        }
        return nil
      case .keepDraft(let texts, let id): return .keepDraft(texts, of: id)
      case .saveStory(let texts): return .notebook(.add(Item(Story(written: texts))))
      default: return .practice(effect)
      }
    }
  }

  /// Takes in what came of what a session wanted done.
  mutating func take(_ outcome: PracticeOutcome) -> [Effect] {
    var outcome = outcome
    switch outcome {
    case .recorded(let attempt, _):
      if attempt.endsDraft { unsaved.removeDraft(of: attempt.card) }
    case .suspended(let id, let isSuspended):
      if let effects = suspendedInList(id, isSuspended) { return effects }
    case .undone(let undone, let card): outcome = .undone(undone, withUnsaved(card))
    case .attemptUndone(let attempt, let card):
      outcome = .attemptUndone(attempt, withUnsaved(card))
    default: break
    }
    switch path.last {
    case .practice(let practice): return take(outcome, in: practice)
    case .summary(let summary): return take(outcome, in: summary.practice)
    default:
      guard case .undone(let undone, _) = outcome else { return [] }
      let notice = undone.map { PracticeNotice.tookBack($0.grade, $0.card) } ?? .nothingToTakeBack
      return outside([.say(notice)]) + (undone == nil ? [] : [.loadHome])
    }
  }

  /// Takes it in, and shows what is asked now or the summary when there is nothing.
  private mutating func take(_ outcome: PracticeOutcome, in earlier: PracticeScreen) -> [Effect] {
    var practice = earlier
    let effects = outside(practice.take(outcome, in: frame, at: now))
    guard practice.current == nil else {
      show(.practice(practice))
      return effects
    }
    guard practice.run.turn != earlier.run.turn else { return effects }
    show(.summary(SummaryScreen(practice)))
    return effects + [.loadOutlook]
  }

  /// A card as it is on disk, with what was typed at it since and is not there yet.
  private func withUnsaved(_ card: SessionCard?) -> SessionCard? {
    guard var card else { return nil }
    if let draft = unsaved.draft(of: card.card.id) { card.draft = draft }
    return card
  }
}

extension Story {
  /// A story without a name, from what was written in the boxes of an answer.
  public init(written texts: [String]) {
    self.init(title: "")
    for (part, text) in zip(StarPart.allCases, texts) {
      switch part {
      case .situation: situation = text
      case .task: task = text
      case .action: action = text
      case .result: result = text
      }
    }
  }
}
