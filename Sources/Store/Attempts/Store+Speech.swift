public import Decks
import GRDB
public import Practice
public import Scheduler

extension Store {
  /// An answer that was spoken and recorded.
  public struct SpokenAnswer: Equatable, Sendable {
    public var attempt: Attempt
    /// Whether it was not taken back.
    public var counts: Bool
  }

  /// The answer that a recording is of.
  ///
  /// One that names the recording is it; of one that counts and one that was taken back it is the one that
  /// counts. Of before answers named their recordings it is the one at the card that began nearest to
  /// it, within two minutes.
  ///
  /// - Parameters:
  ///   - recording: the name of its file.
  ///   - card: the card that the name says.
  ///   - begin: when it was begun, as the name says.
  /// - Returns: nil if there is none.
  /// - Throws: ``StoreError``.
  public func answer(recordedAs recording: String, at card: CardID, begun begin: Timestamp)
    throws(StoreError) -> SpokenAnswer?
  {
    try reading { db in
      let spoken = "a.card = ? AND a.mode = ?"
      let values: [any DatabaseValueConvertible] = [card.description, AnswerMode.spoken.rawValue]
      var found = try Attempt.all(
        "\(spoken) AND a.recording = ? ORDER BY a.id", StatementArguments(values + [recording]),
        in: db)
      if found.isEmpty {
        found = try Attempt.all(
          "\(spoken) AND a.recording IS NULL ORDER BY a.id", StatementArguments(values), in: db
        ).map { ($0, Self.distance(of: $0, to: begin)) }.filter { $0.1 <= Self.reach }
          .sorted { $0.1 > $1.1 }.map(\.0)
      }
      let counting = try found.filter { attempt in
        try db.row(
          "SELECT 1 FROM attempts a WHERE a.id = ? AND \(Attempt.counts)", [attempt.id]) != nil
      }
      return (counting.last ?? found.last).map {
        SpokenAnswer(attempt: $0, counts: !counting.isEmpty)
      }
    }
  }

  /// Milliseconds between the name of a recording and the beginning of its answer.
  private static let reach: Int64 = 120_000

  /// Milliseconds between a time and the beginning of an answer, of which the end is known.
  private static func distance(of attempt: Attempt, to begin: Timestamp) -> Int64 {
    let end = attempt.moment.time.milliseconds.subtractingReportingOverflow(begin.milliseconds)
    guard !end.overflow else { return .max }
    return (end.partialValue.saturatingSubtract(Int64(attempt.duration ?? 0))).saturatedMagnitude
  }

  /// Keeps what was heard of an answer with it, unless there are words of it already.
  ///
  /// - Parameters:
  ///   - texts: what was heard, box by box; not all empty.
  ///   - number: that of the answer.
  ///   - moment: now.
  /// - Returns: whether it was kept; not where there were words.
  /// - Throws: ``StoreError``; then nothing was kept.
  public func keepHeard(_ texts: [String], of number: Int64, at moment: Moment)
    throws(StoreError) -> Bool
  {
    try writing { db in
      guard let attempt = try Attempt.all("a.id = ?", [number], in: db).first, !attempt.hasWords
      else { return false }
      try Attempt.addVersion(texts, of: number, isMended: false, at: moment.time, in: db)
      try renewStanding(of: attempt.card, in: db)
      return true
    }
  }
}

extension Int64 {
  fileprivate func saturatingSubtract(_ other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (self < 0 ? .min : .max) : difference
  }

  fileprivate var saturatedMagnitude: Int64 { self == .min ? .max : Swift.abs(self) }
}
