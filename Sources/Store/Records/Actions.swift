import GRDB

/// What a transaction does, for taking it back.
enum ActionKind: String {
  /// Changes things, or nothing that could be taken back.
  case change
  /// Adds one review, which needs no row of its own unless it changes things, too.
  case grade
  /// Adds one attempt that has no grade.
  case attempt
  /// Adds whatever a file has.
  case `import`
  /// Brings something back that was deleted.
  case back
  /// Keeps what was written so far, which is no step of its own and is recorded later.
  case draft
  /// Takes an action back.
  case undo
  /// Brings right what was odd; nobody asked for it to be kept as it was.
  case upkeep

  /// Whether it is a step that can be taken back.
  var counts: Bool {
    switch self {
    case .change, .grade, .attempt, .import, .back: true
    case .draft, .undo, .upkeep: false
    }
  }

  /// SQL for the kinds that count.
  static let counting = [change, grade, attempt, `import`, back].map { "'\($0.rawValue)'" }
    .joined(separator: ", ")
}

/// Up to which fact of each sort there are any.
struct FactMarks: Equatable {
  var reviews: Int64 = 0
  var attempts: Int64 = 0
  var fits: Int64 = 0

  init(reviews: Int64 = 0, attempts: Int64 = 0, fits: Int64 = 0) {
    (self.reviews, self.attempts, self.fits) = (reviews, attempts, fits)
  }

  init(_ db: Database) throws {
    let row = try db.row(
      """
      SELECT (SELECT max(id) FROM main.reviews), (SELECT max(id) FROM main.attempts),
        (SELECT max(id) FROM main.fits)
      """)
    self.init(
      reviews: row?[0] as Int64? ?? 0, attempts: row?[1] as Int64? ?? 0,
      fits: row?[2] as Int64? ?? 0)
  }
}

/// What this home did, as it is kept.
struct Action {
  var id: Int64
  var kind: ActionKind
  var before: FactMarks
  var after: FactMarks

  /// Adds one.
  ///
  /// - Returns: its number.
  static func add(
    _ kind: ActionKind, at time: Int64, from before: FactMarks, to after: FactMarks,
    in db: Database
  ) throws -> Int64 {
    try db.run(
      """
      INSERT INTO main.actions (kind, at_ms, reviews_before, reviews_after, attempts_before,
        attempts_after, fits_before, fits_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        kind.rawValue, time, before.reviews, after.reviews, before.attempts, after.attempts,
        before.fits, after.fits,
      ])
    return db.lastInsertedRowID
  }

  /// The last one of which a condition holds; nil if there is none.
  static func last(_ condition: String, _ arguments: StatementArguments = [], in db: Database)
    throws -> Action?
  {
    let row = try db.row(
      """
      SELECT id, kind, reviews_before, reviews_after, attempts_before, attempts_after,
        fits_before, fits_after
      FROM main.actions WHERE \(condition) ORDER BY id DESC LIMIT 1
      """, arguments)
    guard let row, let kind = ActionKind(rawValue: row[1]) else { return nil }
    return Action(
      id: row[0], kind: kind,
      before: FactMarks(reviews: row[2], attempts: row[4], fits: row[6]),
      after: FactMarks(reviews: row[3], attempts: row[5], fits: row[7]))
  }

  /// The number of the last one; 0 if there is none.
  static func newest(in db: Database) throws -> Int64 {
    try db.row("SELECT ifnull(max(id), 0) FROM main.actions")?[0] ?? 0
  }

  /// SQL for those that can still be taken back.
  static let isStep = "undone_by IS NULL AND kind IN (\(ActionKind.counting))"

  /// Notes by which action it was taken back.
  static func note(_ id: Int64, undoneBy undo: Int64, in db: Database) throws {
    try db.run("UPDATE main.actions SET undone_by = ? WHERE id = ?", [undo, id])
  }
}
