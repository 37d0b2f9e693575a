import Application
import ArgumentParser
import Campaign
import Exchange
import Files
import Practice
import Store

/// Keeps what is known of employers as a whole.
struct EmployersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "employers", abstract: "Employers: the job, the one thing, pay, notes.",
    subcommands: [
      EmployersList.self, EmployersAdd.self, EmployersShow.self, EmployersEdit.self,
      EmployersDelete.self,
    ], defaultSubcommand: EmployersList.self)
}

struct EmployersList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List them.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let names = try Workspace.forCommand(.truth).names()
    let employers = names.notebook.employers
    guard json else {
      return try Output.table(
        [["ROUNDS", "EMPLOYER", "ROLE"]]
          + employers.map {
            ["\(names.notebook.interviews(with: $0.name).count)", $0.name, $0.role]
          })
    }
    try Output.json(.array(employers.map { FormValue.json(Form.pairs(of: $0, names)) }))
  }
}

struct EmployersAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add one by its name.",
    discussion: "“interviews add” does so, too, with the interview that the plan needs.")

  @Argument(help: "The employer.")
  var name: String

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("NAME must not be empty.") }
  }

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    if let known = try workspace.store.notebook().employer(named: name) { throw known.isKnown }
    try workspace.store.keep([Item(Employer(name: name))])
    Output.warn("kept \(name)")
  }
}

struct EmployersShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one.")

  @Argument(help: "The employer.")
  var name: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let names = try Workspace.forCommand(.truth).names()
    let employer = try names.employer(named: name)
    json
      ? try Output.json(FormValue.json(Form.pairs(of: employer, names)))
      : try Output.line(Form.listing(of: employer, names))
  }
}

struct EmployersEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit one in your editor, as YAML.",
    discussion: "Another name renames the employer; whatever is known of it stays.")

  @Argument(help: "The employer.")
  var name: String

  @Option(help: "Read the form from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let old = try names.employer(named: name)
    let editing = old.editing(names, in: workspace)
    func keep(_ employer: Employer) throws -> Employer? {
      guard employer != old else { return nil }
      try workspace.keep(employer, insteadOf: old, names.notebook)
      return employer
    }
    let employer =
      try from.map { try keep(editing.read(from: $0)) }
      ?? editing.edited(old, with: workspace.formEditor("employer"), keeping: keep)
    guard let employer else { return Output.warn("nothing has changed") }
    Output.warn("changed \(employer.name)")
  }
}

struct EmployersDelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete an employer with all interviews and what is known of it; stories stay.")

  @Argument(help: "The employer.")
  var name: String

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let employer = try names.employer(named: name)
    let rounds = names.notebook.interviews(with: employer.name)
    let asked = rounds.reduce(0) { $0 + names.notebook.entries(of: $1.id).count }
    try workspace.store.delete([Item(employer)])
    Output.warn(
      "deleted \(employer.name), with \(rounds.count.of("round")) and \(asked.of("question")) of their logs"
    )
  }
}
