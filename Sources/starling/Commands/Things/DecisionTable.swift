import Application
import ArgumentParser

/// Puts employers side by side by the person's own criteria.
struct DecisionTable: Command {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Put the employers side by side.")

  @Flag(help: "Print JSON.")
  var json = false

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).compareEmployers(asJSON: json)
  }
}
