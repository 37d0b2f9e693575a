public import Decks
public import Scheduler

extension SessionCard {
  /// The attempt that begins when this card comes up.
  ///
  /// - Parameters:
  ///   - task: what is to be done at it.
  ///   - moment: now.
  ///   - seed: what the wording is drawn from.
  /// - Returns: the attempt, not answered yet.
  public func attempt(at task: SessionItem.Task, moment: Moment, seed: UInt64) -> Attempt {
    let purpose: Attempt.Purpose =
      switch task {
      case .answer, .headline: .answer
      case .rebuild: .rebuild
      case .regrade: .regrade
      case .probe: .probe
      case .pick, .reading: .drill
      }
    var attempt = Attempt(
      card: card.id, kind: card.kind, moment: moment, purpose: purpose,
      wording: card.nextWording(after: lastWording, seed: seed))
    switch task {
    case .answer: break
    case .headline: attempt.mode = .headline
    case .rebuild: attempt.parts = history.needsWork
    case .probe: attempt.mode = .probe
    case .pick, .reading:
      attempt.mode = task == .pick ? .pick : .reading
      attempt.wording = unmetWording ?? attempt.wording
    case .regrade:
      attempt.mode = .typed
      attempt.regards = history.uncheckedAnswer?.id
      attempt.wording = history.uncheckedAnswer?.wording ?? attempt.wording
      // Its words are as many as they were.
      if history.uncheckedAnswer?.ticks.contains(.d2) == true {
        attempt.setTicks([.d2], byThePerson: false)
      }
    }
    if var named, named.purpose == purpose, named.mode == attempt.mode {
      named.moment = moment
      return named
    }
    return attempt
  }

  /// The wording of the card that was never met, of several the last: the first is kept for the first
  /// answer; nil if all were.
  var unmetWording: Int? {
    card.wordings.indices.last { !history.met.contains($0) && lastWording != $0 }
  }

  /// The question in the wording of an attempt.
  public func question(in attempt: Attempt) -> String {
    card.wordings.indices.contains(attempt.wording) ? card.wordings[attempt.wording] : card.ask
  }

  /// What was written at this card and is not an answer of an earlier session, box by box.
  public func written(in attempt: Attempt) -> [String] {
    attempt.texts.isEmpty ? draft : attempt.texts
  }

  /// The draft with what was written in the boxes of an attempt; the card's other boxes stay.
  public func draft(with texts: [String], in attempt: Attempt) -> [String] {
    var draft = draft
    for place in attempt.boxPlaces {
      while draft.count <= place { draft.append("") }
      draft[place] = texts.indices.contains(place) ? texts[place] : ""
    }
    return draft
  }

  /// The draft with what was written in an attempt that was taken back; what was begun since stands below.
  public func draft(bringingBack attempt: Attempt) -> [String] {
    var back = draft(with: attempt.texts, in: attempt)
    for place in attempt.boxPlaces where draft.indices.contains(place) {
      let known = Set(back[place].split(whereSeparator: \.isNewline))
      let others = draft[place].split(whereSeparator: \.isNewline).filter { !known.contains($0) }
      back[place] = ([back[place]] + others.map(String.init)).filter { !$0.isEmpty }
        .joined(separator: "\n")
    }
    return back
  }

  /// The story that the person named for an attempt, or else at this card before.
  public func story(in attempt: Attempt, among stories: [SessionStory]) -> SessionStory? {
    let number = attempt.story ?? history.story
    return stories.first { $0.number == number }
  }

  /// What a rebuild makes of the parts that needed work.
  public func outcome(ofRebuild attempt: Attempt) -> String {
    var renewed = history
    renewed.add(attempt)
    let left = renewed.needsWork
    guard !left.isEmpty else { return "Nothing needs work here any more." }
    let next = renewed.ticks.flatMap { NextStep(ticks: $0) }
    return "Needs work: \(left.words)" + (next.map { " → \($0.text)" } ?? "")
  }

  /// How an attempt was spoken, as far as that is known.
  public func delivery(of attempt: Attempt) -> Delivery? {
    guard attempt.mode == .spoken, let file = attempt.recording.flatMap({ heard[$0] }) else {
      return nil
    }
    return Delivery(of: file.speech, duration: attempt.duration ?? file.duration ?? 0)
  }

  /// The lines to tick for an attempt.
  public func lines(for attempt: Attempt) -> [TickLine] {
    let lines = TickLine.all(of: card, mode: attempt.mode)
    guard attempt.purpose == .rebuild else { return lines }
    return lines.filter { $0.tick.part.map(attempt.parts.contains) ?? false }
  }

  /// The follow-up that comes next in an attempt; nil when there is none left.
  public func nextProbe(in attempt: Attempt, general: [String], seed: UInt64) -> String? {
    let asked = attempt.probes.map(\.question)
    switch attempt.purpose {
    case .probe: return history.stuck.first { !asked.contains($0) }
    case .answer where card.kind != .probe:
      return ProbeDraw.next(
        for: card, general: general, stuck: history.stuck, asked: asked, seed: seed)
    case .answer, .rebuild, .regrade, .panel, .drill: return nil
    }
  }

  /// The hash of the card's text and what else a review of an attempt keeps.
  public func grading(of attempt: Attempt, as grade: Grade) -> Grading {
    Grading(
      card: card.id, moment: attempt.moment, grade: grade, wording: attempt.wording,
      mode: attempt.mode, duration: attempt.duration, textHash: card.textHash)
  }

  /// Takes in an attempt that is on disk, with the card's memory if it had a grade.
  public mutating func add(_ attempt: Attempt, memory: Memory?) {
    history.add(attempt)
    named = nil
    if attempt.endsDraft {
      for place in attempt.boxPlaces where draft.indices.contains(place) {
        // Another draft may be there beside what was spoken.
        draft[place] = attempt.mode == .typed ? "" : attempt.rest(of: draft[place], at: place)
      }
    }
    guard let memory else { return }
    self.memory = memory
    lastWording = attempt.wording
  }
}

extension Attempt {
  /// What of a box's draft are no words of it.
  fileprivate func rest(of draft: String, at place: Int) -> String {
    let known = Set(
      (texts.indices.contains(place) ? texts[place] : "").split(whereSeparator: \.isNewline))
    return draft.split(whereSeparator: \.isNewline).filter { !known.contains($0) }
      .joined(separator: "\n")
  }
}

extension Session {
  /// The minutes that things of it take.
  ///
  /// - Parameters:
  ///   - items: the things.
  ///   - cards: its cards.
  ///   - drawn: what things take that were learned when the session was drawn.
  /// - Returns: the minutes.
  public func minutes(
    of items: [SessionItem], _ cards: [CardID: SessionCard], drawn: [SessionItem: Double] = [:]
  ) -> Double {
    items.reduce(0) { sum, item in
      if let minutes = drawn[item] { return sum + minutes }
      guard let card = cards[item.card] else { return sum }
      if item.task == .answer, let minutes = card.ownMinutes { return sum + minutes }
      return sum + item.minutes(of: card.card.kind, stuck: card.history.stuck.count)
    }
  }
}
