import Application
import ArgumentParser
import Campaign
import Exchange
import Practice
import Store
import TUI

/// Says what is waiting; made to be called from a shell prompt.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say what is waiting.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws { try Self.say(asJSON: json) }

  /// Says what is waiting, on one line or as JSON.
  static func say(asJSON json: Bool = false) throws {
    let workspace = try Workspace.forCommand(keepsCopy: false)
    let now = SystemClock.now
    let waiting = try workspace.store.waiting(at: now)
    let outlook = try workspace.outlook(at: now)
    let interview = outlook?.next.interview.thing
    let startHour = workspace.store.schedule.startHour
    guard json else {
      var line = "\(waiting.due) due, \(waiting.unseen) unseen, \(waiting.weak) weak"
      if let interview, let outlook {
        let days = DateText.days(interview.daysLeft(from: now, startHour: startHour))
        let ready = outlook.readiness.whole.percent
        line += "; \(interview.employer) \(days), \(ready) % ready"
      }
      return try Output.line(line)
    }
    try Output.json(
      .object([
        "due": .int(waiting.due), "unseen": .int(waiting.unseen), "weak": .int(waiting.weak),
        "minutes": .double(outlook?.minutesToday ?? workspace.settings.minutes),
        "interview": interview.map {
          .object(
            $0.json(from: now, startHour: startHour)
              + [("readiness", JSONValue(outlook?.readiness.whole))])
        } ?? .null,
      ]))
  }
}
