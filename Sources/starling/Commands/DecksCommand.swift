import ArgumentParser

/// Lists, shows and checks decks.
struct DecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decks", abstract: "List, show and check decks.",
    subcommands: [DecksList.self, DecksShow.self, DecksCheck.self],
    defaultSubcommand: DecksList.self)
}
