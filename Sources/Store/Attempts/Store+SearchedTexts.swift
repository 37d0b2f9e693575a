public import Decks
import GRDB
public import Practice
import Scheduler

extension Store {
  /// An answer in words, as a search looks through it.
  public struct SearchedAnswer: Equatable, Sendable {
    public var card: CardID
    public var moment: Moment
    /// Box by box; the words of now, if they were mended.
    public var texts: [String]
    /// Whether it was begun and not kept yet.
    public var isDraft = false
  }

  /// A card as a search shows it.
  public struct SearchedCard: Equatable, Sendable {
    public var number: Int
    public var id: CardID
    public var ask: String
  }

  /// All answers in words that were not taken back, the latest first.
  public func searchedAnswers() throws(StoreError) -> [SearchedAnswer] {
    try reading { db in
      var texts: [Int64: [String]] = [:]
      for sql in [
        "SELECT attempt, text FROM attempt_texts ORDER BY attempt, position",
        // These take the place of what was first.
        """
        SELECT attempt, text FROM attempt_versions v WHERE version = (
          SELECT max(version) FROM attempt_versions w WHERE w.attempt = v.attempt)
        ORDER BY attempt, position
        """,
      ] {
        let rows: [(attempt: Int64, text: String)] = try db.rows(sql) { ($0[0], $0[1]) }
        var found: [Int64: [String]] = [:]
        for row in rows where !row.text.isEmpty { found[row.attempt, default: []].append(row.text) }
        texts.merge(found) { $1 }
      }
      let attempts: [(id: Int64, card: String, time: Int64, offset: Int)] = try db.rows(
        """
        SELECT a.id, a.card, a.at_ms, a.utc_offset FROM attempts a
        WHERE \(Attempt.counts) ORDER BY a.at_ms DESC, a.id DESC
        """
      ) { ($0[0], $0[1], $0[2], $0[3]) }
      return attempts.compactMap { attempt in
        guard let texts = texts[attempt.id], let card = CardID(attempt.card) else { return nil }
        let time = Timestamp(milliseconds: attempt.time.bounded(by: Bounds.times))
        return SearchedAnswer(
          card: card, moment: Moment(time: time, utcOffset: attempt.offset), texts: texts)
      }
    }
  }

  /// What was written and is not kept as an answer yet, the latest first, with what stands in forms,
  /// which is at no card.
  ///
  /// - Parameter offset: that of now, for a draft has none of its own.
  /// - Returns: them.
  /// - Throws: ``StoreError``.
  public func searchedDrafts(utcOffset offset: Int) throws(StoreError) -> [SearchedAnswer] {
    try reading { db in
      let rows: [(card: String, text: String, time: Int64)] = try db.rows(
        "SELECT card, text, changed_ms FROM drafts ORDER BY changed_ms DESC, card, position"
      ) { ($0[0], $0[1], $0[2]) }
      var drafts: [SearchedAnswer] = []
      for row in rows {
        guard let card = CardID(row.card) else { continue }
        if drafts.last?.card == card {
          drafts[drafts.count - 1].texts.append(row.text)
        } else {
          let time = Timestamp(milliseconds: row.time.bounded(by: Bounds.times))
          drafts.append(
            SearchedAnswer(
              card: card, moment: Moment(time: time, utcOffset: offset), texts: [row.text],
              isDraft: true))
        }
      }
      return drafts
    }
  }

  /// All cards that the decks have, in their order.
  public func searchedCards() throws(StoreError) -> [SearchedCard] {
    try reading { db in
      let rows: [(number: Int, card: String, ask: String)] = try db.rows(
        "SELECT number, card, ask FROM deck_index.cards ORDER BY number"
      ) { ($0[0], $0[1], $0[2]) }
      return rows.compactMap { row in
        CardID(row.card).map { SearchedCard(number: row.number, id: $0, ask: row.ask) }
      }
    }
  }
}
