import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// A session on the screen: how far it is, and what only the screen has beside that.
struct PracticeScreen: ScreenModel {
  private(set) var run: PracticeRun
  /// The boxes, while an answer is being written.
  var typed: TypedAnswer?
  /// Whether the person is asked if what is written is to go.
  private(set) var isAsked = false
  /// The cards whose drafts are not on disk.
  private(set) var unsavedDrafts: Set<CardID> = []
  /// First line shown of a page that is longer than the window.
  private(set) var scroll = 0
  /// What is chosen among ``choiceRows``: a story while one is named, a family while a question is read.
  private(set) var choicePosition = ListPosition()
  /// What was asked when the page and the story were chosen.
  private var turn = 0

  init(_ start: SessionStart, at now: Moment, schedule: Schedule) {
    run = PracticeRun(start, at: now, schedule: schedule)
    turn = run.turn
  }

  /// What is chosen from, row by row: stories, or families with the letter that takes each.
  var choiceRows: [String] {
    switch run.phase {
    case .naming: run.storyTitles + ["none of these"]
    case .drilling where run.item?.task == .pick: run.storyTitles + ["none of these"]
    case .reading:
      familyKeys.map { "\($0.key) \(run.start.families.shortTitle(of: $0.family.code))" }
    default: run.storyTitles
    }
  }

  /// The families, each with its letter.
  var familyKeys: [(key: Character, family: Family)] {
    Array(zip(Self.familyLetters, run.start.families)).map { (key: $0, family: $1) }
  }

  private var chosenStory: Int64? { run.start.stories.selected(choicePosition)?.number }

  // MARK: - What the person does

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    if action == .writeDown { return [Feed.goThere(from: fed)] }
    if action == .sayAgain { return [.sayAgain] }
    if action == .discard || action == .answer(.no) {
      isAsked = action == .discard && typed?.wordCount ?? 0 > 0
      if action == .discard, !isAsked { stage.say("There is nothing to throw away.") }
      return []
    }
    if action == .answer(.yes) { return discard(on: &stage) }
    if action == .copy { return run.question.map { stage.copy($0) } ?? [] }
    if action == .gradeEarly { stage.say("1 to 4 grade, after the answer.") }
    guard let meant = meaning(of: action) else {
      move(action, on: stage)
      return []
    }
    var effects: [PracticeEffect] = []
    if let typed, let id = run.item?.card {
      if typed.isUnsaved { effects = [.keepDraft(typed.draft, of: id)] }
      // Whatever comes of that, the boxes open with it again.
      run.setDraft(typed.draft, of: id)
    }
    effects += run.perform(meant, at: stage.now)
    if case .guess = meant, let current = run.current {
      stage.named[current.card.id] = current.named
    }
    switch meant {
    case .reveal, .done, .wrote, .name, .guess: scroll = 0
    case .read, .speak, .pick: choicePosition = ListPosition()
    case .nameStory:
      choicePosition = ListPosition()
      choicePosition.select(run.start.stories.firstIndex { $0.number == run.story?.number } ?? 0)
    default: if case .probing = run.phase { scroll = 0 }
    }
    follow(in: stage.frame)
    return stage.outside(effects)
  }

  /// Closes the boxes, and what was written in them is no draft any more.
  private mutating func discard(on stage: inout Stage) -> [Effect] {
    isAsked = false
    guard let id = run.item?.card else { return [] }
    run.setDraft([], of: id)
    unsavedDrafts.remove(id)
    let effects = run.perform(.stop, at: stage.now)
    follow(in: stage.frame)
    stage.say("Thrown away.")
    return stage.outside(effects) + [.keepDraft([], of: id)]
  }

  var question: Notice? { isAsked ? FormScreen.discardingQuestion : nil }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    // What is asked has to be answered first.
    guard !isAsked else { return [] }
    return typed?.handle(key, at: stage.now.time) == true ? [] : nil
  }

  mutating func open(field: Int, on stage: inout Stage) {
    guard let typed else { return }
    self.typed?.moveFocus(by: field - typed.focus, in: stage.frame)
  }

  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    guard !isAsked else { return [] }
    typed?.paste(text, at: stage.now.time)
    return []
  }

  /// What a key means to the session; nil for what only the screen does.
  private func meaning(of action: Action) -> PracticeRun.Action? {
    switch (action, run.phase) {
    case (.run(let action), _): action
    case (.done, .drilling(let clock)) where clock.drill == .pick: .name(chosenStory)
    case (.done, .naming): .name(chosenStory)
    case (.done, .reading):
      run.start.families.selected(choicePosition).map { .guess($0.code) }
    case (.done, .writing): typed.map { .wrote($0.texts, words: $0.wordCount) }
    case (.done, _): .done
    default: nil
    }
  }

  // MARK: - What comes of it

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .session(var start) = outcome, start.session.current != nil else { return nil }
    for index in start.cards.indices {
      start.cards[index].named = stage.named[start.cards[index].card.id]
    }
    var practice = Self(start, at: stage.now, schedule: stage.schedule)
    for draft in stage.unsaved.drafts { practice.draftUnkept(draft.texts, of: draft.card) }
    return practice
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .practice(let outcome): return take(outcome, on: &stage)
    case .draftKept(let texts, let id): draftKept(texts, of: id)
    case .draftUnkept(let texts, let id, _): draftUnkept(texts, of: id)
    default: return nil
    }
    return []
  }

  /// Takes it in; when nothing is asked any more the summary takes the place of the screen on top.
  mutating func take(_ outcome: PracticeOutcome, on stage: inout Stage) -> [Effect] {
    let turn = run.turn
    if case .recorded(let attempt, _) = outcome {
      stage.named[attempt.card] = nil
      if attempt.endsDraft { stage.unsaved.removeDraft(of: attempt.card) }
    }
    let effects = stage.outside(run.take(stage.withUnsaved(outcome), at: stage.now))
    if case .recorded(let attempt, _) = outcome,
      run.cards[attempt.card]?.draft.joined().isEmpty == true
    {
      unsavedDrafts.remove(attempt.card)
    }
    follow(in: stage.frame)
    return run.current == nil && run.turn != turn ? effects + sumUp(on: &stage) : effects
  }

  /// A session that was begun ends with its summary.
  mutating func close(on stage: inout Stage) -> [Effect]? {
    run.session.steps.isEmpty ? nil : sumUp(on: &stage)
  }

  private func sumUp(on stage: inout Stage) -> [Effect] {
    stage.go(.replace(SummaryScreen(self)))
    return [.loadOutlook]
  }

  var changesCards: Bool { true }

  mutating func settle(on stage: Stage) {
    typed?.layOut(in: stage.frame)
    guard isChoosing else { return }
    let head = head(in: stage.frame, now: stage.now)
    choicePosition.settle(
      count: choiceRows.count, height: max(1, stage.frame.height(under: head)))
  }

  func nextChange(after time: Timestamp) -> Int? { run.nextChange(after: time) }

  /// Opens and closes the boxes, and begins at the top of what is asked anew.
  private mutating func follow(in frame: Frame) {
    if run.turn != turn { (turn, scroll, choicePosition) = (run.turn, 0, ListPosition()) }
    guard run.phase == .writing, let current = run.current, let attempt = run.attempt else {
      typed = nil
      return
    }
    guard typed == nil else { return }
    typed = TypedAnswer(
      titles: current.card.kind.boxes, places: attempt.boxPlaces, draft: current.draft,
      in: frame)
  }

  private mutating func move(_ action: Action, on stage: Stage) {
    switch action {
    case .nextBox: typed?.moveFocus(by: 1, in: stage.frame)
    case .previousBox: typed?.moveFocus(by: -1, in: stage.frame)
    case .move(let move):
      if isChoosing {
        choicePosition.move(move)
      } else {
        let (page, height) = scrolled(in: stage.frame, now: stage.now)
        scroll = page.top(scroll, after: move, height: height)
      }
    case .run, .done, .writeDown, .sayAgain, .gradeEarly, .copy, .discard, .answer: break
    }
  }

  /// Whether the keys that move go through what is chosen from.
  var isChoosing: Bool {
    switch run.phase {
    case .drilling(let clock): clock.drill == .pick
    case .naming, .reading: true
    case .question, .speaking, .writing, .reveal, .probing: false
    }
  }

  // MARK: - What is said

  /// The question while it is asked, and a follow-up; nothing over an answer.
  func aloud(on stage: Stage) -> Aloud? {
    guard stage.settings.saysQuestions else { return nil }
    switch run.phase {
    case .question: return run.question.map { Aloud($0, turn: run.turn) }
    case .probing(let question, _): return Aloud(question, turn: run.turn)
    case .speaking, .writing, .drilling, .reading, .reveal, .naming: return nil
    }
  }

  func answerTime(at time: Timestamp) -> AnswerTime? {
    switch run.phase {
    case .speaking(let clock): .whole(clock.milliseconds(at: time))
    case .drilling(let clock), .reading(let clock), .probing(_, let clock):
      AnswerTime(
        passed: clock.milliseconds(at: time), target: nil, limit: clock.drill.seconds * 1000)
    case .question, .writing, .reveal, .naming: nil
    }
  }

  // MARK: - Drafts

  var takesText: Bool { typed != nil && !isAsked }

  var typedText: UnsavedText? {
    guard let typed, let card = run.item?.card else { return nil }
    return UnsavedText(card: card, texts: typed.draft)
  }

  func nextSave(after time: Timestamp) -> Int? { typed?.nextSave(after: time) }

  /// What is written at a card is on disk.
  private mutating func draftKept(_ texts: [String], of id: CardID) {
    run.setDraft(texts, of: id)
    unsavedDrafts.remove(id)
    if run.item?.card == id { typed?.saved() }
  }

  /// What is written at a card is in memory alone.
  private mutating func draftUnkept(_ texts: [String], of id: CardID) {
    run.setDraft(texts, of: id)
    unsavedDrafts.insert(id)
  }
}
