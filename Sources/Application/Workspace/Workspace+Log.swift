import Campaign
import Practice
import Scheduler
import Store

extension Workspace {
  /// The round whose log is asked for, the latest if there are several, and when that may be another one
  /// by itself.
  func roundToLog(at now: Moment) throws -> (round: Kept<Interview>?, until: Timestamp) {
    let interviews = try store.interviews()
    let time = now.time.milliseconds
    let next = interviews.map(\.thing.heldFrom).filter { $0 > time }.min() ?? .max
    return (interviews.last { $0.thing.wantsLog(at: time) }, Timestamp(milliseconds: next))
  }
}
