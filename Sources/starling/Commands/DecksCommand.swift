import Application
import ArgumentParser

/// Lists, shows, checks, makes and chooses decks.
struct DecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decks", abstract: "List, show, check, search, make and choose decks.",
    subcommands: [
      DecksList.self, DecksShow.self, DecksSearch.self, DecksCheck.self, DecksIDs.self,
      DecksNew.self, DecksCopy.self, DecksOn.self, DecksOff.self,
    ],
    defaultSubcommand: DecksList.self)
}
