import Exchange
package import Files
package import Practice
import Scheduler

/// Reads times that a person writes.
extension WallClock {
  /// The moment that the text names, nil for no text.
  ///
  /// - Throws: ``Failure`` when it names none.
  package func moment(_ text: String?) throws(Failure) -> Moment? {
    guard let text else { return nil }
    guard let time = ISO8601.time(text, localOffset: utcOffset(atLocal:)) else {
      throw Failure(
        .usage, "“\(text)” is not a date and time; write 2026-11-26T14:00 or 2026-11-26T14:00:00Z")
    }
    return moment(at: time)
  }

  /// The moment of something that has happened: the one that the text names, or now for no text.
  ///
  /// - Throws: ``Failure`` when it names none, or one at which nothing can have happened, or when the
  ///   machine's clock cannot be right.
  package func happened(_ text: String?) throws(Failure) -> Moment {
    let now = self.now
    guard let text, let moment = try moment(text) else {
      if let problem = Self.problem(at: now) {
        throw Failure(
          .badData, "\(problem); nothing was recorded: set the clock, and try again")
      }
      return now
    }
    guard moment.time >= .firstHappening else {
      throw Failure(
        .usage, "“\(text)” is before 1990; nothing was recorded: say with --at when it was")
    }
    guard Timestamp.happened(by: now.time).contains(moment.time) else {
      throw Failure(
        .usage,
        """
        “\(text)” is in the future: it is \(ISO8601.text(now.time).prefix(16))Z by this machine's clock; \
        nothing was recorded
        say with --at when it was, or set the clock if it is wrong
        """)
    }
    return moment
  }
}
