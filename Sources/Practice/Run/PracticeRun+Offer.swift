import Decks

extension PracticeRun {
  /// What decides which actions mean something at what is asked now, looked up once for all of them: a
  /// table of keys asks for forty.
  public struct Offer {
    let run: PracticeRun
    let attempt: Attempt
    let task: SessionItem.Task
    let current: SessionCard
    let isMarkedDone: Bool

    /// Whether an action means something.
    public func contains(_ action: Action) -> Bool {
      switch (run.phase, action) {
      case (.question, .read): canBeRead && attempt.guess == nil && !run.isOpen
      case (.reading, .guess(let family)): run.start.families.contains { $0.code == family }
      // A drill that is answered has nothing more to ask.
      case (.question, .speak): task != .reading || attempt.guess == nil
      case (.question, .bury), (.question, .suspend): true
      case (.question, .leaveAside): true
      case (.reveal, .bury), (.reveal, .suspend), (.reveal, .leaveAside): true
      case (.question, .skip), (.question, .note), (.question, .undo): true
      case (.question, .surer), (.question, .lessSure):
        run.start.asksSureness && task == .answer && !isMarkedDone
      case (.question, .write), (.question, .editor): task.isInWords
      case (.question, .headline): task == .answer && current.card.kind.boxes.count > 1
      case (.question, .pick): task == .answer && current.card.kind == .star
      case (.question, .reveal): task != .probe && (attempt.purpose != .drill || run.isOpen)
      case (.question, .otherWording):
        task != .probe && attempt.purpose != .drill && current.card.wordings.count > 1
      case (.question, .stop): false
      case (.speaking, .nextPart), (.speaking, .previousPart): run.hasParts
      case (.speaking, .pause), (.speaking, .done), (.drilling, .done), (.writing, .wrote): true
      case (.drilling(let clock), .name(let story)): clock.drill == .pick && isKnown(story)
      case (.naming, .name(let story)): isKnown(story)
      case (.probing, .judge): true
      case (.probing, .bury), (.probing, .suspend), (.probing, .leaveAside), (.probing, .skip),
        (.probing, .note), (.probing, .undo):
        attempt.purpose == .probe
      case (.reveal, .accept), (.reveal, .skip), (.reveal, .note), (.reveal, .undo): true
      case (.reveal, .grade), (.reveal, .askGrade): attempt.purpose == .answer && !isMarkedDone
      case (.reveal, .notYet): isMarkedDone
      case (.reveal, .tick(let tick)): run.lines.contains { $0.tick == tick }
      case (.reveal, .tickAll): !run.lines.isEmpty
      case (.reveal, .judge): current.card.kind == .probe
      case (.reveal, .probe): run.nextProbe != nil
      case (.reveal, .hear): current.hasRecording
      case (.reveal, .nameStory):
        attempt.purpose == .answer && current.card.kind == .star && !run.start.stories.isEmpty
      case (.reveal, .saveStory):
        run.hasParts && (attempt.mode == .typed && attempt.isGiven || attempt.hasWords)
      case (.reveal, .mend): attempt.mode == .spoken && attempt.hasWords
      case (.reveal, .hearAgain):
        if case .failed = run.hearing { attempt.recording != nil } else { false }
      case (_, .stop): true
      default: false
      }
    }

    /// Whether the question is after something that it does not name.
    private var canBeRead: Bool {
      (task == .answer || task == .reading) && run.meantFamily != nil
    }

    private func isKnown(_ story: Int64?) -> Bool {
      story == nil || run.start.stories.contains { $0.number == story }
    }
  }

  /// Which actions mean something at what is asked now; nil when the session is over.
  public var offer: Offer? {
    guard let attempt, let item, let current else { return nil }
    return Offer(
      run: self, attempt: attempt, task: item.task, current: current, isMarkedDone: isMarkedDone)
  }

  /// Whether an action means something at what is asked now.
  public func isOffered(_ action: Action) -> Bool { offer?.contains(action) ?? false }
}
