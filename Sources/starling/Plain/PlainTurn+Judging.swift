import Decks
import Practice
import Scheduler

/// Judging an answer: ticks, what they come to, and the grade.
extension PlainTurn {
  /// Takes ticks and follow-ups until there is a grade or another end.
  mutating func judge() throws -> End {
    let isGraded = attempt.purpose == .answer
    while true {
      try Output.line("[\(judgingKeys)]")
      guard let line = readLine() else { return .quit }
      let key = line.sanitisedKey
      switch key {
      case "q": return .quit
      case "s": return .skip
      case "u": return .undo
      case "1", "2", "3", "4":
        if isGraded, let grade = Int(key).flatMap(Grade.init(rawValue:)) { return .grade(grade) }
      case "d":
        if !isGraded, attempt.isTicked { return .keep }
      case "l":
        for line in lines {
          try Output.line(
            "\(attempt.ticks.contains(line.tick) ? "yes" : "no"): \(line.key) \(line.text)")
        }
      case "h" where canListen: _ = saying { try sound.play(card.card.id) }
      case "p":
        guard let probe = nextProbe else { break }
        guard try meet(probe) else { return .quit }
        try sayWhatItComesTo()
      case "a", "n", "z":
        guard card.card.kind == .probe, let result = ProbeResult(key: key) else { break }
        attempt.probes = [ProbeAnswer(question: card.question(in: attempt), result: result)]
        try sayWhatItComesTo()
      case _ where key.hasPrefix("+"):
        tick(key.dropFirst())
        try sayWhatItComesTo()
      default: break
      }
    }
  }

  private var judgingKeys: String {
    var keys: [String] = []
    if attempt.purpose == .answer { keys.append("1 again, 2 hard, 3 good, 4 easy") }
    if !lines.isEmpty { keys.append("+ all there, +letters tick, l list the ticks") }
    if card.card.kind == .probe { keys.append("a answered, n thin, z stuck") }
    if nextProbe != nil { keys.append("p follow-up") }
    if canListen { keys.append("h hear the recording") }
    if attempt.purpose != .answer { keys.append("d done") }
    return (keys + ["u undo, s skip, q quit"]).joined(separator: ", ")
  }

  private mutating func tick(_ keys: Substring) {
    let lines = lines
    if keys.isEmpty { attempt.tickAll(lines) }
    for key in keys {
      if let line = lines.first(where: { $0.key == key }) { attempt.toggle(line.tick) }
    }
  }

  private func sayWhatItComesTo() throws {
    if let profile = attempt.profile, attempt.purpose != .rebuild {
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
