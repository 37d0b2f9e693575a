public import Decks

/// One part of a card's answer side: a heading and what stands under it.
public struct CardSection: Equatable, Sendable {
  public var title: String
  /// The sign before each item; it carries the meaning where there is no colour.
  public var marker: String
  public var items: [String]

  /// The answer side of a card in the order in which it is read: everything that the question
  /// doesn't show, without the parts that the card lacks.
  public static func all(of card: Card) -> [CardSection] {
    let sections = [
      one("What is probed", card.probing), one("How to answer", card.frame),
      one("The temptation", card.tempting, marker: "− "),
      one("A better way", card.better, marker: "+ "), one("A line to say", card.say),
      CardSection(title: "What to tick", marker: "· ", items: card.ticks),
      CardSection(title: "What to write down", marker: "· ", items: card.write),
      one("Where to look", card.place), one("When to use it", card.use),
      one("Done when", card.done), one("Whom to ask", card.audience),
      one("What to listen for", card.listen), one("Then ask", card.next),
      one("Do not ask if", card.skipIf),
      CardSection(title: "Strong", marker: "+ ", items: card.strong),
      CardSection(title: "Red flags", marker: "− ", items: card.flags),
      CardSection(title: "Likely follow-ups", marker: "? ", items: card.probes),
      one("Deck author’s note", card.note),
      CardSection(
        title: "The same story answers", marker: "· ", items: card.likes.map(\.description)),
      one("Tags", card.tags.isEmpty ? nil : card.tags.joined(separator: ", ")),
    ]
    return sections.filter { !$0.items.isEmpty }
  }

  /// The sections that show after an answer: without what is ticked beside them, without the follow-ups,
  /// which are drawn one by one, and without what says nothing of the answer.
  public static func afterAnswer(to card: Card) -> [CardSection] {
    var card = card
    card.probes = []
    card.ticks = []
    card.like = []
    card.tags = []
    return all(of: card)
  }

  private static func one(_ title: String, _ text: String?, marker: String = "") -> CardSection {
    CardSection(title: title, marker: marker, items: text.map { [$0] } ?? [])
  }
}
