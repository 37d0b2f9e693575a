import Application
import ArgumentParser
import Campaign

/// Lets the person edit one thing as a form.
struct EditThing<Thing: ListedThing>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "edit", abstract: "Edit one in your editor, as YAML.")
  }

  @Argument(
    help: "Its number, or its text.",
    completion: Thing.self == Story.self ? .stories : nil)
  var name: String

  @Option(help: "Read the form from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).edit(Thing.self, named: name, from: from)
  }
}
