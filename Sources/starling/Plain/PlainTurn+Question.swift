import Decks
import Practice
import Scheduler
import Screen
import Store

/// The question side: asking, and the ways to answer.
extension PlainTurn {
  /// Asks the question and lets the person answer it; an end if they want none of it.
  mutating func answer() throws -> End? {
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
}
