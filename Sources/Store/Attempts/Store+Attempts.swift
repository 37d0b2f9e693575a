public import Decks
import GRDB
public import Practice
public import Scheduler

extension Store {
  /// Records a grade together with the attempt that it is for, in one transaction.
  ///
  /// A draft that the attempt was written from goes: its words are in the attempt now.
  ///
  /// - Parameters:
  ///   - grading: the grade.
  ///   - attempt: what it is the grade of.
  ///   - session: the session in which it is asked now, which is kept as it is after this step.
  /// - Returns: the card's memory afterwards, and the attempt with its number.
  /// - Throws: ``StoreError``; then nothing was recorded.
  public func record(_ grading: Grading, for attempt: Attempt, in session: Session? = nil)
    throws(StoreError) -> (memory: Memory, attempt: Attempt)
  {
    try writing(.grade) { db in
      let (memory, review) = try record(grading, in: db)
      let kept = try keep(attempt, for: review, in: db)
      try keep(
        session?.after { .graded($0, grading.grade) }, at: grading.moment, in: db)
      return (memory, kept)
    }
  }

  /// Keeps an attempt that has no grade.
  ///
  /// - Parameters:
  ///   - attempt: what was done.
  ///   - session: the session in which it is asked now, which is kept as it is after this step.
  /// - Returns: the attempt with its number.
  /// - Throws: ``StoreError``; then nothing was kept.
  public func keep(_ attempt: Attempt, in session: Session? = nil) throws(StoreError) -> Attempt {
    try writing(.attempt) { db in
      let kept = try keep(attempt, for: nil, in: db)
      let number = kept.id ?? 0
      try keep(session?.after { .kept($0, attempt: number) }, at: attempt.moment, in: db)
      return kept
    }
  }

  private func keep(_ attempt: Attempt, for review: Int64?, in db: Database) throws -> Attempt {
    var kept = attempt
    // Elsewhere two of one time are taken for one.
    while try isThere(kept, in: db) {
      kept.moment.time = kept.moment.time.adding(milliseconds: 1)
    }
    kept.id = try kept.insert(for: review, into: db)
    if attempt.endsDraft { try deleteDraft(of: attempt, in: db) }
    try renewStanding(of: attempt.card, in: db)
    return kept
  }

  /// Whether there is one of the same sort at the card and time, though it may have been taken back.
  private func isThere(_ attempt: Attempt, in db: Database) throws -> Bool {
    try db.row(
      "SELECT 1 FROM attempts WHERE card = ? AND at_ms = ? AND purpose = ? AND mode = ?",
      [
        attempt.card.description, attempt.moment.time.milliseconds, attempt.purpose.rawValue,
        attempt.mode.rawValue,
      ]) != nil
  }

  /// Takes an attempt back that has no grade.
  ///
  /// - Parameters:
  ///   - id: its number.
  ///   - moment: now.
  ///   - session: the session whose last step it is, which is kept without that step.
  /// - Throws: ``StoreError``; then nothing was taken back.
  public func undoAttempt(_ id: Int64, at moment: Moment, in session: Session? = nil)
    throws(StoreError)
  {
    try writing { db in
      try db.execute(
        literal: """
          INSERT OR IGNORE INTO attempt_undos (attempt, at_ms)
          VALUES (\(id), \(moment.time.milliseconds))
          """)
      try db.run(
        """
        UPDATE actions SET undone_by = id
        WHERE kind = 'attempt' AND attempts_after = ? AND undone_by IS NULL
        """, [id])
      for card in try String.fetchAll(
        db, sql: "SELECT card FROM attempts WHERE id = ?", arguments: [id])
      {
        if let card = CardID(card) { try renewStanding(of: card, in: db) }
      }
      try keep(session?.after(nil), at: moment, in: db)
    }
  }

  /// The attempts at a card that count, in time order.
  public func attempts(at card: CardID) throws(StoreError) -> [Attempt] {
    try reading { db in try attempts(at: card, in: db) }
  }

  /// All attempts that count, in time order, each with the time of its review.
  public func attempts() throws(StoreError) -> [Attempt] {
    try reading { db in
      try Attempt.all("\(Attempt.counts) ORDER BY a.at_ms, a.id", [], in: db)
    }
  }

  func attempts(at card: CardID, in db: Database) throws -> [Attempt] {
    try Attempt.all(
      "a.card = ? AND \(Attempt.counts) ORDER BY a.at_ms, a.id", [card.description], in: db)
  }

  /// The attempt that a review is of; nil if it was made without one.
  func attempt(for review: Int64, in db: Database) throws -> Attempt? {
    try Attempt.all("a.review = ?", [review], in: db).first
  }

  /// How the person's own judgement has held so far.
  public func calibration() throws(StoreError) -> Calibration {
    try reading { db in
      var calibration = Calibration()
      for row in try Row.fetchAll(
        db,
        sql: """
          SELECT a.confidence, r.grade FROM attempts a JOIN reviews r ON r.id = a.review
          WHERE a.confidence IS NOT NULL AND \(Attempt.counts)
          """)
      {
        if let grade = Grade(rawValue: row[1]) {
          calibration.count(confidence: row[0], grade: grade)
        }
      }
      try countSecondLooks(in: &calibration, in: db)
      return calibration
    }
  }

  /// Takes in the written answers that were ticked again cold.
  func countSecondLooks(in calibration: inout Calibration, in db: Database) throws {
    for cold in try Attempt.all("a.regards IS NOT NULL AND \(Attempt.counts)", [], in: db) {
      for first in try Attempt.all("a.id = ?", [cold.regards], in: db) {
        calibration.count(first: first.ticks, cold: cold.ticks)
      }
    }
  }
}
