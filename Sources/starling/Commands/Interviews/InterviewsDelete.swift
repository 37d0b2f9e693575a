import Application
import ArgumentParser
import Campaign
import Files
import Store

struct InterviewsDelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete an interview.")

  @Argument(help: "The employer, or the number that “interviews list” gives.")
  var name: String

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let named = try workspace.interviews(named: name)
    guard named.count == 1, let interview = named.first else {
      throw Failure(
        .usage,
        "there are \(named.count) interviews with \(name): give the number that “starling interviews list” shows"
      )
    }
    try workspace.store.delete([Item(interview)])
    Output.warn("deleted \(interview.employer), round \(interview.round)")
  }
}
