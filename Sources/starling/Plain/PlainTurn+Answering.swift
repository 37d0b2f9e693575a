import Decks
import Practice
import Scheduler
import Screen
import Store
import TUI

/// The ways to answer: aloud by the clock, in writing, as a drill.
extension PlainTurn {
  mutating func speak() throws -> Answering {
    attempt.beginAnew(.spoken, at: SystemClock.now)
    let isRecorded = saying { try sound.record(card.card.id, at: SystemClock.now.time) }
    if isRecorded { try Output.line("You are recorded.") }
    var clock = SpokenClock(at: SystemClock.now.time)
    let hasParts = attempt.isStory && attempt.purpose == .answer
    let keys = "p pause, d done, r start over, q quit"
    try Output.line(
      hasParts
        ? "Speak: Situation. [Enter next part, b part before, \(keys)]" : "Speak. [\(keys)]")
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
        if saying({ try sound.stopRecording(isKept: true) }) { card.hasRecording = sound.canPlay }
        return .done
      case "r", "q":
        _ = saying { try sound.stopRecording(isKept: false) }
        return line.sanitisedKey == "q" ? .quit : .again
      case let key: try sayUnknown(key)
      }
    }
    return .quit
  }

  /// Reads the boxes; what is written is kept line by line.
  mutating func write() throws -> Answering {
    var texts = card.written(in: attempt)
    attempt.beginAnew(.typed, at: SystemClock.now)
    for place in attempt.boxPlaces {
      while texts.count <= place { texts.append("") }
      let isBegun = !texts[place].isEmpty
      if isBegun { try Output.line("So far: \(texts[place])") }
      try Output.line(
        "\(card.card.kind.boxes[place]): end it with a line that is only a full stop.")
      if isBegun { try Output.line(Self.takingAway) }
      while true {
        guard let line = try readText() else { return .quit }
        let key = line.sanitisedKey
        if key == "." { break }
        if key == "-", isBegun {
          texts[place] = ""
        } else {
          texts[place] += texts[place].isEmpty ? line : "\n" + line
        }
        try keepDraft(texts)
      }
    }
    try take(texts)
    return .done
  }

  /// How to be rid of what was written before.
  static let takingAway = "A line that is only a minus takes away what is there."

  /// Lets the person write in their own editor.
  mutating func edit() throws -> Answering {
    let form = AnswerForm(attempt: attempt, texts: card.written(in: attempt))
    var edited: [String]?
    let isWritten = try sayingUnlessAskedToEnd {
      edited = try workspace.textEditing(
        "answer \(card.card.id)", asRead: form.text(question: ""), name: "answer.md"
      )
      .edited(form.text(question: question), opening: { try workspace.editor.open($0) }) {
        form.texts(in: $0)
      }
    }
    guard isWritten, let texts = edited else { return .again }
    attempt.beginAnew(.typed, at: SystemClock.now)
    try keepDraft(texts)
    try take(texts)
    return .done
  }

  private mutating func keepDraft(_ texts: [String]) throws {
    card.draft = card.draft(with: texts, in: attempt)
    try drafts.keep(card.draft, of: card.card.id)
  }

  private mutating func take(_ texts: [String]) throws {
    let words = texts.reduce(0) { $0 + $1.wordCount }
    attempt.wrote(texts, words: words, lines: lines)
    let time = DateText.clock(milliseconds: AnswerLength.milliseconds(words: words))
    try Output.line("\(words.of("word")), about \(time) aloud.")
  }

  mutating func drill(_ drill: Drill) throws -> Answering {
    attempt.beginAnew(drill.mode, at: SystemClock.now)
    let begun = SystemClock.now.time
    let keys: String
    if drill == .pick {
      keys = "its number, or Enter for none of them, r start over, q quit"
      try Output.line("Which story fits? \(drill.seconds) seconds. [\(keys)]")
      try listStories()
    } else {
      keys = "Enter done, r start over, q quit"
      try Output.line("Say it: one sentence, \(drill.seconds) seconds. [\(keys)]")
    }
    while let line = readLine() {
      let key = line.sanitisedKey
      let chosen = drill == .pick ? Int(key).map { $0 - 1 } : nil
      switch key {
      case "q": return .quit
      case "r": return .again
      case _ where key.isEmpty || chosen.map(start.stories.indices.contains) ?? false:
        if drill == .pick { attempt.story = chosen.map { start.stories[$0].number } }
        let milliseconds = Int(SystemClock.now.time.milliseconds(since: begun))
        attempt.spoke(milliseconds: max(0, milliseconds), lines: lines)
        return .done
      default:
        try sayUnknown(key)
        try Output.line("[\(keys)]")
      }
    }
    return .quit
  }
}
