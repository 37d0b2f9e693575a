import Practice
import Scheduler

/// How long a drill has been going on.
struct DrillClock: Equatable {
  let drill: Drill
  private let started: Timestamp

  init(_ drill: Drill, at time: Timestamp) {
    self.drill = drill
    started = time
  }

  /// Milliseconds until now; a clock set back makes it none.
  func milliseconds(at time: Timestamp) -> Int {
    max(0, Int(time.milliseconds - started.milliseconds))
  }

  /// The time and what there is, and whether that is over.
  func text(at time: Timestamp) -> String {
    let now = milliseconds(at: time)
    let text = drill.text(milliseconds: now)
    return now > drill.seconds * 1000 ? "\(text), over" : text
  }

  /// Milliseconds until the shown time changes.
  func nextChange(after time: Timestamp) -> Int? { 1000 - milliseconds(at: time) % 1000 }
}

extension Drill {
  /// A time and what there is: `0:07 of 0:25`.
  func text(milliseconds: Int) -> String {
    "\(DateText.clock(milliseconds: milliseconds)) of \(DateText.clock(milliseconds: seconds * 1000))"
  }
}
