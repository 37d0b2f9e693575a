import Application
import ArgumentParser
import Campaign
import Exchange

/// Shows one thing, whole.
struct ShowThing<Thing: ListedThing>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: "Show one.")
  }

  @Argument(help: "Its number, or its text.")
  var name: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let names = try Workspace.forCommand(.truth).names()
    let thing = try Thing.one(named: name, names)
    guard !json else { return try Output.json(thing.json(names)) }
    try Output.line(names.text(of: Item(thing)))
  }
}
