import Decks
import Practice
import Scheduler
import Screen

/// From the question to the answer side: aloud, in writing, as a drill, at a follow-up.
extension PracticeScreen {
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

  mutating func speak(at now: Moment) {
    attempt?.beginAnew(.spoken, at: now)
    phase = .speaking(SpokenClock(at: now.time))
  }

  mutating func drill(_ drill: Drill, at now: Moment) {
    attempt?.beginAnew(drill.mode, at: now)
    phase = .drilling(DrillClock(drill, at: now.time))
  }

  /// What was written at this card and is not an answer of an earlier session.
  var written: [String] {
    guard let attempt, let current else { return [] }
    return current.written(in: attempt)
  }

  /// Opens the boxes with what is written already.
  mutating func type(_ written: [String], in frame: Frame, at now: Moment) {
    guard let current, let attempt else { return }
    self.attempt?.beginAnew(.typed, at: now)
    phase = .typing(
      TypedAnswer(
        titles: current.card.kind.boxes, places: attempt.boxPlaces, texts: written,
        draft: current.draft, in: frame))
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
    case .question, .reveal, .naming, .probing: break
    }
    observe()
    phase = .reveal
    scroll = 0
  }

  /// Looks at what was written, once: it takes longer than a frame where it is long.
  mutating func observe() {
    guard let attempt, let current else { return }
    observations = current.observations(of: attempt, in: start)
  }

  /// The story that the person named for this answer, or else at this card before.
  var story: SessionStory? {
    guard let attempt, let current else { return nil }
    return current.story(in: attempt, among: start.stories)
  }

  /// Asks which story was told, with the one named before chosen.
  mutating func askForStory() {
    phase = .naming
    storyPosition = ListPosition()
    let named = start.stories.firstIndex { $0.number == story?.number }
    storyPosition.move(by: named ?? 0, count: storyRows.count)
  }

  /// The story chosen is the one that was told; none where the person chose that.
  mutating func nameStory() {
    let chosen = chosenStory?.number
    attempt?.story = chosen
    phase = .reveal
    scroll = 0
    observe()
  }

  /// What is chosen from while a story is named, row by row.
  var storyRows: [String] {
    let titles = start.stories.map { $0.title + ($0.listener == nil ? "" : " (told)") }
    return phase == .naming ? titles + ["none of these"] : titles
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

  /// Leaves a follow-up, or the list of stories.
  mutating func stopAsking() { phase = attempt?.purpose == .probe ? .question : .reveal }

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
}
