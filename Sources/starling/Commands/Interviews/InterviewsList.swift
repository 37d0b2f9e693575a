import Application
import ArgumentParser
import Campaign
import Exchange
import Practice
import Store

struct InterviewsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the interviews, the earliest first.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let interviews = try workspace.store.interviews()
    let now = SystemClock.now
    let startHour = workspace.store.schedule.startHour
    guard json else {
      try Output.table(
        [["ID", "ROUND", "STARTS", "DAYS", "EMPLOYER"]]
          + interviews.map { interview in
            [
              interview.id.description, "\(interview.round)",
              interview.localStart,
              "\(interview.thing.daysLeft(from: now, startHour: startHour))", interview.employer,
            ]
          })
      return
    }
    try Output.json(.array(interviews.map { $0.listing(from: now, startHour: startHour) }))
  }
}
