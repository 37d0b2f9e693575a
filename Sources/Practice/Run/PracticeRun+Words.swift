import Decks
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

  // MARK: - At the answer side

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
      "This has not come back four times now: the story or the wording does not carry. Rebuild it (\(keys.write)), pick another story (\(keys.nameStory)), reword the card, or suspend it (x)."
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
