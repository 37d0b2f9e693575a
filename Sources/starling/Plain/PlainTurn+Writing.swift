import Campaign
import Decks
import Glibc
import Practice
import Screen
import Store
import TUI

/// What the person writes down beside their answers: a note on the card, which story it was, a story.
extension PlainTurn {
  /// Adds lines to the person's note on the card; false when the input ends.
  mutating func writeNote() throws -> Bool {
    let unfinished = UnfinishedText(
      workspace.manuscripts,
      key: TextKey("note \(card.card.id)", asRead: card.note ?? ""), name: "note.txt")
    var left: String?
    guard try sayingUnlessAskedToEnd({ left = try unfinished.text() }) else { return true }
    let before = left?.trimmedEnd ?? card.note
    if let before { try Output.line("Your note so far:\n\(before)") }
    try Output.line("Your note: end it with an empty line.")
    if before != nil { try Output.line(Self.takingAway) }
    var lines = before.map { [$0] } ?? []
    var isEnded = false
    while !isEnded, let line = try readText() {
      let text = line.trimmedEnd
      if text.isEmpty {
        isEnded = true
      } else if text == "-", before != nil {
        lines = []
      } else {
        lines.append(text)
      }
    }
    let text = lines.joined(separator: "\n")
    if text == card.note ?? "" {
      try Output.line("The note is as it was.")
    } else {
      do throws(StoreError) {
        try store.setNote(text, on: card.card.id, at: SystemClock.now.time)
      } catch {
        let place =
          unfinished.keep(text)?.words(next: "e goes on with it")
          ?? "what you wrote: \(text)"
        Output.warn("the note is not kept yet: \(error.description)\n\(place)")
        return isEnded
      }
      unfinished.forget()
      card.note = text.isEmpty ? nil : text
      try Output.line(text.isEmpty ? "The note is gone." : "The note is kept.")
    }
    return isEnded
  }

  /// Reads a line of the person's own words, and says so where it is not all that they gave; nil when
  /// the input ends.
  func readText() throws -> String? {
    guard let line = readLine() else { return nil }
    if line.utf8.count >= Self.longestLine, isatty(STDIN_FILENO) == 1 {
      try Output.line(
        "Your terminal has cut that line after \(Self.longestLine) bytes. Write what came then in a line of its own."
      )
    }
    return line.sanitised(keeping: [.tabs])
  }

  /// The bytes that Linux keeps of a line typed at a terminal.
  private static var longestLine: Int { 4095 }

  /// Whether the person may say which of their stories they told.
  var canNameStory: Bool {
    card.card.kind == .star && attempt.purpose == .answer && !start.stories.isEmpty
  }

  /// Asks which story was told, and warns of one that they have heard; false when the person ends the
  /// session.
  mutating func nameStory() throws -> Bool {
    let keys = "its number, Enter for none of these, r leave it, q quit"
    try Output.line("Which story did you tell? [\(keys)]")
    try listStories()
    while let line = readLine() {
      let key = line.sanitisedKey
      let chosen = Int(key).map { $0 - 1 }
      switch key {
      case "q": return false
      case "r": return true
      case _ where key.isEmpty || chosen.map(start.stories.indices.contains) ?? false:
        let named = chosen.map { start.stories[$0] }
        attempt.story = named?.number
        try Output.line(named.map { "You named “\($0.title)”." } ?? "No story is named.")
        if let warning = named.flatMap(card.warning) { try Output.line(warning) }
        try sayObservations()
        return true
      default:
        try sayUnknown(key)
        try Output.line("[\(keys)]")
      }
    }
    return false
  }

  func listStories() throws {
    for (index, story) in start.stories.enumerated() {
      let told = story.listener == nil ? "" : " (told)"
      try Output.line("\(index + 1) \(story.title)\(told)")
    }
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
      let isKept = saying {
        _ = try store.keep([.story(story)])
        return true
      }
      // What was written is still the answer here, and w tries again.
      guard isKept else { return true }
      try Output.line(
        "Kept as a story. “starling stories edit” adds the families it fits and its figures.")
      return true
    }
  }
}
