import Application
import ArgumentParser
import Decks
import Exchange
import Files
import Practice
import Store

struct DecksShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a deck, or one card, as a person would read it.")

  @Argument(help: "The deck's id, or DECK/CARD.", completion: .decksAndCards)
  var id: String

  func run() throws {
    let workspace = try Workspace.forCommand()
    let wanted = CardID(id)
    let cards =
      try wanted.map { try workspace.store.cards([$0]) }
      ?? workspace.store.cards(ofDeck: id)
    guard !cards.isEmpty else {
      let meant = try workspace.suggestion(forOwnID: id)
      throw Failure(
        .badData,
        "there is no deck or card “\(id)”; \(meant ?? "“starling decks list” names the decks")")
    }
    if wanted == nil,
      let deck = try workspace.store.decks(at: SystemClock.now).first(where: { $0.id == id })
    {
      try Output.line("\(deck.title) (\(deck.cards.of("card")))\n")
    }
    for card in cards { try Output.line(Self.text(card)) }
  }

  private static func text(_ card: Card) -> String {
    var lines = [
      "\(card.id.card)  \(card.kind.rawValue), \(card.competency)\(card.isCore ? ", core" : "")",
      "  \(card.ask)",
    ]
    lines += card.alternatives.map { "  or: \($0)" }
    for section in CardSection.all(of: card) {
      lines.append("  \(section.title):")
      lines += section.items.map { "    - \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
