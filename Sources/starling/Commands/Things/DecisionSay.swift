import Application
import ArgumentParser
import Campaign
import Exchange
import Store

/// Says what the person has seen of a criterion at an employer.
struct DecisionSay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "say", abstract: "Say how a criterion is met at an employer.")

  @Argument(help: "The criterion: its number, or its text.")
  var criterion: String

  @Argument(help: "The employer.")
  var employer: String

  @Argument(help: "yes, no or open.")
  var state: Verdict.State

  @Argument(help: "What you have seen or heard.")
  var evidence = ""

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let criterion = try Criterion.one(named: criterion, names)
    let employer = try names.employer(named: employer)
    try workspace.store.keep([
      Item(
        Verdict(
          criterion: criterion.id, employer: employer.name, state: state, evidence: evidence))
    ])
    Output.warn("\(criterion.text) at \(employer.name): \(state.rawValue)")
  }
}
