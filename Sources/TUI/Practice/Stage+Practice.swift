public import Campaign
import Decks
import Practice
import Scheduler

extension Stage {
  /// What a session wants done, as effects of the trainer; what it says shows at once.
  mutating func outside(_ effects: [PracticeEffect]) -> [Effect] {
    effects.compactMap { effect in
      switch effect {
      case .say(let notice):
        if let text = PracticeVoice.screen.sentence(for: notice) { say(text) }
        return nil
      case .keepDraft(let texts, let id): return .keepDraft(texts, of: id)
      case .saveStory(let texts): return .notebook(.fillIn(Item(Story(written: texts))))
      case .editNote(let card): return .notebook(.fillIn(Item(CardNote(on: card))))
      default: return .practice(effect)
      }
    }
  }

  /// The same with cards as they are here: with what was typed at them and is not on disk yet.
  func withUnsaved(_ outcome: PracticeOutcome) -> PracticeOutcome {
    func withUnsaved(_ card: SessionCard?) -> SessionCard? {
      guard var card else { return nil }
      if let draft = unsaved.draft(of: card.card.id) { card.draft = draft }
      return card
    }
    return switch outcome {
    case .undone(let undone, let card): .undone(undone, withUnsaved(card))
    case .attemptUndone(let attempt, let card): .attemptUndone(attempt, withUnsaved(card))
    default: outcome
    }
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
