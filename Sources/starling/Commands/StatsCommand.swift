import Application
import ArgumentParser

/// Prints the figures behind the Progress screen.
struct StatsCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Show how practice has gone, and where it leads.",
    discussion: "The figures behind the Progress screen; --json has all of them.")

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    let workspace = try Workspace.forCommand(in: machine)
    try workspace.progress().write(asJSON: form.json, in: workspace)
  }
}
