import Application
import ArgumentParser
import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Store
import TUI

struct InterviewsAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an interview; the plan goes to its start.")

  @Argument(help: "The employer.")
  var name: String

  @Option(help: "When it starts, in ISO 8601, within 20 years; without a zone it is local.")
  var at: String

  @Option(
    parsing: .unconditional,
    help:
      "Which round it is (default: the first that is missing if it is over, else the one after the last, or the second)."
  )
  var round: Int?

  func validate() throws {
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("NAME must not be empty.") }
    if let round, !(1...99).contains(round) {
      throw ValidationError("--round takes a whole number from 1 to 99.")
    }
  }

  func run() throws {
    guard let start = try MomentOption.moment(at)?.time else { return }
    let workspace = try Workspace.forCommand(.truth)
    let now = SystemClock.now
    let names = try workspace.names()
    if let refusal = names.refusal(of: at, at: start) {
      throw Failure(.usage, "\(refusal) nothing was kept")
    }
    let notebook = names.notebook
    let missing =
      start > now.time ? nil : notebook.missingRound(with: name, at: now.time.milliseconds)
    let kept = try workspace.store.add(
      Interview(
        employer: name, round: round ?? missing ?? notebook.interviews.nextRound(with: name),
        startsAt: start.milliseconds))
    Output.warn(
      "\(kept.employer), round \(kept.round)\(outlook(of: kept, from: now, in: workspace))")
  }

  private func outlook(of interview: Kept<Interview>, from now: Moment, in workspace: Workspace)
    -> String
  {
    guard interview.start > now.time else { return ": kept; it is over, so nothing is planned" }
    let days = interview.thing.daysLeft(from: now, startHour: workspace.store.schedule.startHour)
    return ", \(DateText.days(days)): “starling plan” shows the way there"
  }
}
