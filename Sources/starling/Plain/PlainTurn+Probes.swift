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
    try Output.line(question)
    let count = card.history.stuck.count
    try Output.line(
      count == 1
        ? "You were stuck on a follow-up here." : "You were stuck on \(count) follow-ups here.")
    while let probe = nextProbe {
      try Output.line("\(probe) (\(Drill.probe.seconds) seconds)")
      let begun = SystemClock.now.time
      var isJudged = false
      while !isJudged {
        try Output.line("[a answered, n thin, z stuck, \(Self.cardKeys)]")
        guard let line = readLine() else { return .quit }
        let key = line.sanitisedKey
        if let end = End(key: key) { return end }
        if let result = ProbeResult(key: key) {
          try add(result, to: probe, since: begun)
          isJudged = true
        } else if key == "e" {
          guard try writeNote() else { return .quit }
        } else {
          try sayUnknown(key)
        }
      }
    }
    return .keep
  }

  /// Asks one follow-up; false when the person ends the session.
  mutating func meet(_ probe: String) throws -> Bool {
    try Output.line("\(probe) (\(Drill.probe.seconds) seconds)")
    let begun = SystemClock.now.time
    while true {
      try Output.line("[a answered, n thin, z stuck, Enter leave it, q quit]")
      guard let line = readLine() else { return false }
      let key = line.sanitisedKey
      if key == "q" { return false }
      if key.isEmpty { return true }
      if let result = ProbeResult(key: key) {
        try add(result, to: probe, since: begun)
        return true
      }
      try sayUnknown(key)
    }
  }

  private mutating func add(_ result: ProbeResult, to probe: String, since begun: Timestamp)
    throws
  {
    let milliseconds = max(0, Int(SystemClock.now.time.milliseconds(since: begun)))
    attempt.probes.append(
      ProbeAnswer(question: probe, result: result, duration: milliseconds))
    try Output.line("You took \(milliseconds / 1000) of \(Drill.probe.seconds) seconds.")
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
