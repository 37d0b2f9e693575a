import Decks
import Practice
import Scheduler

extension App {
  /// Takes in what came of an effect, and says what to do next.
  public mutating func update(_ outcome: Outcome) -> [Effect] {
    let effects = take(outcome)
    return withMissing(effects)
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
    case .session(let cards, let request):
      return begin(cards, request)
    case .recorded(let id, let memory):
      return recorded(id, memory)
    case .undone(let undone, let card):
      return tookBack(undone, card)
    case .buried(let id, let day):
      return changed(
        .buried(id), isTakenBack: day == nil, "Put away until tomorrow; u brings it back.")
    case .suspended(let id, let isSuspended):
      if let effects = suspendedInList(id, isSuspended) { return effects }
      return changed(
        .suspended(id), isTakenBack: !isSuspended, "Kept out of practice; u brings it back.")
    case .noteChanged(let id, let note):
      if case .practice(var practice) = path.last {
        practice.setNote(note, of: id)
        show(.practice(practice))
      }
    case .notebook(let outcome): update(outcome)
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

extension App {
  private mutating func begin(_ cards: [SessionCard], _ request: SessionRequest) -> [Effect] {
    guard !cards.isEmpty else {
      notice = Notice(text: "There is nothing to practise here.")
      return endsWithSession ? [.quit] : []
    }
    path.append(
      .practice(PracticeScreen(cards, seed: request.seed, schedule: schedule)))
    return []
  }

  /// The grade is on disk: only now does the next card come.
  private mutating func recorded(_ id: CardID, _ memory: Memory) -> [Effect] {
    guard case .practice(var practice) = path.last, let grade = practice.pendingGrade,
      practice.session.current == id
    else { return [] }
    practice.graded(grade, memory: memory)
    showNext(in: practice)
    return []
  }

  /// A card was put away, or came back.
  private mutating func changed(_ step: Session.Step, isTakenBack: Bool, _ text: String)
    -> [Effect]
  {
    guard var practice = latestPractice else { return [] }
    if isTakenBack {
      practice.tookBack(step)
    } else {
      practice.took(step)
      notice = Notice(text: text)
    }
    showNext(in: practice)
    return []
  }

  private mutating func tookBack(_ undone: UndoneReview?, _ card: SessionCard?) -> [Effect] {
    guard let undone else {
      notice = Notice(text: "There is no grade to take back.")
      return []
    }
    notice = Notice(text: "Took back \(undone.grade.title) on \(undone.card.card).")
    guard var practice = latestPractice else { return [.loadHome] }
    practice.setMemory(undone.memory, of: undone.card)
    if let step = practice.session.lastStep, step == .graded(undone.card, undone.grade) {
      practice.tookBack(step)
    } else if let card {
      practice.bring(card)
    }
    showNext(in: practice)
    return []
  }

  /// The session under way or just finished; nil elsewhere.
  private var latestPractice: PracticeScreen? {
    switch path.last {
    case .practice(let practice): practice
    case .summary(let summary): summary.practice
    default: nil
    }
  }

  /// Shows the card that is asked now, or the summary when there is none.
  private mutating func showNext(in practice: PracticeScreen) {
    show(practice.current == nil ? .summary(SummaryScreen(practice)) : .practice(practice))
  }
}
