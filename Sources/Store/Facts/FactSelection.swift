import GRDB

/// The names of facts: those that lines, or other facts, speak of.
struct FactNames {
  var reviews: Set<Facts.ReviewKey> = []
  var attempts: Set<Facts.AttemptKey> = []

  init() {}

  init(_ facts: Facts) {
    reviews = Set(facts.reviews.keys)
    attempts = Set(facts.attempts.keys)
    for attempt in facts.attempts.values {
      if let review = attempt.review { reviews.insert(review) }
      if let regarded = attempt.regards { attempts.insert(regarded) }
    }
  }
}

/// The rows of a home that have to do with some facts, found by the names of these: all that says the same,
/// all that these rows name, and the answers whose reviews they are.
struct FactSelection {
  private let db: Database
  private var reviews: Set<Int64> = []
  private var attempts: Set<Int64> = []

  /// Rows of more facts are read faster as a whole.
  static let most = 2_000

  /// Nil where there are so many that all rows are to be read.
  ///
  /// - Parameters:
  ///   - names: the facts.
  ///   - db: where.
  /// - Throws: what SQLite says.
  init?(of names: FactNames, in db: Database) throws {
    guard names.reviews.count + names.attempts.count <= Self.most else { return nil }
    self.db = db
    for key in names.reviews { try addReviews(of: key.card, at: key.at) }
    for key in names.attempts { try addAttempts(of: key.card, at: key.at) }
  }

  /// SQL for the rows of each table, as ``FactTables/facts(in:where:)`` takes it; of fits there are few.
  var rows: [String: String] {
    let (reviews, attempts) = (Self.list(reviews), Self.list(attempts))
    return [
      "reviews": "id IN \(reviews)", "undos": "review IN \(reviews)",
      "attempts": "id IN \(attempts)", "attempt_undos": "attempt IN \(attempts)",
      "attempt_texts": "attempt IN \(attempts)", "attempt_probes": "attempt IN \(attempts)",
      "attempt_versions": "attempt IN \(attempts)",
    ]
  }

  private static func list(_ numbers: Set<Int64>) -> String {
    "(\(numbers.sorted().map(String.init).joined(separator: ", ")))"
  }

  private func numbers(
    _ table: String, _ condition: String, _ arguments: StatementArguments
  ) throws -> [Int64] {
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM main.\(table) WHERE \(condition)")
    return try Int64.fetchAll(statement, arguments: arguments)
  }

  private mutating func addReviews(of card: String, at time: Int64) throws {
    for id in try numbers("reviews", "card = ? AND at_ms = ?", [card, time])
    where reviews.insert(id).inserted {
      for claimant in try numbers("attempts", "review = ?", [id]) { try addAttempt(claimant) }
    }
  }

  private mutating func addAttempts(of card: String, at time: Int64) throws {
    for id in try numbers("attempts", "card = ? AND at_ms = ?", [card, time]) {
      try addAttempt(id)
    }
  }

  private mutating func addAttempt(_ id: Int64) throws {
    guard attempts.insert(id).inserted else { return }
    let row = try db.row(
      """
      SELECT a.card, a.at_ms, a.regards, r.card, r.at_ms
      FROM main.attempts a LEFT JOIN main.reviews r ON r.id = a.review WHERE a.id = ?
      """, [id])
    guard let row = row?.copy() else { return }
    // Older Starlings have let one in twice.
    try addAttempts(of: row[0], at: row[1])
    if let regarded: Int64 = row[2] { try addAttempt(regarded) }
    if let card: String = row[3] { try addReviews(of: card, at: row[4]) }
  }
}
