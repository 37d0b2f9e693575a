import GRDB
public import Scheduler

/// Which reviews count by their time.
///
/// A grade that was given under a wrong clock stands in the database like any other. As long as its
/// time lies in the future it is left out of memory and of all figures, or the card would not come
/// back before that day; one of before 1990 always is. Its day may come, and a clock may be set right:
/// then memory is computed anew at the next opening. For that the table `cache` keeps until when the
/// reviews reach that count, as `newest`, and when the first is that waits for its day, as `ahead`.
extension Store {
  /// The times of reviews that count now.
  var countedTimes: ClosedRange<Timestamp> { Timestamp.happened(by: clock()) }

  /// SQL that holds for a time, in a column of milliseconds, that counts now.
  static func isCounted(_ column: String) -> String {
    // As a query of its own it is asked once and not for each row.
    """
    (\(column) BETWEEN \(Timestamp.firstHappening.milliseconds) \
    AND (SELECT \(latestCounted)()))
    """
  }

  /// The function of ours that gives SQL the last time that counts now.
  private static let latestCounted = "latest_counted_ms"

  /// Teaches a connection the function that ``isCounted(_:)`` needs.
  static func addTimes(to db: Database, clock: @escaping @Sendable () -> Timestamp) {
    db.add(
      function: DatabaseFunction(latestCounted, argumentCount: 0, pure: false) { _ in
        Timestamp.happened(by: clock()).upperBound.milliseconds
      })
  }

  /// The time of the first review that waits for its day; nil if none does.
  public func firstReviewAhead() throws(StoreError) -> Timestamp? {
    try reading { db in
      try Self.cachedTime("ahead", in: db).flatMap { $0 > countedTimes.upperBound ? $0 : nil }
    }
  }

  /// How many reviews lie in the future, and of how many: of all that were not taken back.
  public func reviewsAhead() throws(StoreError) -> (ahead: Int, all: Int) {
    try reading { db in
      let row = try db.row(
        """
        SELECT count(*) FILTER (WHERE at_ms > ?), count(*)
        FROM reviews WHERE id NOT IN (SELECT review FROM undos)
        """, [countedTimes.upperBound.milliseconds])
      return (row?[0] ?? 0, row?[1] ?? 0)
    }
  }

  /// Whether the memories that are kept are made of those reviews that count now.
  func areTimesCurrent(in db: Database) throws -> Bool {
    let latest = countedTimes.upperBound
    if let newest = try Self.cachedTime("newest", in: db), newest > latest { return false }
    if let ahead = try Self.cachedTime("ahead", in: db), ahead <= latest { return false }
    return true
  }

  /// Notes that memory takes in a review of this time, or leaves it out until its day.
  func noteTime(_ time: Timestamp, in db: Database) throws {
    if time > countedTimes.upperBound {
      let known = try Self.cachedTime("ahead", in: db)
      if known.map({ time < $0 }) ?? true { try Self.cache(time, as: "ahead", in: db) }
    } else if try Self.cachedTime("newest", in: db).map({ time > $0 }) ?? true {
      // To the next hour, so that not every grade has to write it.
      let hour: Int64 = 3_600_000
      let next = Timestamp(milliseconds: time.milliseconds / hour * hour).adding(milliseconds: hour)
      try Self.cache(min(next, countedTimes.upperBound), as: "newest", in: db)
    }
  }

  /// Notes the times of all reviews, after memory was computed anew of them.
  func noteAllTimes(in db: Database) throws {
    let row = try db.row(
      """
      SELECT max(at_ms) FILTER (WHERE at_ms <= ?1), min(at_ms) FILTER (WHERE at_ms > ?1)
      FROM reviews WHERE id NOT IN (SELECT review FROM undos)
      """, [countedTimes.upperBound.milliseconds])
    try db.run("DELETE FROM cache WHERE name IN ('newest', 'ahead')")
    for (index, name) in ["newest", "ahead"].enumerated() {
      guard let milliseconds: Int64 = row?[index] else { continue }
      try Self.cache(Timestamp(milliseconds: milliseconds), as: name, in: db)
    }
  }

  static func cachedTime(_ name: String, in db: Database) throws -> Timestamp? {
    let text: String? = try db.row("SELECT value FROM cache WHERE name = ?", [name])?[0]
    return text.flatMap(Int64.init).map(Timestamp.init(milliseconds:))
  }

  private static func cache(_ time: Timestamp, as name: String, in db: Database) throws {
    try db.run(
      "INSERT OR REPLACE INTO cache (name, value) VALUES (?, ?)", [name, "\(time.milliseconds)"])
  }
}
