import Application
import ArgumentParser
import Decks
import Exchange
import Practice
import Scheduler
import TUI

/// Prints the figures behind the Progress screen.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Show how practice has gone, and where it leads.",
    discussion: "The figures behind the Progress screen; --json has all of them.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let workspace = try Workspace.forCommand()
    let figures = try workspace.progress(at: SystemClock.now)
    if json { return try Output.json(figures.json) }
    for section in ProgressSection.allCases {
      if section != ProgressSection.allCases.first { try Output.line("") }
      try Output.line(section.title)
      for line in figures.words(
        section, dayWords: { DateText.shortDay($0, from: figures.today) })
      {
        try Output.line("  \(line)")
      }
      try Output.table(figures.table(section).map { ["", ""] + $0 })
    }
  }
}
