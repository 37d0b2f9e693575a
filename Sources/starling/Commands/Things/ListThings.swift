import Application
import ArgumentParser
import Campaign
import Exchange

/// Lists all things of a sort, or those of one employer.
struct ListThings<Thing: ListedThing>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: "List them.")
  }

  @Argument(help: "Only those of this employer.")
  var employer: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if employer != nil, !Thing.isOfEmployer {
      throw ValidationError("“\(Thing.command) list” takes no employer.")
    }
  }

  func run() throws {
    let names = try Workspace.forCommand(.truth).names()
    let things = try Thing.all(names, of: employer)
    guard json else {
      return try Output.table(
        [["ID"] + Thing.columns.map(\.title)]
          + things.map { [$0.id.description] + Thing.cells(of: $0, names) })
    }
    try Output.json(.array(things.map { $0.json(names) }))
  }
}
