import Decks
import Practice
import Scheduler

/// Judging an answer: ticks, what they come to, and the grade.
extension PlainTurn {
  /// Takes ticks and follow-ups until there is a grade or another end; nil goes back to the question.
  mutating func judge() throws -> End? {
    let isGraded = attempt.purpose == .answer
    while true {
      try Output.line("[\(judgingKeys)]")
      guard let line = readLine() else { return .quit }
      let key = line.sanitisedKey
      if isGraded, let grade = Grade(key: key) { return .grade(grade) }
      if card.card.kind == .probe, let result = ProbeResult(key: key) {
        attempt.probes = [
          ProbeAnswer(question: question, result: result, duration: attempt.duration)
        ]
        try sayWhatItComesTo()
        continue
      }
      switch key {
      case "q": return .quit
      case "s": return .skip
      case "u": return .undo
      case "r" where canAskAgain: return nil
      case "d" where !isGraded:
        if attempt.isTicked { return .keep }
        try Output.line("Tick what it has now (+: all there).")
      case "l" where !lines.isEmpty:
        for line in lines {
          try Output.line(
            "\(attempt.ticks.contains(line.tick) ? "yes" : "no"): \(line.key) \(line.text)")
        }
      case "e":
        guard try writeNote() else { return .quit }
      case "k" where canNameStory:
        guard try nameStory() else { return .quit }
      case "w" where canKeepStory:
        guard try keepStory() else { return .quit }
      case "h" where canListen: _ = saying { try sound.play(card.card.id) }
      case "p" where nextProbe != nil:
        guard let probe = nextProbe, try meet(probe) else { return .quit }
        try sayWhatItComesTo()
      case _ where key.hasPrefix("+") && !lines.isEmpty:
        try tick(key.dropFirst())
        try sayWhatItComesTo()
      default: try sayUnknown(key)
      }
    }
  }

  /// Whether the question may be gone back to: not by who has seen the answer side without answering.
  private var canAskAgain: Bool { item.task != .regrade && attempt.isGiven }

  private var judgingKeys: String {
    var keys: [String] = []
    if attempt.purpose == .answer { keys.append("1 again, 2 hard, 3 good, 4 easy") }
    if !lines.isEmpty { keys.append("+ all there, +letters tick, l list the ticks") }
    if card.card.kind == .probe { keys.append("a answered, n thin, z stuck") }
    if nextProbe != nil { keys.append("p follow-up") }
    if canListen { keys.append("h hear the recording") }
    if canNameStory { keys.append("k name the story") }
    if canKeepStory { keys.append("w keep as a story") }
    if attempt.purpose != .answer { keys.append("d done") }
    if canAskAgain { keys.append("r question again") }
    return (keys + ["e note, u undo, s skip, q quit"]).joined(separator: ", ")
  }

  private mutating func tick(_ keys: Substring) throws {
    let lines = lines
    if keys.isEmpty { attempt.tickAll(lines) }
    for key in keys where !key.isWhitespace {
      if let line = lines.first(where: { $0.key == key }) {
        attempt.toggle(line.tick)
      } else {
        try Output.line("“\(key)” is no letter of the list; l lists them.")
      }
    }
  }

  private func sayWhatItComesTo() throws {
    if attempt.purpose == .rebuild, attempt.isTicked {
      try Output.line(card.outcome(ofRebuild: attempt))
    } else if let profile = attempt.profile {
      try Output.line(profile.text)
      if let next = NextStep(ticks: attempt.ticks) { try Output.line("Next: \(next.text).") }
    }
    if attempt.purpose == .answer,
      let suggestion = SuggestedGrade(for: attempt, lines: lines)
    {
      try Output.line("Suggested: \(suggestion.grade.name), because \(suggestion.reason).")
    }
  }
}

extension Grade {
  /// The grade that a key gives.
  fileprivate init?(key: String) {
    guard let number = Int(key) else { return nil }
    self.init(rawValue: number)
  }
}
