import Application
import ArgumentParser

/// Lists, shows, checks and makes decks.
struct DecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decks", abstract: "List, show, check, search and make decks.",
    subcommands: [
      DecksList.self, DecksShow.self, DecksSearch.self, DecksCheck.self, DecksIDs.self,
      DecksNew.self, DecksCopy.self,
    ],
    defaultSubcommand: DecksList.self)
}
