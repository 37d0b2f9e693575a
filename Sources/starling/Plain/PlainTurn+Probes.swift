import Practice
import Scheduler

/// Follow-ups, on their own or after an answer.
extension PlainTurn {
  /// The follow-up that comes next; nil after the last.
  var nextProbe: String? {
    card.nextProbe(in: attempt, general: start.generalProbes, seed: seed)
  }

  /// Asks what the person was stuck on, one after the other.
  mutating func meetProbes() throws -> End? {
    try Output.line(card.question(in: attempt))
    try Output.line("You were stuck on a follow-up here.")
    while let probe = nextProbe {
      try Output.line(probe)
      try Output.line("[a answered, n thin, z stuck, u undo, s skip, q quit]")
      let begun = SystemClock.now.time
      guard let line = readLine() else { return .quit }
      switch line.sanitisedKey {
      case "q": return .quit
      case "s": return .skip
      case "u": return .undo
      case let key:
        guard let result = ProbeResult(key: key) else { continue }
        add(result, to: probe, since: begun)
      }
    }
    return .keep
  }

  /// Asks one follow-up; false when the input ends.
  mutating func meet(_ probe: String) throws -> Bool {
    try Output.line("\(probe) (\(Drill.probe.seconds) seconds)")
    let begun = SystemClock.now.time
    while true {
      try Output.line("[a answered, n thin, z stuck]")
      guard let line = readLine() else { return false }
      if let result = ProbeResult(key: line.sanitisedKey) {
        add(result, to: probe, since: begun)
        return true
      }
    }
  }

  private mutating func add(_ result: ProbeResult, to probe: String, since begun: Timestamp) {
    let milliseconds = Int(SystemClock.now.time.milliseconds - begun.milliseconds)
    attempt.probes.append(
      ProbeAnswer(question: probe, result: result, duration: max(0, milliseconds)))
  }
}

extension ProbeResult {
  /// What a key of the follow-ups means.
  init?(key: String) {
    switch key {
    case "a": self = .answered
    case "n": self = .thin
    case "z": self = .stuck
    default: return nil
    }
  }
}
