import Application
import ArgumentParser
import Campaign
import Exchange
import Practice
import Scheduler
import Store
import TUI

struct InterviewsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an interview.")

  @Argument(help: "The employer, or the number that “interviews list” gives.")
  var name: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let now = SystemClock.now
    let startHour = workspace.store.schedule.startHour
    // Of several with one employer the next one is meant, or the last if all are over.
    let named = try workspace.interviews(named: name)
    guard let interview = named.first(where: { $0.start > now.time }) ?? named.last else { return }
    guard json else {
      let days = interview.thing.daysLeft(from: now, startHour: startHour)
      try Output.line(
        """
        \(interview.employer)
        round \(interview.round)
        \(interview.localStart), \(DateText.days(days))
        """)
      return
    }
    try Output.json(interview.listing(from: now, startHour: startHour))
  }
}
