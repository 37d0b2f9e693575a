import Decks
import Scheduler

extension PracticeRun {
  /// Does what the person wants; nothing where that is not offered.
  ///
  /// - Returns: what is to be done outside, in this order.
  public mutating func perform(_ action: Action, at now: Moment) -> [PracticeEffect] {
    guard isOffered(action), let current, let attempt else { return [] }
    let id = current.card.id
    let isUndoAsked = isUndoAsked
    self.isUndoAsked = false
    switch action {
    case .surer: self.attempt?.confidence = Self.sureness(after: attempt.confidence, by: 1)
    case .lessSure: self.attempt?.confidence = Self.sureness(after: attempt.confidence, by: -1)
    case .otherWording:
      self.attempt?.wording = (attempt.wording + 1) % current.card.wordings.count
    case .speak: return speak(at: now)
    case .headline: drill(.headline, at: now)
    case .pick:
      guard !start.stories.isEmpty else { return [.say(.noStories)] }
      drill(.pick, at: now)
    case .read: phase = .reading(DrillClock(.reading, at: now.time))
    case .guess(let family): guess(family, at: now)
    case .write:
      // What was heard stands in the boxes, and is owed to nobody any more.
      let released = attempt.hasWords ? dropWords() : []
      openBoxes(with: written, at: now)
      return released
    case .editor:
      let form = AnswerForm(attempt: attempt, texts: written)
      return [.editAnswer(id, form, question: current.question(in: attempt))]
    case .nextPart: change { $0.mark(at: now.time) }
    case .previousPart: change { $0.stepBack(at: now.time) }
    case .pause:
      change { $0.togglePause(at: now.time) }
      guard isRecorded, case .speaking(let clock) = phase else { return [] }
      return [.holdRecording(clock.isPaused)]
    case .reveal: openAnswerSide()
    case .done: return finishSpeaking(naming: nil, at: now)
    case .name(let story):
      if case .drilling = phase { return finishSpeaking(naming: story, at: now) }
      self.attempt?.story = story
      observe()
      phase = .reveal
    case .wrote(let texts, let words):
      setDraft(current.draft(with: texts, in: attempt), of: id)
      if isMending { return mended(texts) }
      let pace = start.pace.wordsPerMinute
      self.attempt?.wrote(texts, words: words, wordsPerMinute: pace)
      isAnsweredHere = self.attempt?.isGiven == true
      openAnswerSide()
    case .stop: return stop(at: now)
    case .tick(let tick):
      self.attempt?.toggle(tick)
      isTickedHere = true
    case .tickAll:
      let lines = lines
      self.attempt?.tickAll(lines)
      isTickedHere = true
    case .nameStory: phase = .naming
    case .saveStory: return [.saveStory(attempt.texts)]
    case .probe: askProbe(at: now)
    case .judge(let result): return judge(result, at: now)
    case .hear: return [.playRecording(id)]
    case .mend:
      setDraft(current.draft(bringingBack: attempt), of: id)
      phase = .writing
    case .hearAgain:
      guard let recording = attempt.recording else { return [] }
      hearing = .underWay
      return [
        .hearAgain(
          id, recording: recording, marks: attempt.marks, duration: attempt.duration ?? 0)
      ]
    case .grade(let grade): return choose(grade, at: now)
    case .accept: return accept(at: now)
    case .askGrade: return [.say(.gradeFirst)]
    case .bury:
      return [.bury(id, until: now.day(startHour: schedule.startHour) + 1, in: session)]
    case .suspend: return [.suspend(id, true, in: session)]
    case .leaveAside: return [.leaveAside(id, in: session)]
    case .skip, .notYet: return [.skip(true, in: session)]
    case .note: return [.editNote(id)]
    case .undo: return [undo(isAsked: isUndoAsked)]
    }
    return []
  }

  /// The next step of a scale with “not said” in its middle: 1, 2, nil, 3, 4.
  private static func sureness(after step: Int?, by change: Int) -> Int? {
    let scale: [Int?] = [1, 2, nil, 3, 4]
    let place = (scale.firstIndex(of: step) ?? 2) + change
    return scale[min(max(place, 0), scale.count - 1)]
  }

  // MARK: - Answering

  private mutating func speak(at now: Moment) -> [PracticeEffect] {
    switch item?.task {
    case .headline: drill(.headline, at: now)
    case .pick: drill(.pick, at: now)
    case .reading: phase = .reading(DrillClock(.reading, at: now.time))
    case .probe:
      // What one was stuck on may have been met meanwhile.
      guard nextProbe != nil else { return finish(at: now) }
      askProbe(at: now)
    default:
      let dropped = dropWords()
      attempt?.beginAnew(.spoken, at: now)
      phase = .speaking(SpokenClock(at: now.time))
      return dropped + (item.map { [.startRecording($0.card)] } ?? [])
    }
    return []
  }

  private mutating func drill(_ drill: Drill, at now: Moment) {
    attempt?.beginAnew(drill.mode, at: now)
    phase = .drilling(DrillClock(drill, at: now.time))
  }

  /// The person has said what the question is after: the deck knows.
  private mutating func guess(_ family: String, at now: Moment) {
    guard case .reading(let clock) = phase, let meant = meantFamily else { return }
    let milliseconds = clock.milliseconds(at: now.time)
    attempt?.guess = FamilyGuess(family, of: meant.code, milliseconds: milliseconds)
    phase = .question
    let isDrill = item?.task == .reading
    if isDrill { attempt?.spoke(milliseconds: milliseconds) }
    if let attempt { cards[attempt.card]?.named = attempt }
    if isDrill { openAnswerSide() }
  }

  /// Ticks that the story fits, where the person has noted that it shows what the question is after.
  private mutating func tickFit(of story: Int64?) {
    guard attempt?.mode == .pick, let attempt, let meant = meantFamily,
      let story = start.stories.first(where: { $0.number == story }),
      story.families.contains(meant.code)
    else { return }
    self.attempt?.setTicks(attempt.ticks.union([.named]), byThePerson: false)
  }

  /// Lets the boxes be written in; what stands in them is the draft.
  mutating func openBoxes(with texts: [String], at now: Moment) {
    guard let current, let attempt else { return }
    setDraft(current.draft(with: texts, in: attempt), of: attempt.card)
    (hearing, delivery) = (nil, nil)
    self.attempt?.beginAnew(.typed, at: now)
    phase = .writing
  }

  private mutating func change(_ body: (inout SpokenClock) -> Void) {
    guard case .speaking(var clock) = phase else { return }
    body(&clock)
    phase = .speaking(clock)
  }

  private mutating func finishSpeaking(naming story: Int64?, at now: Moment) -> [PracticeEffect] {
    switch phase {
    case .speaking(let clock): attempt?.spoke(clock, until: now.time)
    case .drilling(let clock):
      attempt?.spoke(milliseconds: clock.milliseconds(at: now.time))
      attempt?.story = story
      tickFit(of: story)
    default: break
    }
    isAnsweredHere = true
    openAnswerSide()
    return stopRecording(isKept: true)
  }

  private mutating func stop(at now: Moment) -> [PracticeEffect] {
    switch phase {
    // What was mended so far is what was said.
    case .writing where isMending: return mended(boxTexts)
    case .probing where attempt?.purpose != .probe, .naming: phase = .reveal
    case .reading: phase = .question
    case .drilling where attempt?.purpose == .drill: phase = .question
    case .writing, .drilling:
      // What was begun is no answer: its words stay a draft, whatever comes next.
      attempt?.beginAnew(.spoken, at: now)
      phase = .question
    default: phase = .question
    }
    return stopRecording(isKept: false)
  }

  private mutating func stopRecording(isKept: Bool) -> [PracticeEffect] {
    guard isRecorded, let item else { return [] }
    isRecorded = false
    return [
      .stopRecording(
        item.card, isKept: isKept, marks: attempt?.marks ?? [], duration: attempt?.duration ?? 0)
    ]
  }

  /// The person has mended what was heard; until the answer is kept, it is their draft.
  private mutating func mended(_ texts: [String]) -> [PracticeEffect] {
    guard let attempt else { return [] }
    self.attempt?.take(heard: attempt.heard, mended: texts)
    openAnswerSide(isAnew: false)
    return (attempt.recording.map { [.release(recording: $0)] } ?? [])
      + (cards[attempt.card].map { [.keepDraft($0.draft, of: attempt.card)] } ?? [])
  }

  /// Another answer takes the place of one that was spoken: nobody waits for its words any more.
  private mutating func dropWords() -> [PracticeEffect] {
    (hearing, delivery) = (nil, nil)
    guard let recording = attempt?.recording else { return [] }
    return [.release(recording: recording)]
  }

  /// What becomes of words that were heard of an answer when it is left without a grade.
  func shelved(_ attempt: Attempt?) -> [PracticeEffect] {
    guard let attempt, attempt.mode == .spoken, attempt.hasWords,
      let recording = attempt.recording
    else { return [] }
    return [.shelve(attempt.card, recording: recording, texts: attempt.texts)]
  }

  private mutating func openAnswerSide(isAnew: Bool = true) {
    observe()
    attempt?.takeTimeForKept()
    if isAnew { isTickedHere = false }
    phase = .reveal
  }

  /// Looks at what was written or heard, once: it takes longer than a frame where it is long.
  mutating func observe() {
    guard let attempt, let current else { return }
    observations = current.observations(of: attempt, in: start)
    nothingStoodOut =
      observations.isEmpty && !start.observing.isEmpty && attempt.isStoryInWords
      && attempt.hasWords
  }

  // MARK: - Follow-ups

  private mutating func askProbe(at now: Moment) {
    guard let nextProbe else { return }
    phase = .probing(question: nextProbe, DrillClock(.probe, at: now.time))
  }

  /// Judges the follow-up asked now, or the card itself where it is one.
  private mutating func judge(_ result: ProbeResult, at now: Moment) -> [PracticeEffect] {
    guard case .probing(let probe, let clock) = phase else {
      let answer = question.map {
        ProbeAnswer(question: $0, result: result, duration: attempt?.duration)
      }
      attempt?.probes = answer.map { [$0] } ?? []
      isTickedHere = true
      return []
    }
    attempt?.probes.append(
      ProbeAnswer(
        question: probe, result: result, duration: clock.milliseconds(at: now.time)))
    guard attempt?.purpose == .probe else {
      phase = .reveal
      return []
    }
    guard nextProbe != nil else { return finish(at: now) }
    askProbe(at: now)
    return []
  }

  // MARK: - Going on

  /// The person chose a grade: it has to be recorded before the next card comes.
  private mutating func choose(_ grade: Grade, at now: Moment) -> [PracticeEffect] {
    attempt?.moment = now
    pending = .graded(grade)
    guard let attempt, let current else { return [] }
    return [.record(current.grading(of: attempt, as: grade), attempt, in: session)]
  }

  /// The person is done with something that gets no grade: it has to be kept before going on.
  private mutating func finish(at now: Moment) -> [PracticeEffect] {
    attempt?.moment = now
    pending = .ungraded
    return attempt.map { [.keep($0, in: session)] } ?? []
  }

  /// Goes on the way that the ticks speak for.
  private mutating func accept(at now: Moment) -> [PracticeEffect] {
    if let acceptedGrade { return choose(acceptedGrade, at: now) }
    if isMarkedDone { return finish(at: now) }
    if attempt?.purpose == .answer { return [.say(.gradeFirst)] }
    // A drill may well come to nothing, and that counts.
    if attempt?.purpose == .drill { return finish(at: now) }
    return attempt?.isTicked == true ? finish(at: now) : [.say(.tickFirst)]
  }

  private mutating func undo(isAsked: Bool) -> PracticeEffect {
    guard let lastStep = session.lastStep else { return .say(.nothingToTakeBack) }
    // The step before is one thing, the answer in hand another.
    guard isAsked || phase == .question || !(isAnsweredHere || isTickedHere) else {
      isUndoAsked = true
      return .say(.answerInHand)
    }
    return switch lastStep {
    case .buried(let item): .bury(item.card, until: nil, in: session)
    case .suspended(let item): .suspend(item.card, false, in: session)
    case .skipped: .skip(false, in: session)
    case .kept(let item, let attempt): .undoAttempt(attempt, at: item.card, in: session)
    case .graded: .undo(in: session)
    }
  }
}
