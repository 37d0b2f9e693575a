extension Timestamp {
  /// The beginning of 1990, before which nobody practised with Starling or with any like it.
  public static let firstHappening = Timestamp(milliseconds: 631_152_000_000)

  /// The times at which something can have happened, looked at now: from 1990 on, and no more than a
  /// day ahead, so that neither a zone nor a clock that is a little fast is in the way.
  public static func happened(by now: Timestamp) -> ClosedRange<Timestamp> {
    firstHappening...max(firstHappening, now.adding(days: 1))
  }
}
