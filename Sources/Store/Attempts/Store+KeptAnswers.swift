public import Decks
import GRDB
import Practice
public import Scheduler

extension Store {
  /// What the person last wrote in answer to a card, or mended of what was heard.
  public struct KeptAnswer: Equatable, Sendable {
    public var kind: CardKind
    public var time: Timestamp
    /// Box by box.
    public var texts: [String]
  }

  /// The last kept text of each card.
  ///
  /// A later one takes the place of the whole, but a part that was rebuilt only that of its part. What was
  /// only heard is none.
  public func keptAnswers() throws(StoreError) -> [CardID: KeptAnswer] {
    try reading { db in
      let attempts:
        [(id: Int64, card: String, kind: String, time: Int64, purpose: String, mode: String)] =
          try db.rows(
            """
            SELECT a.id, a.card, a.kind, a.at_ms, a.purpose, a.mode FROM attempts a
            WHERE a.purpose IN ('answer', 'panel', 'rebuild') AND a.mode IN ('typed', 'spoken')
              AND \(Attempt.counts)
            ORDER BY a.at_ms, a.id
            """
          ) { ($0[0], $0[1], $0[2], $0[3], $0[4], $0[5]) }
      var answers: [CardID: KeptAnswer] = [:]
      for attempt in attempts {
        guard let card = CardID(attempt.card), let kind = CardKind(rawValue: attempt.kind) else {
          continue
        }
        let texts = try Self.keptTexts(of: attempt.id, isSpoken: attempt.mode == "spoken", in: db)
        guard texts.contains(where: { !$0.isEmpty }) else { continue }
        var answer = KeptAnswer(
          kind: kind, time: Timestamp(milliseconds: attempt.time.bounded(by: Bounds.times)),
          texts: texts)
        if attempt.purpose == "rebuild", let before = answers[card], before.kind == kind {
          answer.texts = (0..<max(texts.count, before.texts.count)).map { place in
            let new = texts.indices.contains(place) ? texts[place] : ""
            return new.isEmpty && before.texts.indices.contains(place) ? before.texts[place] : new
          }
        }
        answers[card] = answer
      }
      return answers
    }
  }

  /// The latest texts of an answer; of one that was spoken, those that the person has mended.
  private static func keptTexts(
    of attempt: Int64, isSpoken: Bool, in db: Database
  ) throws -> [String] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT position, text FROM attempt_versions v WHERE attempt = ?1 AND version = (
            SELECT max(version) FROM attempt_versions
            WHERE attempt = ?1 AND (is_mended = 1 OR NOT ?2))
          ORDER BY position
          """), arguments: [attempt, isSpoken])
    guard rows.isEmpty, !isSpoken else { return [String](rows) }
    return [String](
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT position, text FROM attempt_texts WHERE attempt = ? ORDER BY position"),
        arguments: [attempt]))
  }
}
