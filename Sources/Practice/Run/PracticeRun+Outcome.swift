import Decks
import Scheduler

extension PracticeRun {
  /// Takes in what came of an effect.
  ///
  /// - Returns: what is to be done next.
  public mutating func take(_ outcome: PracticeOutcome, at now: Moment) -> [PracticeEffect] {
    switch outcome {
    case .recorded(let attempt, let memory): return recorded(attempt, memory, at: now)
    case .buried(let id, let day):
      return putAway(id, isBack: day == nil, { .buried($0) }, .buried, at: now)
    case .suspended(let id, let isSuspended):
      return putAway(id, isBack: !isSuspended, { .suspended($0) }, .suspended, at: now)
    case .leftAside(let id):
      return putAway(id, isBack: false, { .suspended($0) }, .leftAside, at: now)
    case .skipped(let isSkipped):
      guard let item = isSkipped ? item : session.lastStep?.item else { return [] }
      guard isSkipped else {
        return stepBack(at: now) + [.say(.tookSkipBack(item.card))]
      }
      return took(.skipped(item), at: now)
    case .undone(let undone, let card): return tookBack(undone, card, at: now)
    case .attemptUndone(let attempt, let card):
      let notice = session.lastStep.map { [PracticeEffect.say(.tookStepBack($0.item.card))] }
      return stepBack(to: attempt, card, at: now) + (notice ?? [])
    case .recordingStarted: isRecorded = true
    case .recordingKept(let id, let name, let canPlay, let isHeard):
      if canPlay { cards[id]?.hasRecording = true }
      guard attempt?.card == id, attempt?.mode == .spoken else { return [] }
      attempt?.recording = name
      hearing = isHeard ? .underWay : nil
    case .heard(let heard): return take(heard)
    case .shelved(let id, let texts): setDraft(texts, of: id)
    case .answerEdited(let id, let texts):
      guard item?.card == id else { return [] }
      openBoxes(with: texts, at: now)
      return cards[id].map { [.keepDraft($0.draft, of: id)] } ?? []
    case .noteChanged(let id, let note): cards[id]?.note = note
    case .doneElsewhere(let done):
      let asked = item
      session.passOver(done)
      if item != asked { ask(at: now) }
    case .done: break
    }
    return []
  }

  /// The attempt is on disk: only now does the next card come.
  private mutating func recorded(_ kept: Attempt, _ memory: Memory?, at now: Moment)
    -> [PracticeEffect]
  {
    guard let item, item.card == kept.card, let pending else { return [] }
    cards[item.card]?.add(kept, memory: memory)
    attempts.append(kept)
    let notice: PracticeNotice
    switch pending {
    case .graded(let grade):
      session.take(.graded(item, grade))
      cards[item.card]?.lastGrade = grade
      notice = .graded(grade, memory.map { consequence(of: $0, of: item.card, at: now) })
    case .ungraded:
      session.take(.kept(item, attempt: kept.id ?? 0))
      notice = .kept
    }
    ask(at: now)
    let isShared = session.isDaily && !session.queue.isEmpty
    return [.say(notice)] + (isShared ? [.lookElsewhere(session.queue)] : [])
  }

  /// A card was put away, or came back.
  private mutating func putAway(
    _ id: CardID, isBack: Bool, _ step: (SessionItem) -> Session.Step, _ notice: PracticeNotice,
    at now: Moment
  ) -> [PracticeEffect] {
    guard !isBack else { return stepBack(at: now) + [.say(.broughtBack(id))] }
    guard let item, item.card == id else { return [] }
    return took(step(item), at: now) + [.say(notice)]
  }

  private mutating func took(_ step: Session.Step, at now: Moment) -> [PracticeEffect] {
    let shelved = shelved(attempt)
    session.take(step)
    attempts.append(nil)
    ask(at: now)
    return shelved
  }

  // MARK: - What was heard

  /// Words of an answer came, or did not: to what is asked about now, to one that is kept, or to none.
  private mutating func take(_ heard: HeardAnswer) -> [PracticeEffect] {
    if let card = heard.kept {
      let here = cards[heard.card]
      cards[heard.card] = card
      cards[heard.card]?.heard.merge(here?.heard ?? [:]) { new, _ in new }
      if let here { cards[heard.card]?.draft = here.draft }
      cards[heard.card]?.named = here?.named
    }
    let isOpen = attempt?.recording == heard.recording && attempt?.mode == .spoken
    switch heard.result {
    case .failed(let reason):
      if isOpen { hearing = .failed(reason) }
      return [.say(.notHeard(reason, canTryAgain: isOpen))]
    case .words(let texts, let file):
      guard isOpen else {
        return heard.kept == nil
          ? [.shelve(heard.card, recording: heard.recording, texts: texts)] : []
      }
      attempt?.take(heard: texts)
      hearing = .done(seconds: heard.seconds)
      cards[heard.card]?.heard[heard.recording] = file
      delivery = attempt.flatMap { cards[heard.card]?.delivery(of: $0) }
      observe()
      return phase == .reveal ? [.say(.wordsCame)] : []
    }
  }

  /// Begins with the question again where nothing came of what was done; what was answered stays.
  public mutating func askAgain() {
    if isAskedAgain, item?.task != .regrade { phase = .question }
  }

  // MARK: - Taking back

  /// A review was taken back: its step, or if it is of before this session its card comes first now.
  private mutating func tookBack(_ undone: UndoneReview?, _ card: SessionCard?, at now: Moment)
    -> [PracticeEffect]
  {
    guard let undone else {
      askAgain()
      return [.say(.nothingToTakeBack)]
    }
    let notice = PracticeEffect.say(.tookBack(undone.grade, undone.card))
    if session.endsWith(undone) {
      return stepBack(to: undone.attempt, card, isAnswered: true, at: now) + [notice]
    }
    guard let card else { return [notice] }
    session.bringForward(card.card.id)
    cards[card.card.id] = card
    return reopen(undone.attempt, isAnswered: true, at: now) + [notice]
  }

  /// A step was taken back: it is asked again, and what was done is open to be judged anew.
  ///
  /// - Parameters:
  ///   - attempt: what was done, if it was kept.
  ///   - card: the card as it is now; nil if it didn't change.
  ///   - isAnswered: whether the answer side is open even without an attempt.
  ///   - now: the time at which it is asked again.
  /// - Returns: what is to be done next.
  private mutating func stepBack(
    to attempt: Attempt? = nil, _ card: SessionCard? = nil, isAnswered: Bool = false,
    at now: Moment
  ) -> [PracticeEffect] {
    session.undo()
    _ = attempts.popLast()
    if let card { cards[card.card.id] = card }
    return reopen(attempt, isAnswered: isAnswered, at: now)
  }

  /// Lays what was taken back open again; what was written is a draft until it is judged anew.
  private mutating func reopen(_ earlier: Attempt?, isAnswered: Bool, at now: Moment)
    -> [PracticeEffect]
  {
    ask(at: now)
    var isAnswered = isAnswered
    if var earlier, earlier.card == item?.card, earlier.purpose != .probe {
      earlier.id = nil
      attempt = earlier
      isAnswered = true
    }
    if isAnswered, !isAskedAgain {
      phase = .reveal
      observe()
      delivery = attempt.flatMap { current?.delivery(of: $0) }
    }
    guard let earlier, earlier.mode == .typed, earlier.isGiven, let card = cards[earlier.card]
    else { return [] }
    let draft = card.draft(bringingBack: earlier)
    setDraft(draft, of: earlier.card)
    return [.keepDraft(draft, of: earlier.card)]
  }
}
