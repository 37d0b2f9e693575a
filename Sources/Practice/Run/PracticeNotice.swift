public import Decks
public import Scheduler

/// Something that a session tells the person about what just happened.
public enum PracticeNotice: Equatable, Sendable {
  /// There is no story that could be named.
  case noStories
  /// Going on takes a grade, and none is suggested.
  case gradeFirst
  /// Going on takes ticks.
  case tickFirst
  /// A grade is on disk, with what it comes to.
  case graded(Grade, GradeConsequence?)
  /// Something without a grade is on disk.
  case kept
  case buried, suspended, leftAside
  case broughtBack(CardID)
  case tookSkipBack(CardID)
  case tookStepBack(CardID)
  case tookBack(Grade, CardID)
  case nothingToTakeBack
  /// Taking the step before back drops the answer in hand, so it takes the key twice.
  case answerInHand
  /// What was said is written down now.
  case wordsCame
  /// Why what was said is not written down.
  case notHeard(String, canTryAgain: Bool)
}

/// What a grade comes to.
public enum GradeConsequence: Equatable, Sendable {
  /// The card's next date.
  case due(Due)
  /// With an interview ahead: recall on its day, and that day in words.
  case recall(String, String)
}

/// How a front calls what the sentences name.
public struct PracticeVoice: Sendable {
  /// The key that ticks everything.
  let tickAll: String
  /// The key that keeps a written answer as a story.
  let saveStory: String
  /// The key that names the story told.
  let nameStory: String
  /// The key that writes an answer.
  let write = "t"
  /// What adds a story.
  let addStory: String
  /// Whether things are called by their whole names, as they stand nowhere else.
  let isFull: Bool

  /// The screen, on which what happened shows.
  public static let screen = PracticeVoice(
    tickAll: "Tab", saveStory: "S", nameStory: "K", addStory: "s at home, then a", isFull: false)
  /// The lines, which have to say all of it.
  public static let lines = PracticeVoice(
    tickAll: "+", saveStory: "S", nameStory: "K", addStory: "starling stories add", isFull: true)

  private func name(_ card: CardID) -> String { isFull ? "\(card)" : card.card }
  private func name(_ grade: Grade) -> String { isFull ? grade.name : grade.title }

  /// The sentence for a notice; nil where this front says nothing of it.
  ///
  /// - Parameters:
  ///   - notice: what happened.
  ///   - date: writes a card's date.
  /// - Returns: the sentence.
  public func sentence(for notice: PracticeNotice, date: (Due) -> String = { "\($0)" }) -> String? {
    // On a screen all this shows.
    func whole(_ sentence: @autoclosure () -> String) -> String? { isFull ? sentence() : nil }
    return switch notice {
    case .noStories:
      "You have no story to name yet. Answer with t and keep that as one with \(saveStory), or add one: \(addStory)."
    case .gradeFirst: isFull ? "Grade? 1 to 4." : "Grade? 1–4"
    case .tickFirst: "Tick what it has now (\(tickAll): all there)."
    case .graded(.again, _): whole("Recorded: again. It comes back in this session.")
    // What it comes to was said beside the four.
    case .graded(let grade, _): whole("Recorded: \(grade.name).")
    case .kept: whole("Kept.")
    case .buried: "Buried until tomorrow; u brings it back."
    case .leftAside: "It does not apply to you, and is not asked again; u brings it back."
    case .suspended: "Suspended; u brings it back."
    case .broughtBack(let card): whole("Brought back: \(card).")
    case .tookSkipBack(let card): whole("Took the skip back, on \(card).")
    case .tookBack(let grade, let card): "Took back \(name(grade)) on \(name(card))."
    case .tookStepBack(let card): "Took the last step back, on \(name(card))."
    case .nothingToTakeBack: "Nothing in this session to take back yet."
    case .answerInHand: "This answer goes if you take back the one before: u again does it."
    case .wordsCame: "Your words are below."
    case .notHeard(let reason, let canTryAgain):
      "\(reason).\(canTryAgain ? " The recording stays; R tries again." : " The recording stays.")"
    }
  }
}
