import Campaign
import Exchange
import Practice
import Store
import TUI

/// What is waiting, in a line or as JSON.
package enum DueListing {
  /// - Throws: ``Failure`` and ``StoreError``.
  package static func write(asJSON json: Bool, in surroundings: any Surroundings) throws {
    let now = surroundings.clock.now
    let glance = json ? nil : Glance(in: try surroundings.places(), at: now)
    if let line = glance?.kept(.due) { return try Output.line(line) }
    let workspace = try Workspace.forCommand(in: surroundings, keepsCopy: false)
    let waiting = try workspace.waiting(at: now)
    let outlook = try workspace.outlook(at: now)
    let interview = outlook.map {
      InterviewListing($0.next.interview, in: workspace, at: now)
    }
    let (toLog, change) = try workspace.roundToLog(at: now)
    guard json else {
      var line = toLog.map { "log \($0.employer); " } ?? ""
      line += "\(waiting.due) due, \(waiting.unseen) unseen, \(waiting.weak) weak"
      if let interview, let ready = outlook?.readiness.whole.percent {
        line += "; \(interview.interview.employer) \(interview.wait), \(ready) % ready"
      }
      // What is amiss is said each time.
      if !workspace.hasWarned {
        try glance?.keep(line, as: .due, until: min(workspace.store.nextChange(after: now), change))
      }
      return try Output.line(line)
    }
    try Output.json(
      .object([
        "due": .int(waiting.due), "unseen": .int(waiting.unseen), "weak": .int(waiting.weak),
        "minutes": .double(outlook?.minutesToday ?? workspace.settings.minutes),
        "interview": interview.map {
          .object($0.fields + [("readiness", JSONValue(outlook?.readiness.whole))])
        } ?? .null,
        "log": toLog.map {
          .object(["employer": .string($0.employer), "round": .int($0.round)])
        } ?? .null,
      ]))
  }
}
