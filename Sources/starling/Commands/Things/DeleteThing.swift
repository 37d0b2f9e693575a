import Application
import ArgumentParser
import Campaign

/// Deletes one thing.
struct DeleteThing<Thing: ListedThing>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "delete", abstract: "Delete one.")
  }

  @Argument(
    help: "Its number, or its text.",
    completion: Thing.self == Story.self ? .stories : nil)
  var name: String

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).delete(Thing.self, named: name)
  }
}
