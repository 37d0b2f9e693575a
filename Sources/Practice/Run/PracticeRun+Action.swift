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
    case grade(Grade)
    /// Take the grade that the ticks speak for; be done where there is none.
    case accept
    /// Be asked for a grade, by a key that takes none.
    case askGrade
    // At the card.
    case bury, suspend, skip, note, undo
  }

  /// Whether an action means something at what is asked now.
  public func isOffered(_ action: Action) -> Bool {
    guard let attempt, let item, let current else { return false }
    return switch phase {
    case .question: isOfferedAtQuestion(action, item, current)
    case .speaking:
      switch action {
      case .nextPart, .previousPart: hasParts
      case .pause, .done, .stop: true
      default: false
      }
    case .writing:
      switch action {
      case .wrote, .stop: true
      default: false
      }
    case .drilling(let clock):
      switch action {
      case .done, .stop: true
      case .name(let story): clock.drill == .pick && isKnown(story)
      default: false
      }
    case .naming:
      switch action {
      case .stop: true
      case .name(let story): isKnown(story)
      default: false
      }
    case .probing:
      switch action {
      case .judge, .stop: true
      case .bury, .suspend, .skip, .note, .undo: attempt.purpose == .probe
      default: false
      }
    case .reveal: isOfferedAtReveal(action, attempt, current)
    }
  }

  private func isOfferedAtQuestion(
    _ action: Action, _ item: SessionItem, _ current: SessionCard
  ) -> Bool {
    let card = current.card
    let isAnswer = item.task == .answer
    return switch action {
    case .speak, .bury, .suspend, .skip, .note, .undo: true
    case .confidence(let step): isAnswer && (1...4).contains(step)
    case .write, .editor: item.task != .headline && item.task != .probe
    case .headline: isAnswer && card.kind.boxes.count > 1
    case .pick: isAnswer && card.kind == .star
    case .reveal: item.task != .probe
    case .otherWording: card.wordings.count > 1 && item.task != .probe
    default: false
    }
  }

  private func isOfferedAtReveal(
    _ action: Action, _ attempt: Attempt, _ current: SessionCard
  ) -> Bool {
    let isAnswer = attempt.purpose == .answer
    let kind = current.card.kind
    return switch action {
    case .accept, .skip, .note, .undo: true
    case .grade, .askGrade: isAnswer
    case .tick(let tick): lines.contains { $0.tick == tick }
    case .tickAll: !lines.isEmpty
    case .judge: kind == .probe
    case .probe: nextProbe != nil
    case .hear: current.hasRecording
    case .nameStory: kind == .star && isAnswer && !start.stories.isEmpty
    case .saveStory: attempt.isStory && attempt.mode == .typed && isAnswer && attempt.isGiven
    case .stop: attempt.isGiven
    default: false
    }
  }

  private func isKnown(_ story: Int64?) -> Bool {
    story == nil || start.stories.contains { $0.number == story }
  }
}
