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
    case .practice(let outcome): return take(outcome)
    case .draftKept(let texts, let id): draftKept(texts, of: id)
    case .draftUnkept(let texts, let id, let reason): draftUnkept(texts, of: id, reason)
    case .draft(let texts, let id): return takeDraft(texts, of: id)
    case .answerUnkept(let attempt, let reason): answerUnkept(attempt, reason)
    case .outlook(let outlook):
      if case .summary(var summary) = path.last {
        summary.outlook = outlook
        show(.summary(summary))
      }
    case .done: break
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
