import Decks
import Practice
import Scheduler
import Screen

/// A session on the screen: how far it is, and what only the screen has beside that.
@dynamicMemberLookup
struct PracticeScreen {
  private(set) var run: PracticeRun
  /// The boxes, while an answer is being written.
  var typed: TypedAnswer?
  /// The cards whose drafts are not on disk.
  private(set) var unsavedDrafts: Set<CardID> = []
  /// First line shown of a page that is longer than the window.
  private(set) var scroll = 0
  /// The story chosen among ``storyRows``, while one is named.
  private(set) var storyPosition = ListPosition()
  /// What was asked when the page and the story were chosen.
  private var turn = 0

  init(_ start: SessionStart, at now: Moment, schedule: Schedule) {
    run = PracticeRun(start, at: now, schedule: schedule)
    turn = run.turn
  }

  subscript<Value>(dynamicMember member: KeyPath<PracticeRun, Value>) -> Value {
    run[keyPath: member]
  }

  /// What is chosen from while a story is named, row by row.
  var storyRows: [String] {
    run.phase == .naming ? run.storyTitles + ["none of these"] : run.storyTitles
  }

  private var chosenStory: Int64? {
    let stories = run.start.stories
    return stories.indices.contains(storyPosition.selected)
      ? stories[storyPosition.selected].number : nil
  }

  // MARK: - What the person does

  /// Does what a key means.
  ///
  /// - Returns: what is to be done outside.
  mutating func perform(_ action: Action, in frame: Frame, at now: Moment) -> [PracticeEffect] {
    guard let meant = meaning(of: action) else {
      move(action, in: frame, now: now)
      return []
    }
    var effects: [PracticeEffect] = []
    if let typed, let id = run.item?.card {
      if typed.isUnsaved { effects = [.keepDraft(typed.draft, of: id)] }
      // Whatever comes of that, the boxes open with it again.
      run.setDraft(typed.draft, of: id)
    }
    effects += run.perform(meant, at: now)
    switch meant {
    case .reveal, .done, .wrote, .name: scroll = 0
    case .nameStory:
      let named = run.start.stories.firstIndex { $0.number == run.story?.number }
      storyPosition = ListPosition()
      storyPosition.move(by: named ?? 0, count: storyRows.count)
    default: if case .probing = run.phase { scroll = 0 }
    }
    follow(in: frame)
    return effects
  }

  /// What a key means to the session; nil for what only the screen does.
  private func meaning(of action: Action) -> PracticeRun.Action? {
    switch (action, run.phase) {
    case (.run(let action), _): action
    case (.done, .drilling(let clock)) where clock.drill == .pick: .name(chosenStory)
    case (.done, .naming): .name(chosenStory)
    case (.done, .writing): typed.map { .wrote($0.texts, words: $0.wordCount) }
    case (.done, _): .done
    default: nil
    }
  }

  /// Takes in what came of an effect.
  ///
  /// - Returns: what is to be done next.
  mutating func take(_ outcome: PracticeOutcome, in frame: Frame, at now: Moment)
    -> [PracticeEffect]
  {
    let effects = run.take(outcome, at: now)
    if case .recorded(let attempt, _) = outcome,
      run.cards[attempt.card]?.draft.joined().isEmpty == true
    {
      unsavedDrafts.remove(attempt.card)
    }
    follow(in: frame)
    return effects
  }

  /// Opens and closes the boxes, and begins at the top of what is asked anew.
  private mutating func follow(in frame: Frame) {
    if run.turn != turn { (turn, scroll, storyPosition) = (run.turn, 0, ListPosition()) }
    guard run.phase == .writing, let current = run.current, let attempt = run.attempt else {
      typed = nil
      return
    }
    guard typed == nil else { return }
    typed = TypedAnswer(
      titles: current.card.kind.boxes, places: attempt.boxPlaces, draft: current.draft,
      in: frame)
  }

  private mutating func move(_ action: Action, in frame: Frame, now: Moment) {
    switch action {
    case .nextBox: typed?.moveFocus(by: 1, in: frame)
    case .previousBox: typed?.moveFocus(by: -1, in: frame)
    case .up: scroll(by: -1, in: frame, now: now)
    case .down: scroll(by: 1, in: frame, now: now)
    case .pageUp: scroll(by: -frame.height(), in: frame, now: now)
    case .pageDown: scroll(by: frame.height(), in: frame, now: now)
    case .run, .done: break
    }
  }

  private mutating func scroll(by lines: Int, in frame: Frame, now: Moment) {
    switch run.phase {
    case .drilling, .naming: storyPosition.move(by: lines, count: storyRows.count)
    case .question, .speaking, .writing, .reveal, .probing:
      let last = lastScroll(in: frame, now: now)
      scroll = min(max(0, min(scroll, last) + lines), last)
    }
  }

  // MARK: - Drafts

  /// What is written at a card is on disk.
  mutating func draftKept(_ texts: [String], of id: CardID) {
    run.setDraft(texts, of: id)
    unsavedDrafts.remove(id)
    if run.item?.card == id { typed?.saved() }
  }

  /// What is written at a card is in memory alone.
  mutating func draftUnkept(_ texts: [String], of id: CardID) {
    run.setDraft(texts, of: id)
    unsavedDrafts.insert(id)
  }
}
