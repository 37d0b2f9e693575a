import Campaign
package import Exchange
import Files
package import Practice
package import Scheduler
import Store
import TUI

extension Interview {
  package var start: Timestamp { Timestamp(milliseconds: startsAt) }

  /// `2026-11-26 14:00`.
  package var localStart: String {
    let moment = SystemClock.moment(at: start)
    return "\(moment.day(startHour: 0)) \(DateText.time(moment))"
  }

  /// Local days from today until it; negative once its day is over.
  package func daysLeft(from now: Moment, startHour: Int) -> Int {
    SystemClock.moment(at: start).day(startHour: startHour) - now.day(startHour: startHour)
  }

  /// What is known of it, for listings.
  package func json(from now: Moment, startHour: Int) -> [(key: String, value: JSONValue)] {
    [
      ("employer", .string(employer)), ("round", .int(round)),
      ("starts_at", .string(ISO8601.text(start))),
      ("days_left", .int(daysLeft(from: now, startHour: startHour))),
    ]
  }

}

extension Kept<Interview> {
  /// What is known of it, for listings, with the number that it is kept under.
  package func listing(from now: Moment, startHour: Int) -> JSONValue {
    .object([("id", .int(Int(id.value)))] + thing.json(from: now, startHour: startHour))
  }
}
