import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

extension Due {
  /// A day, or a time in UTC.
  package var text: String {
    switch self {
    case .day(let day): day.description
    case .time(let time): ISO8601.text(time)
    }
  }

  /// The same for the eye: a time is that of the clock here, to the minute.
  package func words(by clock: WallClock) -> String {
    switch self {
    case .day(let day): return day.description
    case .time(let time):
      let offset = Int64(clock.utcOffset(at: time))
      let local = ISO8601.text(time.adding(milliseconds: offset * 1000))
      guard let end = local.firstIndex(of: "T") else { return local }
      return "\(local[..<end]) \(local[end...].dropFirst().prefix(5))"
    }
  }
}
