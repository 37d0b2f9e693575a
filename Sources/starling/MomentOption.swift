import Exchange
import Practice

/// Reads the `--at` of a command.
enum MomentOption {
  /// The moment that the text names, nil for no text.
  ///
  /// - Throws: ``Failure`` when it names none.
  static func moment(_ text: String?) throws(Failure) -> Moment? {
    guard let text else { return nil }
    guard let time = ISO8601.time(text, localOffset: SystemClock.utcOffset(atLocal:)) else {
      throw Failure(
        .usage, "“\(text)” is no time; write it as 2026-11-26T14:00 or 2026-11-26T14:00:00Z")
    }
    return SystemClock.moment(at: time)
  }
}
