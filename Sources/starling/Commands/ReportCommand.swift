import Application
import ArgumentParser
import Exchange
import Files
import Practice
import Scheduler
import TUI

/// Writes how practice has gone as a page to keep or to show.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write a page of how practice has gone, and where it leads.",
    discussion: """
      One HTML file that needs nothing else: it opens in any browser, light or dark, without a \
      network. It holds the figures of “starling stats” and the questions that went wrong this week.
      """)

  @Argument(help: "The file to write; - for standard output.")
  var path: String

  func run() throws {
    let workspace = try Workspace.forCommand()
    let now = SystemClock.now
    let figures = try workspace.progress(at: now)
    let report = ProgressReport(
      figures, printed: "\(figures.today), \(DateText.time(now))",
      dayWords: { DateText.shortDay($0, from: figures.today) })
    let opening = report.html.prefix { $0 != "," }.utf8.count
    try workspace.export(Array(report.html.utf8), to: path, opening: opening)
  }
}
