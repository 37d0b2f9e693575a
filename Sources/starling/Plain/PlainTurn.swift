import Decks
import Practice
import Scheduler
import Screen
import Store

/// One thing of a session, line by line: asked, answered, revealed, ticked.
struct PlainTurn {
  let item: SessionItem
  let card: SessionCard
  let start: SessionStart
  let seed: UInt64
  let store: Store
  let sound: Sound
  private(set) var attempt: Attempt
  /// Whether there is a recording to play.
  private var canListen: Bool

  /// How a turn ends.
  enum End {
    case quit, skip, undo, keep
    case grade(Grade)
  }

  init(
    item: SessionItem, card: SessionCard, start: SessionStart, seed: UInt64, store: Store,
    sound: Sound
  ) {
    self.item = item
    self.card = card
    self.start = start
    self.seed = seed
    self.store = store
    self.sound = sound
    canListen = card.hasRecording
    attempt = card.attempt(at: item.task, moment: SystemClock.now, seed: seed)
  }

  mutating func run() throws -> End {
    let end: End?
    switch item.task {
    case .probe: end = try meetProbes()
    case .regrade:
      try showWritten()
      end = nil
    case .answer, .headline, .rebuild: end = try answer()
    }
    let result = try end ?? judge()
    attempt.moment = SystemClock.now
    return result
  }

  private var lines: [TickLine] { card.lines(for: attempt) }

  // MARK: - The question

  private mutating func answer() throws -> End? {
    try Output.line(card.question(in: attempt))
    switch item.task {
    case .headline: try Output.line("Only the headline: one sentence that says how it ended.")
    case .rebuild:
      try Output.line("Rebuild: \(attempt.parts.map(\.title).joined(separator: ", ")). Only that.")
    case .answer, .regrade, .probe: try Output.line(card.card.kind.instruction)
    }
    while true {
      try Output.line("[\(questionKeys)]")
      guard let line = readLine() else { return .quit }
      switch line.sanitisedKey {
      case "q": return .quit
      case "s": return .skip
      case "u": return .undo
      case "":
        try reveal()
        return nil
      case "1", "2", "3", "4":
        attempt.confidence = Int(line.sanitisedKey)
        try Output.line("Sure: \(line.sanitisedKey) of 4.")
      case "o" where card.card.wordings.count > 1:
        attempt.wording = (attempt.wording + 1) % card.card.wordings.count
        try Output.line(card.question(in: attempt))
      case "m" where item.task != .headline:
        guard try speak() else { return .quit }
        try reveal()
        return nil
      case "t" where item.task != .headline:
        guard try write() else { return .quit }
        try reveal()
        return nil
      case "h" where item.task != .rebuild:
        guard try drill(.headline) else { return .quit }
        try reveal()
        return nil
      case "k" where item.task == .answer && card.card.kind == .star:
        guard try drill(.pick) else { return .quit }
        try reveal()
        return nil
      default: break
      }
    }
  }

  private var questionKeys: String {
    let kind = card.card.kind
    let isAnswer = item.task == .answer
    let keys: [(text: String, isOffered: Bool)] = [
      ("Enter reveal", true),
      ("m speak by the clock", item.task != .headline),
      ("t type", item.task != .headline),
      ("h say it by the clock", item.task == .headline),
      ("h headline", isAnswer && kind.boxes.count > 1),
      ("k pick a story", isAnswer && kind == .star),
      ("1-4 how sure", isAnswer),
      ("o other wording", card.card.wordings.count > 1),
      ("u undo, s skip, q quit", true),
    ]
    return keys.filter(\.isOffered).map(\.text).joined(separator: ", ")
  }

  private mutating func speak() throws -> Bool {
    attempt.mode = .spoken
    let isRecorded = saying { try sound.record(card.card.id, at: SystemClock.now.time) }
    if isRecorded { try Output.line("You are recorded.") }
    var clock = SpokenClock(at: SystemClock.now.time)
    let hasParts = attempt.isStory && attempt.purpose == .answer
    try Output.line(
      hasParts
        ? "Speak: Situation. [Enter next part, b part before, p pause, d done]"
        : "Speak. [p pause, d done]")
    while let line = readLine() {
      let time = SystemClock.now.time
      switch line.sanitisedKey {
      case "" where hasParts:
        clock.mark(at: time)
        try Output.line(clock.step.title)
      case "b" where hasParts:
        clock.stepBack(at: time)
        try Output.line(clock.step.title)
      case "p":
        clock.togglePause(at: time)
        try Output.line(clock.isPaused ? "Paused; p goes on." : "Going on.")
      case "d":
        attempt.spoke(clock, until: time, lines: lines)
        if saying({ try sound.stopRecording(isKept: true) }) { canListen = sound.canPlay }
        return true
      default: break
      }
    }
    return false
  }

  /// Reads the boxes; what is written is kept line by line.
  private mutating func write() throws -> Bool {
    attempt.mode = .typed
    var texts = card.draft
    for place in attempt.boxPlaces {
      while texts.count <= place { texts.append("") }
      if !texts[place].isEmpty { try Output.line("So far: \(texts[place])") }
      try Output.line(
        "\(card.card.kind.boxes[place]): end it with a line that is only a full stop.")
      while true {
        guard let line = readLine() else { return false }
        if line.sanitisedKey == "." { break }
        let text = line.sanitised(keeping: [.tabs])
        texts[place] += texts[place].isEmpty ? text : "\n" + text
        try store.keepDraft(texts, of: card.card.id, at: SystemClock.now.time)
      }
    }
    let words = texts.reduce(0) { $0 + $1.wordCount }
    attempt.wrote(texts, words: words, lines: lines)
    return true
  }

  private mutating func drill(_ drill: Drill) throws -> Bool {
    attempt.mode = drill.mode
    let begun = SystemClock.now.time
    if drill == .pick {
      try Output.line("Which story fits? \(drill.seconds) seconds. [its number, or Enter]")
      for (index, story) in start.stories.enumerated() {
        try Output.line("\(index + 1) \(story.title)")
      }
    } else {
      try Output.line("Say it: one sentence, \(drill.seconds) seconds. [Enter done]")
    }
    guard let line = readLine() else { return false }
    if drill == .pick, let number = Int(line.sanitisedKey),
      start.stories.indices.contains(number - 1)
    {
      attempt.story = start.stories[number - 1].number
    }
    let milliseconds = Int(SystemClock.now.time.milliseconds - begun.milliseconds)
    attempt.spoke(milliseconds: max(0, milliseconds), lines: lines)
    return true
  }

  /// Does something about sound; what goes wrong there is said and keeps nobody from practising.
  private func saying(_ action: () throws -> Bool) -> Bool {
    do {
      return try action()
    } catch {
      Output.warn((error as? Failure)?.message ?? "\(error)")
      return false
    }
  }

  // MARK: - The answer side

  private func reveal() throws {
    if let duration = attempt.duration {
      try Output.line("You took \(duration / 1000) seconds.")
    }
    if let times = attempt.times {
      for (part, share) in zip(StarPart.allCases, times.percentages) {
        try Output.line(
          "\(part.title): \(times[part] / 1000) seconds, \(share) %; \(part.target) % is usual.")
      }
    }
    for observation in card.observations(of: attempt, in: start) {
      let quotes = observation.quotes.map { quote in
        let words = quote.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "“\(words.truncated(to: 60))”"
      }
      try Output.line(
        "Seen in what you wrote, \(quotes.joined(separator: ", ")): \(observation.note) \(observation.question)"
      )
    }
    for section in CardSection.afterAnswer(to: card.card) {
      try Output.line("\(section.title):")
      for item in section.items { try Output.line("- \(item)") }
    }
    if let last = card.history.lastAnswer, !last.texts.isEmpty {
      try Output.line("Your last answer:")
      try show(last.texts)
    }
    if let note = card.note { try Output.line("Your note:\n\(note)") }
  }

  private func showWritten() throws {
    try Output.line(card.question(in: attempt))
    try Output.line("You wrote this on an earlier day. Tick what it has.")
    try show(card.history.uncheckedAnswer?.texts ?? [])
  }

  private func show(_ texts: [String]) throws {
    for (title, text) in zip(card.card.kind.boxes, texts) where !text.isEmpty {
      try Output.line("\(title): \(text)")
    }
  }

  // MARK: - Judging it

  private mutating func judge() throws -> End {
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

  private var nextProbe: String? {
    card.nextProbe(in: attempt, general: start.generalProbes, seed: seed)
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

  // MARK: - Follow-ups

  /// Asks what the person was stuck on, one after the other.
  private mutating func meetProbes() throws -> End? {
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
  private mutating func meet(_ probe: String) throws -> Bool {
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
  fileprivate init?(key: String) {
    switch key {
    case "a": self = .answered
    case "n": self = .thin
    case "z": self = .stuck
    default: return nil
    }
  }
}

extension String {
  /// The line without white space, in lower case: what the person meant by it.
  fileprivate var sanitisedKey: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      .lowercased()
  }
}
