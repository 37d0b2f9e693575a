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
    case probing(question: String, DrillClock)
  }

  private(set) var session: Session
  private(set) var cards: [CardID: SessionCard]
  /// What was done at each of the session's steps; nil where nothing was answered, and for steps of
  /// before the program was started.
  private(set) var attempts: [Attempt?]
  /// What the person does at what is asked now; nil when the session is over.
  private(set) var attempt: Attempt?
  var phase = Phase.question
  /// Whether the attempt is on its way to the disk, with this grade if it gets one.
  private(set) var pending: Pending?
  /// Whether what is said is being recorded.
  var isRecorded = false
  /// First line shown of a page that is longer than the window.
  private(set) var scroll = 0
  /// The story chosen among ``SessionStart/stories``, while one is named.
  var storyPosition = ListPosition()
  /// What was seen in the answer that was written.
  private(set) var observations: [Observation] = []
  let start: SessionStart
  let schedule: Schedule

  enum Pending: Equatable {
    case grade(Grade)
    case none
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
    case .typing(let typed): typed.nextSave(after: time)
    case .question, .reveal: nil
    }
  }

  /// Whether what is typed is text now.
  var takesText: Bool {
    if case .typing = phase { true } else { false }
  }

  // MARK: - Ticks

  /// The lines to tick.
  var lines: [TickLine] {
    guard let attempt, let current else { return [] }
    return current.lines(for: attempt)
  }

  /// What the ticks speak for; nil where no grade is given.
  var suggestion: SuggestedGrade? {
    guard let attempt, attempt.purpose == .answer else { return nil }
    return SuggestedGrade(for: attempt, lines: lines)
  }

  mutating func toggle(_ tick: Tick) { attempt?.toggle(tick) }
  mutating func tickAll() {
    let lines = lines
    attempt?.tickAll(lines)
  }

  /// What wordings and follow-ups are drawn from at this step.
  private var seed: UInt64 { start.seed &+ UInt64(session.steps.count) }

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
    pending = .grade(grade)
    return attempt.map { (card.grading(of: $0, as: grade), $0) }
  }

  /// The person is done with something that gets no grade: it has to be kept before going on.
  mutating func finish(at now: Moment) -> Attempt? {
    attempt?.moment = now
    pending = Pending.none
    return attempt
  }

  /// The attempt is on disk: moves on.
  mutating func recorded(_ kept: Attempt, memory: Memory?, at now: Moment) {
    guard let item, item.card == kept.card, let pending else { return }
    cards[item.card]?.add(kept, memory: memory)
    attempts.append(kept)
    switch pending {
    case .grade(let grade): session.take(.graded(item, grade))
    case .none: session.take(.kept(item, attempt: kept.id ?? 0))
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

  mutating func addRecording(of id: CardID) { cards[id]?.hasRecording = true }
  mutating func setNote(_ note: String?, of id: CardID) { cards[id]?.note = note }

  // MARK: - Answering

  mutating func setConfidence(_ confidence: Int) {
    let isChosen = attempt?.confidence == confidence
    attempt?.confidence = isChosen ? nil : confidence
  }

  /// Asks the same card in its next wording.
  mutating func changeWording() {
    guard let count = current?.card.wordings.count, count > 1, let wording = attempt?.wording
    else { return }
    attempt?.wording = (wording + 1) % count
  }

  /// Begins the answer anew in a mode; what an earlier one of the same card had is gone.
  private mutating func restart(_ mode: AnswerMode, at now: Moment) {
    guard let old = attempt else { return }
    var new = Attempt(
      card: old.card, kind: old.kind, moment: now, purpose: old.purpose, wording: old.wording)
    new.mode = mode
    new.confidence = old.confidence
    new.parts = old.parts
    new.story = old.story
    new.probes = old.purpose == .probe ? old.probes : []
    attempt = new
  }

  mutating func speak(at now: Moment) {
    restart(.spoken, at: now)
    phase = .speaking(SpokenClock(at: now.time))
  }

  mutating func drill(_ drill: Drill, at now: Moment) {
    restart(drill.mode, at: now)
    phase = .drilling(DrillClock(drill, at: now.time))
  }

  /// What was written at this card and is not an answer of an earlier session.
  var written: [String] {
    guard let attempt, let current else { return [] }
    return attempt.texts.isEmpty ? current.draft : attempt.texts
  }

  /// Opens the boxes with what is written already.
  mutating func type(_ written: [String], in frame: Frame, at now: Moment) {
    guard let current, let attempt else { return }
    restart(.typed, at: now)
    phase = .typing(
      TypedAnswer(
        titles: current.card.kind.boxes, places: attempt.boxPlaces, texts: written, in: frame))
  }

  /// Keeps in mind what is written, as it goes to the disk.
  mutating func keepDraft(_ texts: [String]) {
    guard let id = item?.card else { return }
    cards[id]?.draft = texts
    if case .typing(var typed) = phase {
      typed.saved()
      phase = .typing(typed)
    }
  }

  mutating func change(_ body: (inout SpokenClock) -> Void) {
    guard case .speaking(var clock) = phase else { return }
    body(&clock)
    phase = .speaking(clock)
  }

  mutating func stop() { phase = .question }

  /// The answer is done: shows the answer side.
  mutating func reveal(at time: Timestamp) {
    let lines = lines
    switch phase {
    case .speaking(let clock): attempt?.spoke(clock, until: time, lines: lines)
    case .drilling(let clock):
      attempt?.spoke(milliseconds: clock.milliseconds(at: time), lines: lines)
      let story = clock.drill == .pick ? chosenStory : nil
      attempt?.story = story?.number
    case .typing(let typed):
      attempt?.wrote(typed.texts, words: typed.wordCount, lines: lines)
    case .question, .reveal, .probing: break
    }
    observe()
    phase = .reveal
    scroll = 0
  }

  /// Looks at what was written, once: it takes longer than a frame where it is long.
  private mutating func observe() {
    guard let attempt, let current else { return }
    observations = current.observations(of: attempt, in: start)
  }

  /// The story that the person named for this answer, or else at this card before.
  var story: SessionStory? {
    let number = attempt?.story ?? current?.history.story
    return start.stories.first { $0.number == number }
  }

  /// What is said when a story is about to be told to those who have heard it; nil if they have not.
  func warning(before story: SessionStory) -> String? {
    guard let listener = story.listener else { return nil }
    let other = current?.freshStory.map { "“\($0)” fits too, and is new to them." }
    return ["Told to \(listener).", other ?? "Is there another one that shows it?"]
      .joined(separator: " ")
  }

  private var chosenStory: SessionStory? {
    start.stories.indices.contains(storyPosition.selected)
      ? start.stories[storyPosition.selected] : nil
  }

  // MARK: - Follow-ups

  /// The follow-up that comes next; nil when there is none left.
  var nextProbe: String? {
    guard let attempt, let current else { return nil }
    return current.nextProbe(in: attempt, general: start.generalProbes, seed: seed)
  }

  mutating func probe(at time: Timestamp) {
    guard let nextProbe else { return }
    scroll = 0
    phase = .probing(question: nextProbe, DrillClock(.probe, at: time))
  }

  /// Judges the follow-up asked now, or the card itself where it is one.
  ///
  /// - Returns: whether nothing is left of what waited at the card.
  mutating func judge(_ result: ProbeResult, at time: Timestamp) -> Bool {
    guard let question else { return false }
    switch phase {
    case .probing(let probe, let clock):
      attempt?.probes.append(
        ProbeAnswer(question: probe, result: result, duration: clock.milliseconds(at: time)))
    case .reveal where current?.card.kind == .probe:
      let duration = attempt?.duration
      attempt?.probes = [ProbeAnswer(question: question, result: result, duration: duration)]
      return false
    default: return false
    }
    guard attempt?.purpose == .probe else {
      phase = .reveal
      return false
    }
    probe(at: time)
    return nextProbe == nil
  }

  mutating func stopProbing() { phase = attempt?.purpose == .probe ? .question : .reveal }

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
