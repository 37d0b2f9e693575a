import Application
import ArgumentParser
import Campaign

/// Says what the person has seen of a criterion at an employer.
struct DecisionSay: Command {
  static let configuration = CommandConfiguration(
    commandName: "say", abstract: "Say how a criterion is met at an employer.")

  @Argument(help: "The criterion: its number, or its text.")
  var criterion: String

  @Argument(help: "The employer.", completion: .employers)
  var employer: String

  @Argument(help: "yes, no or open.")
  var state: Verdict.State

  @Argument(help: "What you have seen or heard.")
  var evidence = ""

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).judge(criterion, at: employer, as: state, evidence: evidence)
  }
}
