import Files
import Practice
import Scheduler
import Store

extension Store.Mistimed {
  /// `the note on star-people/PE-01, of 2062-11-26`.
  func dated(by clock: WallClock) -> String {
    time.map { "\(title), of \(clock.moment(at: $0).day(startHour: 0))" } ?? title
  }
}
