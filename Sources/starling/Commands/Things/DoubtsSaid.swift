import Application
import ArgumentParser
import Campaign
import Exchange
import Store

/// Counts one more time that the reply to a doubt was said well.
struct DoubtsSaid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "said", abstract: "Say that you gave the reply to a doubt well.")

  @Argument(help: "Its number, or its text.")
  var name: String

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    var doubt = try Doubt.one(named: name, workspace.names())
    doubt.timesSaidWell += 1
    try workspace.store.keep([Item(doubt)])
    let rest = Doubt.timesUntilReady - doubt.timesSaidWell
    Output.warn("“\(doubt.text)”: \(rest > 0 ? "once more" : "ready")")
  }
}
