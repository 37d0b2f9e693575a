public import Campaign
public import Decks
import Practice
import Screen

/// Everything worth reading in one Markdown text: the decks with the person's own notes and last
/// answers, and their stories.
public struct ReadingCopy: Sendable {
  public var decks: [Deck]
  public var stories: [Story]
  /// The person's own notes on cards.
  public var notes: [CardID: String]
  /// What they wrote last in answer to a card, box by box.
  public var answers: [CardID: [String]]

  public init(
    decks: [Deck], stories: [Story], notes: [CardID: String], answers: [CardID: [String]]
  ) {
    self.decks = decks
    self.stories = stories
    self.notes = notes
    self.answers = answers
  }

  public var markdown: String {
    var lines = ["# Starling"]
    if !stories.isEmpty {
      lines += ["", "## Stories"]
      for story in stories { add(story, to: &lines) }
    }
    for deck in decks {
      lines += ["", "## \(deck.title.markdownText)"]
      if let note = deck.note { lines += ["", note.markdownText] }
      for card in deck.cards { add(card, to: &lines) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ story: Story, to lines: inout [String]) {
    lines += ["", "### \(story.title.markdownText)"]
    if !story.headline.isEmpty { lines += ["", story.headline.markdownText] }
    let parts = [
      ("Situation", story.situation), ("Task", story.task), ("Action", story.action),
      ("Result", story.result), ("Learning", story.learning), ("Notes", story.notes),
    ]
    for (title, text) in parts { add(title, [text], to: &lines) }
    add(
      "Figures",
      story.figures.map { figure in
        let known = figure.known.isEmpty ? "" : " (\(figure.known))"
        return (figure.isNotToClaim ? "do not claim: " : "") + figure.text + known
      }, to: &lines)
  }

  private func add(_ card: Card, to lines: inout [String]) {
    lines += ["", "### \(card.id.card.markdownText): \(card.ask.markdownText)", ""]
    lines.append("\(card.kind.title), \(card.competency)\(card.isCore ? ", core" : "")")
    lines += card.alternatives.flatMap { ["", "or: \($0.markdownText)"] }
    for section in CardSection.all(of: card) { add(section.title, section.items, to: &lines) }
    add("Your note", notes[card.id].map { [$0] } ?? [], to: &lines)
    add("Your last answer", answers[card.id] ?? [], to: &lines)
  }

  /// A heading and what stands under it; nothing where there is nothing.
  private func add(_ title: String, _ texts: [String], to lines: inout [String]) {
    // Each line of a text is an item, so that nothing in it can end the list.
    let items = texts.flatMap { $0.split(whereSeparator: \.isNewline) }
    guard !items.isEmpty else { return }
    lines += ["", "**\(title)**", ""]
    lines += items.map { "- \(String($0).markdownText)" }
  }
}
