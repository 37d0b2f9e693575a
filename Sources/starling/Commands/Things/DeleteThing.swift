import Application
import ArgumentParser
import Campaign
import Decks
import Exchange
import Store

/// Deletes one thing.
struct DeleteThing<Thing: ListedThing>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "delete", abstract: "Delete one.")
  }

  @Argument(help: "Its number, or its text.")
  var name: String

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let thing = try Thing.one(named: name, workspace.names())
    try workspace.store.delete([Item(thing)])
    Output.warn("deleted “\(thing.title)”")
  }
}
