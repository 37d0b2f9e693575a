import Application
import ArgumentParser

/// Puts employers side by side by the person's own criteria.
struct DecisionTable: Command {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Put the employers side by side.")

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).compareEmployers(asJSON: form.json)
  }
}
