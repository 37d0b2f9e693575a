import Campaign
import Exchange
import Practice
import Scheduler
import Store
import TUI

/// What is waiting, in a line or as JSON.
package enum DueListing {
  /// How much of it is said.
  package enum Form: Sendable {
    case short, long, json
  }

  /// - Throws: ``Failure`` and ``StoreError``.
  package static func write(as form: Form, in surroundings: any Surroundings) throws {
    let now = surroundings.clock.now
    let glance = form == .short ? Glance(in: try surroundings.places(), at: now) : nil
    if let line = glance?.kept(.due) { return try Output.line(line) }
    let workspace = try Workspace.forCommand(in: surroundings, keepsCopy: false)
    let today = try workspace.today(at: now)
    let (toLog, change) = try workspace.roundToLog(at: now)
    switch form {
    case .short:
      let line = [toLog.map { "log \($0.employer)" }, today.shortLine].compactMap(\.self)
        .joined(separator: "; ")
      // Home finds counted what it tells of: here nobody waits for a first frame.
      _ = try workspace.due(beside: today, at: now)
      // What is amiss is said each time.
      if !workspace.hasWarned {
        glance?.keep(
          line, as: .due,
          until: min(today.holdsUntil(startHour: workspace.store.schedule.startHour), change))
      }
      try Output.line(line)
    case .long:
      let log = toLog.map { "\($0.title): how did it go? “starling” logs it" }
      let line = try long(today, workspace.waiting(at: now))
      try Output.line([log, line].compactMap(\.self).joined(separator: "; "))
    case .json: try Output.json(json(today, workspace, toLog: toLog, at: now))
    }
  }

  /// With an interview its figures; without one how many cards are due.
  private static func long(_ today: Today, _ waiting: Waiting) -> String {
    var sentences = [
      today.isDone
        ? "Today's session is done"
        : "Today: \(Today.contents(of: today.left)), \(DateText.minutes(today.leftMinutes))"
    ]
    if today.interviews.isEmpty {
      sentences.append("\(waiting.due) due")
    }
    sentences.append("\(waiting.unseen) unseen, \(waiting.weak) weak")
    for figures in today.interviews {
      sentences.append(
        "\(figures.title), \(DateText.days(figures.daysLeft)): ready now \(figures.readyNow.percent)%, on course for \(figures.onCourse)"
      )
    }
    return sentences.joined(separator: "; ")
  }

  private static func json(
    _ today: Today, _ workspace: Workspace, toLog: Kept<Interview>?, at now: Moment
  ) throws -> JSONValue {
    let waiting = try workspace.waiting(at: now)
    let interview = try today.next.flatMap { figures in
      try workspace.store.interviews(ahead: now)
        .first { $0.id.value == figures.appointment.number }
        .map { InterviewListing($0, in: workspace, at: now) }
    }
    return .object([
      "due": .int(waiting.due), "unseen": .int(waiting.unseen), "weak": .int(waiting.weak),
      "minutes": .double(today.minutes),
      "interview": interview.map {
        .object($0.fields + [("readiness", JSONValue(today.next?.readyNow))])
      } ?? .null,
      "log": toLog.map {
        .object(["employer": .string($0.employer), "round": .int($0.round)])
      } ?? .null,
      "today": .object([
        "left_items": .int(today.left.count), "left_minutes": .double(today.leftMinutes),
        "done_minutes": .double(today.doneMinutes), "is_done": .bool(today.isDone),
      ]),
    ])
  }
}
