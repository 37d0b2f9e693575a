import Decks
import Practice
import Screen

/// The answer side: what a good answer holds, and what was seen in this one.
extension PlainTurn {
  /// Shows what a good answer holds, beside what was said.
  func reveal() throws {
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

  /// Shows an answer of an earlier day, to be ticked now.
  func showWritten() throws {
    try Output.line(card.question(in: attempt))
    try Output.line("You wrote this on an earlier day. Tick what it has.")
    try show(card.history.uncheckedAnswer?.texts ?? [])
  }

  private func show(_ texts: [String]) throws {
    for (title, text) in zip(card.card.kind.boxes, texts) where !text.isEmpty {
      try Output.line("\(title): \(text)")
    }
  }
}
