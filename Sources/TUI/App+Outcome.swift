import Decks
import Practice
import Scheduler

extension App {
  /// Takes in what came of an effect, and says what to do next.
  public mutating func update(_ outcome: Outcome) -> [Effect] {
    let effects = take(outcome)
    return withMissing(withUnsaved(effects))
  }

  private mutating func take(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .home(let summary):
      showHome { $0 = HomeScreen(summary: summary) }
    case .readingDecks(let share): showHome { $0.reading = share }
    case .weak(let cards):
      if case .weak(let weak) = path.last {
        var renewed = WeakScreen(cards: cards, position: weak.position)
        renewed.move(by: 0)
        show(.weak(renewed))
      } else {
        path.append(.weak(WeakScreen(cards: cards)))
      }
    case .decks(let decks): showDecks(decks)
    case .cards(let list): showCards(list)
    case .found(let words, let numbers): takeFound(numbers, by: words)
    case .listings(let found, let asked): takeListings(found, of: asked)
    case .card(let card, let listing): showCard(card, listing)
    case .deckEdited(let fault): return edited(fault)
    case .session(let start): return begin(start)
    case .recorded(let attempt, let memory): return recorded(attempt, memory)
    case .undone(let undone, let card): return tookBack(undone, card)
    case .attemptUndone(let attempt, let card): return tookBack(attempt, of: card)
    case .draftKept(let texts, let id): draftKept(texts, of: id)
    case .draftUnkept(let texts, let id, let reason): draftUnkept(texts, of: id, reason)
    case .draft(let texts, let id): return takeDraft(texts, of: id)
    case .attemptUnkept(let attempt, let reason): attemptUnkept(attempt, reason)
    case .answerEdited(let id, let texts): return answerEdited(id, texts)
    case .outlook(let outlook):
      if case .summary(var summary) = path.last {
        summary.outlook = outlook
        show(.summary(summary))
      }
    case .recordingStarted: changePractice { $0.isRecorded = true }
    case .recordingKept(let id): changePractice { $0.addRecording(of: id) }
    case .done: break
    case .buried(let id, let day):
      return putAway(
        id, isTakenBack: day == nil, { .buried($0) }, "Put away until tomorrow; u brings it back.")
    case .suspended(let id, let isSuspended):
      if let effects = suspendedInList(id, isSuspended) { return effects }
      return putAway(
        id, isTakenBack: !isSuspended, { .suspended($0) },
        "Kept out of practice; u brings it back.")
    case .noteChanged(let id, let note):
      changePractice { $0.setNote(note, of: id) }
    case .notebook(let outcome):
      update(outcome)
      if case .changed = outcome { return dropEndedDrafts() }
    case .progress(let figures): path.append(.progress(ProgressScreen(figures)))
    case .settingUnkept(let value, let reason): settingUnkept(value, reason)
    case .settings(let listing, let inForce): showSettings(listing, inForce)
    case .failed(let text):
      notice = Notice(text: text, isProblem: true)
    }
    return []
  }

  private mutating func showHome(_ change: (inout HomeScreen) -> Void) {
    guard case .home(var home) = path[0] else { return }
    change(&home)
    path[0] = .home(home)
  }
}
