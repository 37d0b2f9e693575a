import Scheduler

/// The times that mean something, in milliseconds and days since 1970.
struct PlausibleTimes: Sendable {
  let happened, planned, days: ClosedRange<Int64>
  let complaintOnHappened, complaintOnPlanned: String

  /// Those of what comes from outside: what happened did so between 1990 and a day from now, which is
  /// room for any zone, and what a person has named is within 20 years.
  init(at now: Timestamp) {
    // Whatever the clock says, this can be reckoned.
    let now = now.milliseconds.bounded(by: Bounds.times)
    let day: Int64 = 86_400_000
    let named = Day.named(
      from: Day(containing: Timestamp(milliseconds: now), utcOffset: 0, startHour: 0))
    days = Int64(named.lowerBound.number)...Int64(named.upperBound.number)
    let begin: Int64 = 631_152_000_000
    happened = begin...max(begin, now + day)
    planned = days.lowerBound * day...(days.upperBound + 1) * day
    complaintOnHappened = "is not between 1990 and tomorrow"
    complaintOnPlanned = "is not within 20 years of today"
  }

  private init() {
    happened = Bounds.times
    planned = Bounds.times
    days = Int64(Bounds.days.lowerBound)...Int64(Bounds.days.upperBound)
    complaintOnHappened = "is in no calendar"
    complaintOnPlanned = "is in no calendar"
  }

  /// Those of a database of one's own: whatever a clock has said one day, or was planned then.
  static let ofHome = PlausibleTimes()
}
