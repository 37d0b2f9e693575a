import Application
import ArgumentParser
import Campaign

/// Lists all things of a sort, or those of one employer.
struct ListThings<Thing: ListedThing>: Command {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: "List them.")
  }

  @Argument(help: "Only those of this employer.", completion: .employers)
  var employer: String?

  @OptionGroup var form: ListForm

  func validate() throws {
    if employer != nil, !Thing.isOfEmployer {
      throw ValidationError("“\(Thing.command) list” takes no employer.")
    }
  }

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).list(Thing.self, of: employer, asJSON: form.json)
  }
}
