import Application
import ArgumentParser

/// Says that a fact still holds.
struct FactsCheck: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say that a fact was checked today and still holds.")

  @Argument(help: "Its number, or its text.")
  var name: String

  func run(in machine: Machine) throws { try NotebookDesk(in: machine).checkFact(name) }
}
