import Application
import ArgumentParser
import Decks
import Exchange
import Practice
import Store

struct DecksList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the decks in use.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let workspace = try Workspace.forCommand()
    let decks = try workspace.store.decks(at: SystemClock.now)
    guard json else {
      try Output.table(
        [["DECK", "CARDS", "SEEN", "DUE", "TITLE"]]
          + decks.map { [$0.id, "\($0.cards)", "\($0.seen)", "\($0.due)", $0.title] })
      return
    }
    try Output.json(
      .array(
        decks.map {
          .object([
            "id": .string($0.id), "title": .string($0.title), "cards": .int($0.cards),
            "seen": .int($0.seen), "due": .int($0.due), "origin": .string($0.origin.rawValue),
            "path": .string($0.path),
          ])
        }))
  }
}
