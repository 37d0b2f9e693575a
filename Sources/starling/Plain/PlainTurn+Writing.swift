import Campaign
import Decks
import Practice
import Screen
import Store
import TUI

/// What the person writes down beside their answers: a note on the card, a story.
extension PlainTurn {
  /// Adds lines to the person's note on the card; false when the input ends.
  mutating func writeNote() throws -> Bool {
    if let note = card.note { try Output.line("Your note so far:\n\(note)") }
    try Output.line("Your note: end it with an empty line.")
    if card.note != nil { try Output.line(Self.takingAway) }
    var lines = card.note.map { [$0] } ?? []
    var isEnded = false
    while !isEnded, let line = readLine() {
      let text = line.sanitised(keeping: [.tabs]).trimmedEnd
      if text.isEmpty {
        isEnded = true
      } else if text == "-", card.note != nil {
        lines = []
      } else {
        lines.append(text)
      }
    }
    let text = lines.joined(separator: "\n")
    if text == card.note ?? "" {
      try Output.line("The note is as it was.")
    } else {
      try store.setNote(text, on: card.card.id, at: SystemClock.now.time)
      card.note = text.isEmpty ? nil : text
      try Output.line(text.isEmpty ? "The note is gone." : "The note is kept.")
    }
    return isEnded
  }

  /// Whether there is a written story to keep.
  var canKeepStory: Bool {
    attempt.isStory && attempt.mode == .typed && attempt.purpose == .answer && attempt.isGiven
  }

  /// Keeps what was written among the person's stories; false when the input ends.
  func keepStory() throws -> Bool {
    let names = try workspace.names()
    while true {
      try Output.line("What do you call this story? [its title, or Enter to leave it]")
      guard let line = readLine() else { return false }
      var story = Story(written: attempt.texts)
      story.title = line.sanitised().trimmedLine
      guard !story.title.isEmpty else { return true }
      let isNew = saying {
        try story.checkTitle(names)
        return true
      }
      guard isNew else { continue }
      _ = try store.keep([.story(story)])
      try Output.line(
        "Kept as a story. “starling stories edit” adds the families it fits and its figures.")
      return true
    }
  }
}
