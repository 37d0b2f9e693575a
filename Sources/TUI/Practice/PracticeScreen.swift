import Decks
import Practice
import Scheduler
import Screen

/// One thing after the other: asked, answered, revealed, probed, ticked, graded.
struct PracticeScreen {
  /// How far the person is with what is asked now.
  enum Phase: Equatable {
    case question
    case speaking(SpokenClock)
    case typing(TypedAnswer)
    case drilling(DrillClock)
    /// The answer side shows, with the ticks.
    case reveal
    /// The person says which story they told.
    case naming
    case probing(question: String, DrillClock)
  }

  private(set) var session: Session
  private(set) var cards: [CardID: SessionCard]
  /// What was done at each of the session's steps; nil where nothing was answered, and for steps of
  /// before the program was started.
  private(set) var attempts: [Attempt?]
  /// What the person does at what is asked now; nil when the session is over.
  var attempt: Attempt?
  var phase = Phase.question
  /// As what the attempt is on its way to the disk; nil if it is not.
  private(set) var pending: Pending?
  /// The cards whose drafts are not on disk.
  private(set) var unsavedDrafts: Set<CardID> = []
  /// Whether what is said is being recorded.
  var isRecorded = false
  /// First line shown of a page that is longer than the window.
  var scroll = 0
  /// The story chosen among ``SessionStart/stories``, while one is named.
  var storyPosition = ListPosition()
  /// What was seen in the answer that was written.
  var observations: [Observation] = []
  let start: SessionStart
  let schedule: Schedule

  enum Pending: Equatable {
    case graded(Grade), ungraded
  }

  init(_ start: SessionStart, at now: Moment, schedule: Schedule) {
    session = start.session
    attempts = start.session.steps.map { _ in nil }
    cards = Dictionary(start.cards.map { ($0.card.id, $0) }) { first, _ in first }
    self.start = start
    self.schedule = schedule
    ask(at: now)
  }

  /// Cards that did not come though the person had been sure of them.
  var sureMisses: Set<CardID> {
    Set(
      zip(session.steps, attempts).compactMap { step, attempt in
        guard case .graded(let item, .again) = step, (attempt?.confidence ?? 0) > 2 else {
          return nil
        }
        return item.card
      })
  }

  var item: SessionItem? { session.current }

  /// The card asked now; nil when the session is over.
  var current: SessionCard? { item.flatMap { cards[$0.card] } }

  /// Minutes that what is still to come will take.
  var minutesLeft: Double { session.minutesLeft(cards) }

  /// Milliseconds until something on the screen changes by itself.
  func nextChange(after time: Timestamp) -> Int? {
    switch phase {
    case .speaking(let clock): clock.nextChange(after: time)
    case .drilling(let clock), .probing(_, let clock): clock.nextChange(after: time)
    case .question, .typing, .reveal, .naming: nil
    }
  }

  /// Whether what is typed is text now.
  var takesText: Bool {
    if case .typing = phase { true } else { false }
  }

  /// What wordings and follow-ups are drawn from at this step.
  var seed: UInt64 { start.seed &+ UInt64(session.steps.count) }

  // MARK: - Moving on

  /// Asks what comes now, with a wording that is not the last one.
  private mutating func ask(at now: Moment) {
    phase = .question
    pending = nil
    scroll = 0
    storyPosition = ListPosition()
    attempt = nil
    observations = []
    guard let item, let current else { return }
    attempt = current.attempt(at: item.task, moment: now, seed: seed)
    if item.task == .regrade { phase = .reveal }
  }

  /// The person chose a grade: it has to be recorded before the next card comes.
  mutating func choose(_ grade: Grade, at now: Moment) -> (Grading, Attempt)? {
    guard case .reveal = phase, attempt?.purpose == .answer, let card = current else {
      return nil
    }
    attempt?.moment = now
    pending = .graded(grade)
    return attempt.map { (card.grading(of: $0, as: grade), $0) }
  }

  /// The person is done with something that gets no grade: it has to be kept before going on.
  mutating func finish(at now: Moment) -> Attempt? {
    attempt?.moment = now
    pending = .ungraded
    return attempt
  }

  /// The attempt is on disk: moves on.
  mutating func recorded(_ kept: Attempt, memory: Memory?, at now: Moment) {
    guard let item, item.card == kept.card, let pending else { return }
    cards[item.card]?.add(kept, memory: memory)
    if cards[item.card]?.draft.joined().isEmpty == true { unsavedDrafts.remove(item.card) }
    attempts.append(kept)
    switch pending {
    case .graded(let grade): session.take(.graded(item, grade))
    case .ungraded: session.take(.kept(item, attempt: kept.id ?? 0))
    }
    ask(at: now)
  }

  /// The card was put away: moves on.
  mutating func took(_ step: Session.Step, at now: Moment) {
    session.take(step)
    attempts.append(nil)
    ask(at: now)
  }

  /// A step was taken back: it is asked again, and what was done is open to be judged anew.
  ///
  /// - Parameters:
  ///   - attempt: what was done, if it was kept.
  ///   - card: the card as it is now; nil if it didn't change.
  ///   - isAnswered: whether the answer side is open even without an attempt.
  ///   - now: the time at which it is asked again.
  mutating func tookBack(
    _ attempt: Attempt?, card: SessionCard?, isAnswered: Bool, at now: Moment
  ) {
    session.undo()
    _ = attempts.popLast()
    if let card { cards[card.card.id] = card }
    reopen(attempt, isAnswered: isAnswered, at: now)
  }

  /// A review of before this session was taken back: its card comes first now.
  mutating func bring(_ card: SessionCard, _ attempt: Attempt?, at now: Moment) {
    cards[card.card.id] = card
    session.bringForward(card.card.id)
    reopen(attempt, isAnswered: true, at: now)
  }

  private mutating func reopen(_ earlier: Attempt?, isAnswered: Bool, at now: Moment) {
    ask(at: now)
    if isAnswered { phase = .reveal }
    guard var earlier, earlier.card == item?.card, earlier.purpose != .probe else { return }
    earlier.id = nil
    attempt = earlier
    phase = .reveal
    observe()
  }

  /// Keeps in mind what is written at a card, so that the boxes open with it.
  mutating func setDraft(_ texts: [String], of id: CardID) { cards[id]?.draft = texts }

  /// What is written at a card is on disk.
  mutating func draftKept(_ texts: [String], of id: CardID) {
    setDraft(texts, of: id)
    unsavedDrafts.remove(id)
    if item?.card == id, case .typing(var typed) = phase {
      typed.saved()
      phase = .typing(typed)
    }
  }

  /// What is written at a card is in memory alone.
  mutating func draftUnkept(_ texts: [String], of id: CardID) {
    setDraft(texts, of: id)
    unsavedDrafts.insert(id)
  }

  mutating func addRecording(of id: CardID) { cards[id]?.hasRecording = true }
  mutating func setNote(_ note: String?, of id: CardID) { cards[id]?.note = note }

  // MARK: - Showing

  /// The question in the wording that is asked.
  var question: String? {
    guard let attempt else { return nil }
    return current?.question(in: attempt)
  }

  mutating func scroll(by lines: Int, last: Int) {
    scroll = min(max(0, min(scroll, last) + lines), last)
  }
}
