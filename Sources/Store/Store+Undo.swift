public import Decks
import GRDB
public import Practice
public import Scheduler

extension Store {
  /// Takes the last review back that counts, and its attempt with it: a record of its own, which names
  /// the review.
  ///
  /// - Parameters:
  ///   - moment: now.
  ///   - session: the session under way, which is kept as it is afterwards.
  ///   - known: a card that is in a deck, and so can be asked again even if the session does not
  ///     have it.
  /// - Returns: what was taken back; nil if no review is left.
  /// - Throws: ``StoreError``; then nothing was taken back.
  public func undoLast(
    at moment: Moment, in session: Session? = nil, bringing known: CardID? = nil
  ) throws(StoreError) -> UndoneReview? {
    try writing { db in
      // What names no card is no review, and taking that back shows nobody anything.
      while let row = try db.row(Self.kept(Self.isLastHere)) {
        let undone = try undo(row, at: moment, in: db)
        if !countedTimes.contains(Timestamp(milliseconds: row[3])) { try noteAllTimes(in: db) }
        guard let undone else { continue }
        try keep(session?.without(undone, isKnown: undone.card == known), at: moment, in: db)
        return undone
      }
      return UndoneReview?.none
    }
  }

  /// The card of the last review that counts: what ``undoLast(at:in:bringing:)`` would take back.
  public func lastCard() throws(StoreError) -> CardID? {
    try reading { db in
      try db.row(Self.kept(Self.isLastHere)).flatMap { CardID($0[1] as String) }
    }
  }

  /// SQL for the last one that was given here, and not brought in from a file.
  private static let isLastHere = """
    NOT EXISTS (SELECT 1 FROM actions a WHERE a.kind = 'import'
      AND a.reviews_before < reviews.id AND reviews.id <= a.reviews_after)
    ORDER BY id DESC LIMIT 1
    """

  /// Takes all reviews back whose time is impossible, the earliest first, after a copy of everything.
  ///
  /// Under a wrong clock they may be the right ones. All else with such a time becomes of now.
  ///
  /// - Throws: ``StoreError``; then nothing was taken back.
  public func undoWrongTimes(at moment: Moment) throws(StoreError) -> [UndoneReview] {
    let things = try thingsOfWrongTimes()
    guard try !reviewsOfWrongTimes().isEmpty || !things.isEmpty else { return [] }
    try makeCopy(.undo, at: moment)
    return try writing(.upkeep) { db in
      try bringTimesRight(at: moment, in: db)
      let rows = try db.rows(Self.kept(Self.isWrongTime)) { $0.copy() }
      let undone = try rows.compactMap { try undo($0, at: moment, in: db) }
      try noteAllTimes(in: db)
      if !things.isEmpty { _ = try rebuildMemory(in: db) }
      return undone
    }
  }

  /// The reviews whose time is impossible, by time: in the future, or before 1990.
  ///
  /// - Returns: each with its card as it is written in the database.
  public func reviewsOfWrongTimes() throws(StoreError) -> [(card: String, time: Timestamp)] {
    try reading { db in
      try db.rows(Self.kept(Self.isWrongTime)) { ($0[1], Timestamp(milliseconds: $0[3])) }
    }
  }

  private static let isWrongTime = "NOT \(isCounted("at_ms")) ORDER BY at_ms, id"

  /// SQL for the reviews that were not taken back, of which a condition holds.
  private static func kept(_ condition: String) -> String {
    """
    SELECT id, card, grade, at_ms FROM reviews
    WHERE id NOT IN (SELECT review FROM undos) AND \(condition)
    """
  }

  /// Takes one review back; nil if it was none.
  func undo(_ row: Row, at moment: Moment, in db: Database) throws -> UndoneReview? {
    let review: Int64 = row[0]
    let time = Timestamp(milliseconds: row[3])
    try db.execute(
      literal: """
        INSERT INTO undos (review, at_ms) VALUES (\(review), \(moment.time.milliseconds))
        """)
    try noteUndone(grade: review, in: db)
    guard let card = CardID(row[1] as String), let grade = Grade(rawValue: row[2]) else {
      return nil
    }
    try doubtCache(in: db)
    let attempt = try attempt(for: review, in: db)
    if attempt != nil { try renewStanding(of: card, in: db) }
    return UndoneReview(
      card: card, grade: grade, time: time, memory: try replay(card, in: db), attempt: attempt)
  }

  /// Notes that the step is taken back which a review was, where that has a row of its own: the draft of an
  /// answer went with it, say, and whoever takes the answer back has its words.
  private func noteUndone(grade review: Int64, in db: Database) throws {
    try db.run(
      """
      UPDATE actions SET undone_by = id
      WHERE kind = 'grade' AND reviews_after = ? AND undone_by IS NULL
      """, [review])
  }
}
