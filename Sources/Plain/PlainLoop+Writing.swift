import Application
import Campaign
import Decks
import Files
import Practice
import Screen
import Store
import TUI

/// What the person writes: an answer, a note on the card, a story.
extension PlainLoop {
  /// Reads the boxes; what is written is kept line by line.
  package mutating func write() throws {
    guard let current = practice.current, let attempt = practice.attempt else { return }
    var texts = current.draft
    for place in attempt.boxPlaces {
      let isBegun = !texts[place].isEmpty
      if isBegun { try Output.line("So far: \(texts[place])") }
      try Output.line(
        "\(attempt.kind.boxes[place]): end it with a line that is only a full stop.")
      if isBegun { try Output.line(Self.takingAway) }
      while true {
        guard let line = try readText() else {
          isOver = true
          return
        }
        let key = line.sanitisedKey
        if key == "." { break }
        if key == "-", isBegun {
          texts[place] = ""
        } else {
          texts[place] += texts[place].isEmpty ? line : "\n" + line
        }
        practice.setDraft(texts, of: attempt.card)
        try drafts.keep(texts, of: attempt.card)
      }
    }
    try finishWriting()
  }

  /// What stands in the boxes is the answer.
  mutating func finishWriting() throws {
    let texts = practice.boxTexts
    let words = texts.reduce(0) { $0 + $1.wordCount }
    let time = DateText.clock(
      milliseconds: AnswerLength.milliseconds(
        words: words, wordsPerMinute: practice.start.pace.wordsPerMinute))
    try Output.line("\(words.of("word")), about \(time) aloud.")
    try act(.wrote(texts, words: words))
  }

  /// How to be rid of what was written before.
  private static let takingAway = "A line that is only a minus takes away what is there."

  /// Adds lines to the person's note on a card.
  mutating func writeNote(on card: CardID) throws {
    let note = try workspace.store.note(on: card) ?? ""
    let unfinished = UnfinishedText(
      workspace.manuscripts, key: TextKey("note \(card)", asRead: note), name: "note.txt")
    guard let left = try sayingUnlessAskedToEnd({ try unfinished.text() }) else { return }
    let before = left?.trimmedEnd ?? note
    if !before.isEmpty { try Output.line("Your note so far:\n\(before)") }
    try Output.line("Your note: end it with an empty line.")
    if !before.isEmpty { try Output.line(Self.takingAway) }
    var lines = before.isEmpty ? [] : [before]
    isOver = true
    while isOver, let line = try readText() {
      let text = line.trimmedEnd
      if text.isEmpty {
        isOver = false
      } else if text == "-", !before.isEmpty {
        lines = []
      } else {
        lines.append(text)
      }
    }
    let text = lines.joined(separator: "\n")
    guard text != note else { return try Output.line("The note is as it was.") }
    let kept: String
    do throws(StoreError) {
      kept = try workspace.store.setNote(
        text, on: card, insteadOf: note, at: workspace.clock.now.time)
    } catch {
      let place =
        unfinished.keep(text)?.words(next: "e goes on with it") ?? "what you wrote: \(text)"
      return Output.warn("the note is not kept yet: \(error.description)\n\(place)")
    }
    unfinished.forget()
    _ = practice.take(
      .noteChanged(card, kept.isEmpty ? nil : kept), at: workspace.clock.now)
    try Output.line(kept.isEmpty ? "The note is gone." : "The note is kept.")
  }

  /// Reads a line of the person's own words, and says so where it is not all that they gave; nil when
  /// the input ends.
  private func readText() throws -> String? {
    guard let line = readLine() else { return nil }
    if line.utf8.count >= Self.longestLine, StandardStreams.isInputTerminal {
      try Output.line(
        "Your terminal has cut that line after \(Self.longestLine) bytes. Write what came then in a line of its own."
      )
    }
    return line.sanitised(keeping: [.tabs])
  }

  /// The bytes that Linux keeps of a line typed at a terminal.
  private static var longestLine: Int { 4095 }

  /// Keeps what was written among the person's stories.
  mutating func keepStory(_ texts: [String]) throws {
    let names = try workspace.names()
    var story = Story(written: texts)
    repeat {
      try Output.line("What do you call this story? Its title, or Enter to leave it.")
      guard let line = readLine() else {
        isOver = true
        return
      }
      story.title = line.sanitised().trimmed
      if story.title.isEmpty { return }
    } while saying({ try story.checkTitle(names) }) == nil
    // If it cannot be kept, what was written is still the answer here, and S tries again.
    guard saying({ try workspace.store.add(story) }) != nil else { return }
    try Output.line(
      "Kept as a story. “starling stories edit” adds the families it fits and its figures.")
  }
}
