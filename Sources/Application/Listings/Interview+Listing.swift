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

  /// `2026-11-26 14:00`, and the time there where the clocks are others than here.
  var localStart: String {
    let day = "\(start.day(startHour: 0))"
    guard interview.isTimeKnown else { return "\(day), time not known" }
    let here = "\(day) \(DateText.time(start))"
    guard let offset = interview.utcOffset, offset != start.utcOffset else { return here }
    let there = Moment(time: start.time, utcOffset: offset)
    let place = interview.zone.isEmpty ? "there" : "in \(interview.zone)"
    return "\(here) (\(DateText.time(there)) \(place))"
  }
  /// How long it is until then, in words.
  var wait: String { DateText.days(daysLeft) }

  /// What is known of it.
  var fields: [(key: String, value: JSONValue)] {
    [
      ("employer", .string(interview.employer)), ("round", .int(interview.round)),
      ("starts_at", .string(ISO8601.text(interview.start))), ("days_left", .int(daysLeft)),
      ("is_time_known", .bool(interview.isTimeKnown)),
    ] + (interview.zone.isEmpty ? [] : [("zone", .string(interview.zone))])
  }

  /// The same, with the number that it is kept under.
  var json: JSONValue { .object([("id", .int(Int(interview.id.value)))] + fields) }
}
