public import Scheduler

/// How long a drill has been going on.
public struct DrillClock: Equatable, Sendable {
  public let drill: Drill
  private let started: Timestamp

  public init(_ drill: Drill, at time: Timestamp) {
    self.drill = drill
    started = time
  }

  /// Milliseconds until now; a clock set back makes it none.
  public func milliseconds(at time: Timestamp) -> Int {
    max(0, Int(time.milliseconds(since: started)))
  }

  /// The time and what there is, and whether that is over.
  public func text(at time: Timestamp) -> String {
    let now = milliseconds(at: time)
    let text = drill.text(milliseconds: now)
    return now > drill.seconds * 1000 ? "\(text), over" : text
  }

  /// Milliseconds until the shown time changes.
  public func nextChange(after time: Timestamp) -> Int { 1000 - milliseconds(at: time) % 1000 }
}

extension Drill {
  /// A time and what there is: `0:07 of 0:25`.
  public func text(milliseconds: Int) -> String {
    "\(DateText.clock(milliseconds: milliseconds)) of \(DateText.clock(milliseconds: seconds * 1000))"
  }
}
