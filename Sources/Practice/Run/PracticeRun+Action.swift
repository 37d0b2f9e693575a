import Decks
public import Scheduler

extension PracticeRun {
  /// What a person can do in a session.
  public enum Action: Equatable, Sendable {
    // At the question.
    /// Say how sure one is, 1…4; the same step once more takes it back.
    case confidence(Int)
    /// Answer aloud by the clock, or give the headline or meet the follow-ups that are asked for.
    case speak
    case write, editor, headline, pick, reveal, otherWording
    // While answering.
    case nextPart, previousPart, pause, done
    /// The answer is written: its texts, box by box, and the number of their words.
    case wrote([String], words: Int)
    /// Name the story with a number as the one told, or as the one that fits; nil is none of them.
    case name(Int64?)
    /// Leave what one is at: the answer, the follow-up, the stories, the answer side.
    case stop
    // At the answer side.
    case tick(Tick), tickAll, nameStory, saveStory, probe, judge(ProbeResult), hear
    /// Mend the words that were heard, or have them written down once more.
    case mend, hearAgain
    case grade(Grade)
    /// Take the grade that the ticks speak for; be done where there is none.
    case accept
    /// Leave for later what gets no grade.
    case notYet
    /// Be asked for a grade, by a key that takes none.
    case askGrade
    // At the card.
    case bury, suspend, leaveAside, skip, note, undo
  }

  /// Whether an action means something at what is asked now.
  public func isOffered(_ action: Action) -> Bool {
    guard let attempt, let item, let card = current?.card else { return false }
    let isAnswer = attempt.purpose == .answer
    return switch (phase, action) {
    case (.question, .speak), (.question, .bury), (.question, .suspend): true
    case (.question, .leaveAside), (.reveal, .leaveAside): true
    case (.question, .skip), (.question, .note), (.question, .undo): true
    case (.question, .confidence(let step)):
      item.task == .answer && !isMarkedDone && (1...4).contains(step)
    case (.question, .write), (.question, .editor): item.task != .headline && item.task != .probe
    case (.question, .headline): item.task == .answer && card.kind.boxes.count > 1
    case (.question, .pick): item.task == .answer && card.kind == .star
    case (.question, .reveal): item.task != .probe
    case (.question, .otherWording): item.task != .probe && card.wordings.count > 1
    case (.question, .stop): false
    case (.speaking, .nextPart), (.speaking, .previousPart): hasParts
    case (.speaking, .pause), (.speaking, .done), (.drilling, .done), (.writing, .wrote): true
    case (.drilling(let clock), .name(let story)): clock.drill == .pick && isKnown(story)
    case (.naming, .name(let story)): isKnown(story)
    case (.probing, .judge): true
    case (.probing, .bury), (.probing, .suspend), (.probing, .leaveAside), (.probing, .skip),
      (.probing, .note),
      (.probing, .undo):
      attempt.purpose == .probe
    case (.reveal, .accept), (.reveal, .skip), (.reveal, .note), (.reveal, .undo): true
    case (.reveal, .grade), (.reveal, .askGrade): isGraded
    case (.reveal, .notYet): isMarkedDone
    case (.reveal, .tick(let tick)): lines.contains { $0.tick == tick }
    case (.reveal, .tickAll): !lines.isEmpty
    case (.reveal, .judge): card.kind == .probe
    case (.reveal, .probe): nextProbe != nil
    case (.reveal, .hear): current?.hasRecording ?? false
    case (.reveal, .nameStory): isAnswer && card.kind == .star && !start.stories.isEmpty
    case (.reveal, .saveStory):
      hasParts && (attempt.mode == .typed && attempt.isGiven || attempt.hasWords)
    case (.reveal, .mend): attempt.mode == .spoken && attempt.hasWords
    case (.reveal, .hearAgain):
      if case .failed = hearing { attempt.recording != nil } else { false }
    case (.reveal, .stop): attempt.isGiven
    case (_, .stop): true
    default: false
    }
  }

  private func isKnown(_ story: Int64?) -> Bool {
    story == nil || start.stories.contains { $0.number == story }
  }
}
