import Application
import ArgumentParser

/// Keeps what is known of employers as a whole.
struct EmployersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "employers", abstract: "Employers: the job, the one thing, pay, notes.",
    subcommands: [
      EmployersList.self, EmployersAdd.self, EmployersShow.self, EmployersEdit.self,
      EmployersDelete.self,
    ], defaultSubcommand: EmployersList.self)
}

struct EmployersList: Command {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List them.")

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).listEmployers(asJSON: form.json)
  }
}

struct EmployersAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add one by its name.",
    discussion: "“interviews add” does so, too, with the interview that the plan needs.")

  @Argument(help: "The employer.", completion: .employers)
  var name: String

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("NAME must not be empty.") }
  }

  func run(in machine: Machine) throws { try NotebookDesk(in: machine).addEmployer(name) }
}

struct EmployersShow: Command {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one.")

  @Argument(help: "The employer.", completion: .employers)
  var name: String

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).showEmployer(name, asJSON: form.json)
  }
}

struct EmployersEdit: Command {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit one in your editor, as YAML.",
    discussion: "Another name renames the employer; whatever is known of it stays.")

  @Argument(help: "The employer.", completion: .employers)
  var name: String

  @Option(help: "Read the form from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).editEmployer(name, from: from)
  }
}

struct EmployersDelete: Command {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete an employer with all interviews and what you noted about it; stories stay.")

  @Argument(help: "The employer.", completion: .employers)
  var name: String

  func run(in machine: Machine) throws { try NotebookDesk(in: machine).deleteEmployer(name) }
}
