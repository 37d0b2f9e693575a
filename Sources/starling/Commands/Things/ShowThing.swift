import Application
import ArgumentParser
import Campaign

/// Shows one thing, whole.
struct ShowThing<Thing: ListedThing>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: "Show one.")
  }

  @Argument(
    help: "Its number, or its text.",
    completion: Thing.self == Story.self ? .stories : nil)
  var name: String

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).show(Thing.self, named: name, asJSON: form.json)
  }
}
