import Decks
import Glibc
import Practice
import TUI

/// The question side: asking, and choosing a way to answer.
extension PlainTurn {
  /// How an answer ends.
  enum Answering {
    case done, quit
    /// The person wants the question again.
    case again
  }

  /// Asks the question and lets the person answer it; an end if they want none of it.
  mutating func answer() throws -> End? {
    try describeQuestion()
    while true {
      try Output.line("[\(questionKeys)]")
      guard let line = readLine() else { return .quit }
      let key = line.sanitisedKey
      if let end = End(key: key) { return end }
      if isAnswer, let confidence = Int(key), (1...4).contains(confidence) {
        try setConfidence(confidence)
        continue
      }
      var answering = Answering.again
      switch key {
      case "": answering = .done
      case "e":
        guard try writeNote() else { return .quit }
        continue
      case "o" where card.card.wordings.count > 1:
        attempt.wording = (attempt.wording + 1) % card.card.wordings.count
      case "m" where item.task != .headline: answering = try speak()
      case "t" where item.task != .headline: answering = try write()
      case "w" where canEdit: answering = try edit()
      case "h" where item.task != .rebuild: answering = try drill(.headline)
      case "k" where isAnswer && card.card.kind == .star:
        guard !start.stories.isEmpty else {
          try Output.line(
            "You have no story to name yet. Answer with t and keep that as one with w, or add one: starling stories add."
          )
          continue
        }
        answering = try drill(.pick)
      default:
        try sayUnknown(key)
        continue
      }
      switch answering {
      case .quit: return .quit
      case .again: try describeQuestion()
      case .done:
        try reveal(isAnew: !key.isEmpty)
        return nil
      }
    }
  }

  private var isAnswer: Bool { item.task == .answer }

  /// Whether the person's own editor can be shown to them.
  private var canEdit: Bool {
    item.task != .headline && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// Whether there is an answer to go back to.
  private var isOpen: Bool { attempt.isGiven || attempt.isTicked || !attempt.probes.isEmpty }

  /// Says the question and all that stands with it; nothing of the answer side.
  private func describeQuestion() throws {
    try Output.line(question)
    if !card.reasons.isEmpty {
      try Output.line("Counts more: \(card.reasons.joined(separator: ", ")).")
    }
    if let story, story.number == attempt.story {
      try Output.line("You named “\(story.title)”.")
      if let warning = card.warning(before: story) { try Output.line(warning) }
    }
    // Its title would be help: that comes after the answer.
    if attempt.story == nil, isAnswer, let listener = story?.listener {
      try Output.line("Your last story here was told to \(listener); k names another.")
    }
    switch item.task {
    case .headline: try Output.line("Only the headline: one sentence that says how it ended.")
    case .rebuild:
      try Output.line("Rebuild: \(attempt.parts.map(\.title).joined(separator: ", ")). Only that.")
      if let next = NextStep(ticks: card.history.ticks ?? []) {
        try Output.line("What would help most: \(next.text).")
      }
    case .answer, .regrade, .probe: try Output.line(card.card.kind.instruction)
    }
    if isOpen {
      try Output.line("Your answer is open still: Enter goes back to it.")
    } else if !card.draft.joined().isEmpty, item.task != .headline {
      try Output.line("A draft of yours is kept; t goes on with it.")
    }
  }

  /// The same step once more takes it back.
  private mutating func setConfidence(_ confidence: Int) throws {
    attempt.confidence = attempt.confidence == confidence ? nil : confidence
    try Output.line(attempt.confidence.map { "Sure: \($0) of 4." } ?? "How sure is not said.")
  }

  private var questionKeys: String {
    let kind = card.card.kind
    let keys: [(text: String, isOffered: Bool)] = [
      (isOpen ? "Enter back to your answer" : "Enter reveal", true),
      ("m speak by the clock", item.task != .headline),
      ("t type", item.task != .headline),
      ("w write in your editor", canEdit),
      ("h say it by the clock", item.task == .headline),
      ("h headline", isAnswer && kind.boxes.count > 1),
      ("k pick a story", isAnswer && kind == .star),
      ("1-4 how sure", isAnswer),
      ("o other wording", card.card.wordings.count > 1),
      (Self.cardKeys, true),
    ]
    return keys.filter(\.isOffered).map(\.text).joined(separator: ", ")
  }

  /// What can be done at every card before its answer side shows.
  static let cardKeys = "e note, b bury until tomorrow, x suspend, u undo, s skip, q quit"
}
