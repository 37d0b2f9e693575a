import Application
import ArgumentParser
import Decks
import Exchange
import Practice
import Store

/// Looks for cards by their words.
struct DecksSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find the cards that have all of some words.",
    discussion: "Capitals and accents do not matter, and a part of a word is enough.")

  @Argument(help: "The words.")
  var words: [String]

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let store = try Workspace.forCommand().store
    let found = try store.cardNumbers(
      CardSearch(words.joined(separator: " ")), inDeck: nil)
    let listings = try store.cardListings(numbered: found, at: SystemClock.now)
    let cards = found.compactMap { listings[$0] }
    guard json else {
      if cards.isEmpty { Output.warn("no card has all of these words") }
      return try Output.table(cards.map { [$0.id.description, $0.ask] })
    }
    try Output.json(
      .array(
        cards.map {
          .object([
            "card": .string($0.id.description), "kind": .string($0.kind.rawValue),
            "competency": .string($0.competency), "core": .bool($0.isCore), "ask": .string($0.ask),
          ])
        }))
  }
}
