import Application
import ArgumentParser

/// Writes how practice has gone as a page to keep or to show.
struct ReportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a page of how practice has gone, and where it leads.",
    discussion: """
      One HTML file that needs nothing else: it opens in any browser, light or dark, without a \
      network. It holds the figures of “starling stats” and the questions that went wrong this week.
      """)

  @Argument(help: "The file to write; - for standard output.")
  var path: String

  func run(in machine: Machine) throws {
    let workspace = try Workspace.forCommand(in: machine)
    try workspace.progress().writeReport(to: path, in: workspace)
  }
}
