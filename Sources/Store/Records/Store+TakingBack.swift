import Decks
import GRDB
public import Practice
import Scheduler

extension Store {
  /// What was taken back, or would be.
  public struct TakenBack: Equatable, Sendable {
    /// What has become of a thing.
    public enum Becoming: Equatable, Sendable {
      /// It was deleted and is there again, with so many other things that hang on it.
      case thereAgain(with: Int)
      /// It was added and is gone, with so many other things that hang on it.
      case gone(with: Int)
      /// It had been brought back and is deleted as before, with so many other things that hang on it.
      case deletedAgain(with: Int)
      /// It was changed and is as it was.
      case asBefore
    }

    public struct Thing: Equatable, Sendable {
      /// A noun and a name: `the story “The refund”`.
      public var title: String
      public var becoming: Becoming
      /// What it was called since, where that is something else and is no more.
      public var was: String?
    }

    /// The grades, the latest first.
    public var reviews: [UndoneReview] = []
    /// How many attempts without a grade.
    public var attempts = 0
    /// How many sets of parameters that came with an import.
    public var fits = 0
    public var things: [Thing] = []
    /// What was changed since and stays as it is, each by a noun and a name.
    public var left: [String] = []
    /// The decks' files that become others.
    public var decks: [DeckChange] = []
    /// Whether it is an import.
    public var isImport = false
    /// Whether something was erased after it, which stays so.
    public var isBeforeErasure = false
  }

  /// Takes back what this home did last and was not taken back yet.
  ///
  /// That is a grade, a change, a deletion, or an import as one; once more, it goes one further back. What was changed since by something that counts still is left as it is.
  ///
  /// - Parameters:
  ///   - moment: now.
  ///   - isMeant: whether that is what the person was asked about: another window may have done something
  ///     since, or taken it back.
  ///   - decks: puts the decks' files in place that become others; if it fails, nothing is taken back.
  /// - Returns: what was taken back; nil if there is nothing left.
  /// - Throws: ``StoreError``, ``StoreError/changed(what:)`` if it is not meant; then nothing was taken
  ///   back.
  public func undoLastAction(
    at moment: Moment, if isMeant: (TakenBack) -> Bool = { _ in true },
    decks: ([DeckChange]) throws -> Void = { _ in }
  ) throws(StoreError) -> TakenBack? {
    try writing(.undo) { db in
      let taken = try undoLastAction(at: moment, in: db)
      if let taken, !isMeant(taken) { throw StoreError.changed(what: "what was done last") }
      if let taken, !taken.decks.isEmpty { try decks(taken.decks) }
      return taken
    }
  }

  /// What ``undoLastAction(at:)`` would take back now.
  public func lastAction(at moment: Moment) throws(StoreError) -> TakenBack? {
    try trying(.undo) { db in try undoLastAction(at: moment, in: db) }
  }

  private func undoLastAction(at moment: Moment, in db: Database) throws -> TakenBack? {
    while true {
      let action = try Action.last(Action.isStep, in: db)
      if let row = try lastSingleReview(after: action?.after.reviews ?? 0, in: db) {
        // What names no card is no review, and taking that back shows nobody anything.
        guard let undone = try undo(row, at: moment, in: db) else { continue }
        if !countedTimes.contains(undone.time) { try noteAllTimes(in: db) }
        var taken = TakenBack(reviews: [undone])
        taken.isBeforeErasure = try isErased(since: action?.id ?? 0, review: row[0], in: db)
        return taken
      }
      guard let action else { return nil }
      var taken = try undo(action, at: moment, in: db)
      taken.isBeforeErasure = try isErased(since: action.id, review: 0, in: db)
      if taken.isSomething { return taken }
    }
  }

  /// Whether this home has erased something after an action, and after a review.
  private func isErased(since action: Int64, review: Int64, in db: Database) throws -> Bool {
    try db.row(
      """
      SELECT 1 FROM main.records r JOIN main.actions a ON a.id = r.action
      WHERE r.tbl IS NULL AND r.kind = 'erased' AND a.id > ? AND a.reviews_after >= ? LIMIT 1
      """, [action, review]) != nil
  }

  /// The last review that counts and was a step of its own, if it came after one.
  private func lastSingleReview(after last: Int64, in db: Database) throws -> Row? {
    try db.row(
      """
      SELECT id, card, grade, at_ms FROM reviews r
      WHERE id > ? AND id NOT IN (SELECT review FROM undos) AND \(Self.isSingle("r.id"))
      ORDER BY id DESC LIMIT 1
      """, [last])
  }

  /// SQL that is 1 for a review that came by no action with a row of its own.
  static func isSingle(_ review: String) -> String {
    """
    NOT EXISTS (SELECT 1 FROM actions a
      WHERE a.reviews_before < \(review) AND \(review) <= a.reviews_after)
    """
  }

  private func undo(_ action: Action, at moment: Moment, in db: Database) throws -> TakenBack {
    var taken = TakenBack(isImport: action.kind == .import)
    let marks = try FactMarks(db)
    let time = clock().milliseconds.bounded(by: Bounds.times)
    let undo = try Action.add(.undo, at: time, from: marks, to: marks, in: db)
    try Action.note(action.id, undoneBy: undo, in: db)
    try undoFacts(of: action, at: moment, in: db, &taken)
    var things = ThingUndoing(of: action, by: undo, at: time, in: db)
    try things.run()
    (taken.things, taken.left, taken.decks) = (things.things, things.left, things.decks)
    if things.changesWhatIsActive { try markActiveMemories(in: db) }
    return taken
  }

  private func undoFacts(
    of action: Action, at moment: Moment, in db: Database, _ taken: inout TakenBack
  ) throws {
    let rows = try db.rows(
      """
      SELECT id, card, grade, at_ms FROM reviews
      WHERE id > ? AND id <= ? AND id NOT IN (SELECT review FROM undos) ORDER BY id DESC
      """, [action.before.reviews, action.after.reviews], { $0.copy() })
    taken.reviews = try rows.compactMap { try self.undo($0, at: moment, in: db) }
    let attempts: [(Int64, String)] = try db.rows(
      """
      SELECT id, card FROM attempts WHERE id > ? AND id <= ? AND review IS NULL
        AND id NOT IN (SELECT attempt FROM attempt_undos)
      """, [action.before.attempts, action.after.attempts]
    ) { ($0[0], $0[1]) }
    for (id, card) in attempts {
      try db.run(
        "INSERT INTO attempt_undos (attempt, at_ms) VALUES (?, ?)",
        [id, moment.time.milliseconds])
      if let card = CardID(card) { try renewStanding(of: card, in: db) }
    }
    taken.attempts = attempts.count
    let fits: [Int64] = try db.rows(
      """
      SELECT id FROM fits
      WHERE id > ? AND id <= ? AND id NOT IN (SELECT fit FROM fit_undos)
      """, [action.before.fits, action.after.fits]
    ) { $0[0] }
    for fit in fits {
      try db.run(
        "INSERT INTO fit_undos (fit, at_ms) VALUES (?, ?)", [fit, moment.time.milliseconds])
    }
    taken.fits = fits.count
    if !fits.isEmpty {
      // Memory follows the parameters before them from the next opening on.
      try db.run("UPDATE cache SET value = '' WHERE name = 'memory'")
    }
    guard rows.count > 1 else { return }
    try noteAllTimes(in: db)
    try renewHistories(in: db)
  }
}

extension Store.TakenBack {
  /// Whether there is anything to tell.
  fileprivate var isSomething: Bool {
    !reviews.isEmpty || attempts > 0 || fits > 0 || !things.isEmpty || !left.isEmpty
  }
}
