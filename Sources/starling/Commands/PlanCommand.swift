import Application
import ArgumentParser
import Campaign
import Decks
import Exchange
import Practice
import Scheduler
import Store
import TUI

/// Shows the way to the interview, day by day.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the plan, day by day to the interview.",
    discussion: """
      Made anew each time from what was practised so far, so a missed day costs nothing but itself. \
      READY is the recall to expect at the start of the next interview, by the memory model.
      """)

  @Argument(help: "Only these decks.", completion: .decks)
  var decks: [String] = []

  @Flag(help: "Only cards of the core set.")
  var core = false

  @Option(parsing: .unconditional, help: "The minutes of a day (default: those of the settings).")
  var minutes: Double?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let minutes, !(minutes > 0 && minutes <= 1440) {
      throw ValidationError("--minutes takes a number above 0, at most 1440.")
    }
  }

  func run() throws {
    let workspace = try Workspace.forCommand()
    try workspace.requireDecks(decks)
    let listing = try PlanListing(
      workspace, request: SessionRequest(decks: decks, coreOnly: core),
      minutes: minutes ?? workspace.settings.minutes, at: SystemClock.now)
    if listing.interview == nil {
      Output.warn(
        "no interview is ahead: this is what falls due; “starling interviews add NAME --at TIME” makes it a plan to the day"
      )
    }
    try json ? Output.json(listing.json) : listing.write()
  }
}
