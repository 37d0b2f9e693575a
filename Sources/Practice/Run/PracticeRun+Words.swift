public import Decks
public import Scheduler

/// The sentences that stand at what is asked, on a screen and in lines alike; nil where there is
/// nothing to say.
extension PracticeRun {
  // MARK: - At the question

  /// Which story the person has named for this answer.
  public var namedStory: String? {
    guard let story, story.number == attempt?.story else { return nil }
    return "You named “\(story.title)”."
  }

  /// That they have heard the story that was named.
  public var storyWarning: String? {
    guard let story, story.number == attempt?.story else { return nil }
    return current?.warning(before: story)
  }

  /// That they have heard the story told here before; its title would be help, and comes after the
  /// answer.
  public var toldBefore: String? {
    guard attempt?.story == nil, item?.task == .answer else { return nil }
    return story?.listener.map { "Your last story here was told to \($0); K names another." }
  }

  /// How to answer.
  public var instruction: String? {
    guard let current, let item, let attempt else { return nil }
    switch item.task {
    case .answer, .regrade: return current.card.kind.instruction
    case .headline: return "Only the headline: one sentence that says how it ended."
    case .pick:
      return
        "Warm-up: which of your stories fits? In \(Drill.pick.seconds) seconds."
    case .reading:
      return
        "What is this question after? In \(Drill.reading.seconds) seconds."
    case .rebuild: return "Rebuild \(attempt.parts.words). Only that, aloud or in writing."
    case .probe:
      let count = current.history.stuck.count
      return count == 1
        ? "You were stuck on a follow-up here." : "You were stuck on \(count) follow-ups here."
    }
  }

  /// What would help the answer that is rebuilt.
  public var helpForRebuild: String? {
    guard item?.task == .rebuild else { return nil }
    return NextStep(ticks: current?.history.ticks ?? []).map {
      "What would help most: \($0.text)."
    }
  }

  /// That something was written here and not finished.
  public var draftKept: String? {
    guard current?.draft.joined().isEmpty == false, item?.task == .answer || item?.task == .rebuild
    else { return nil }
    return "A draft of yours is kept; t goes on with it."
  }

  /// What the person takes the question to be after, before the answer side says what it is.
  public var guessMade: String? {
    guard phase != .reveal, let guess = attempt?.guess else { return nil }
    return "You take it to be after \(start.families.title(of: guess.named))."
  }

  // MARK: - At the answer side

  /// The family that the question is after; nil where it asks for none.
  public var meantFamily: Family? {
    guard let card = current?.card, card.kind.isAfterFamily else { return nil }
    return start.families.first { $0.tags.contains(card.competency) }
  }

  /// What the question is after, as it is told at the answer side: the family, and what of it.
  public var meantWords: String? {
    guard let card = current?.card else { return nil }
    let family = start.families.first { $0.tags.contains(card.competency) }?.title
    return [family, card.competency].compactMap(\.self).joined(separator: " · ")
  }

  /// Whether the person read the question right.
  public var guessOutcome: String? {
    guard let guess = attempt?.guess else { return nil }
    let (named, meant) = (
      start.families.title(of: guess.named), start.families.title(of: guess.meant)
    )
    let time = "in \(DateText.seconds(milliseconds: guess.milliseconds))"
    return guess.isRight
      ? "You read it right, \(time): it is after \(meant)."
      : "You took it for \(named), \(time); it is after \(meant)."
  }

  /// What became of a story that was picked by the clock; nil where none was.
  public var pickOutcome: String? {
    guard attempt?.purpose == .drill, attempt?.mode == .pick, let attempt else { return nil }
    guard let story = start.stories.first(where: { $0.number == attempt.story }) else {
      return "You named no story. A new one for this would be worth finding."
    }
    guard let meant = meantFamily else { return "You named “\(story.title)”." }
    return story.families.contains(meant.code)
      ? "You named “\(story.title)”, which shows this by what you noted."
      : "You named “\(story.title)”. You have not noted that it shows this: does it?"
  }

  /// That an answer of an earlier day is to be ticked now.
  public func coldLook(at now: Moment) -> String? {
    guard attempt?.purpose == .regrade, let answer = current?.history.uncheckedAnswer else {
      return nil
    }
    let days = answer.moment.day(startHour: schedule.startHour) - today(at: now)
    let way = answer.mode == .spoken ? "said" : "wrote"
    return "You \(way) this \(DateText.days(days)). Tick what it has, as if it were someone else's."
  }

  /// That the card has failed so often that something about it should change.
  public func lapsedOften(_ keys: PracticeVoice) -> String? {
    guard current?.hasLapsedOften == true, attempt?.purpose == .answer else { return nil }
    return
      "This has failed to come back four times now: the story or the wording is not working. Rebuild it (\(keys.write)), pick another story (\(keys.nameStory)), reword the card, or suspend it (x)."
  }

  /// Of what day the last answer is, as seen from `now`.
  public func lastAnswerDay(at now: Moment) -> String? {
    current?.history.lastAnswer.map {
      DateText.day($0.moment.day(startHour: schedule.startHour), from: today(at: now))
    }
  }

  /// Which story it was.
  public var storyHeading: String? {
    guard let story else { return nil }
    let isNamed = story.number == attempt?.story
    return "\(isNamed ? "Your story" : "The story you named before"): \(story.title)"
  }

  /// The titles of the stories to name one of, with a sign at those that they have heard.
  public var storyTitles: [String] {
    start.stories.map { $0.title + ($0.listener == nil ? "" : " (told)") }
  }

  /// What the ticks come to: the marks and what to do next.
  ///
  /// - Parameter marks: how the marks are written.
  /// - Returns: the marks, or in a rebuild what is left to do, and the next step.
  public func outcome(_ marks: KeyPath<Profile, String>) -> (marks: String, next: NextStep?)? {
    guard let attempt, let current, attempt.isTicked else { return nil }
    if attempt.purpose == .rebuild { return (current.outcome(ofRebuild: attempt), nil) }
    return attempt.profile.map { ($0[keyPath: marks], NextStep(ticks: attempt.ticks)) }
  }

  /// What each of the four grades would do, in their order: with an interview ahead recall on its day,
  /// without one the next date.
  public func previews(at now: Moment) -> [(grade: Grade, comes: String)] {
    guard let current, isGraded else { return [] }
    return Grade.allCases.map { grade in
      if grade == .again { return (grade, start.aim == nil ? "soon" : "today") }
      let memory = schedule.memory(after: grade, at: now, from: current.memory)
      return (grade, words(consequence(of: memory, of: current.card.id, at: now), at: now))
    }
  }

  /// What the percentages beside the grades are: `recall on Thu`; nil where dates stand there.
  public func previewsNote(at now: Moment) -> String? {
    start.aim?.phrase(from: today(at: now))
  }

  /// What a memory comes to: recall on the day of the interview ahead, or the next date.
  func consequence(of memory: Memory, of card: CardID, at now: Moment) -> GradeConsequence {
    guard let aim = start.aim, aim.time > now.time else {
      return .due(schedule.due(of: memory, card: card))
    }
    return .recall(
      aim.words(memory, model: schedule.model), aim.dayWords(from: today(at: now)))
  }

  private func words(_ consequence: GradeConsequence, at now: Moment) -> String {
    switch consequence {
    case .due(let due): schedule.text(of: due, from: now)
    case .recall(let percent, _): percent
    }
  }

  /// The local day of `now`.
  public func today(at now: Moment) -> Day { now.day(startHour: schedule.startHour) }
}
