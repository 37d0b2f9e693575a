package import Campaign
import Exchange
import Practice
package import Scheduler
import Store
import TUI

extension Interview {
  package var start: Timestamp { Timestamp(milliseconds: startsAt) }
}

/// An interview in a listing, by the clocks here.
struct InterviewListing {
  let interview: Kept<Interview>
  private let start: Moment
  /// Local days from today until it; negative once its day is over.
  let daysLeft: Int

  init(_ interview: Kept<Interview>, in workspace: Workspace, at now: Moment) {
    self.interview = interview
    start = workspace.clock.moment(at: interview.start)
    let startHour = workspace.store.schedule.startHour
    daysLeft = start.day(startHour: startHour) - now.day(startHour: startHour)
  }

  /// `2026-11-26 14:00`.
  var localStart: String { "\(start.day(startHour: 0)) \(DateText.time(start))" }
  /// How long it is until then, in words.
  var wait: String { DateText.days(daysLeft) }

  /// What is known of it.
  var fields: [(key: String, value: JSONValue)] {
    [
      ("employer", .string(interview.employer)), ("round", .int(interview.round)),
      ("starts_at", .string(ISO8601.text(interview.start))), ("days_left", .int(daysLeft)),
    ]
  }

  /// The same, with the number that it is kept under.
  var json: JSONValue { .object([("id", .int(Int(interview.id.value)))] + fields) }
}
