import Campaign
import Decks
import GRDB
public import Practice
public import Scheduler

/// Today as it was made last, kept beside what it was made from: one row, so that a prompt and the first
/// frame read it and nothing else.
extension Store {
  private static let todayName = "today"

  /// What is kept of today.
  public struct KeptToday: Equatable, Sendable {
    /// What it was made from.
    public var facts: String
    /// For what of it the session was drawn.
    public var cause: String
    public var today: Today

    public init(facts: String, cause: String, today: Today) {
      self.facts = facts
      self.cause = cause
      self.today = today
    }

    fileprivate init?(text: String) {
      let parts = text.split(separator: "\n", maxSplits: 2)
      guard parts.count == 3, let today = Today(encoded: String(parts[2])) else { return nil }
      self.init(facts: String(parts[0]), cause: String(parts[1]), today: today)
    }

    fileprivate var text: String { "\(facts)\n\(cause)\n\(today.encoded)" }
  }

  /// What today is made from as it is now, by the numbers of what came last; and what is kept of today,
  /// whatever it was made from.
  ///
  /// - Parameter settings: the settings that matter for it.
  /// - Returns: what it is made from, and what is kept; nil if nothing is, or it is none.
  /// - Throws: ``StoreError``.
  public func today(under settings: String) throws(StoreError) -> (facts: String, kept: KeptToday?)
  {
    try reading { db in
      let row = try db.row(
        """
        SELECT (SELECT max(id) FROM main.reviews), (SELECT max(id) FROM undos),
          (SELECT max(id) FROM main.attempts), (SELECT max(id) FROM attempt_undos),
          (SELECT max(number) FROM main.records),
          (SELECT value FROM cache WHERE name = 'decks'),
          (SELECT value FROM cache WHERE name = 'ahead'),
          (SELECT value FROM cache WHERE name = 'today')
        """)
      let numbers = (0..<5).map { (row?[$0] as Int64?).map(String.init) ?? "-" }
      let texts = (5..<7).map { (row?[$0] as String?) ?? "-" }
      var fingerprint = Fingerprint()
      fingerprint.add(schedule.stamp)
      fingerprint.add(settings)
      let facts = (numbers + texts + [fingerprint.text]).joined(separator: " ")
      return (facts, (row?[7] as String?).flatMap { KeptToday(text: $0) })
    }
  }

  /// Keeps today as it was made, unless another Starling has kept it meanwhile.
  ///
  /// - Parameters:
  ///   - today: what was made.
  ///   - earlier: what was kept when it was made.
  /// - Returns: what is kept now.
  /// - Throws: ``StoreError``.
  public func keep(_ today: KeptToday, insteadOf earlier: KeptToday?) throws(StoreError)
    -> KeptToday
  {
    try deriving { db in
      let text: String? = try db.row("SELECT value FROM cache WHERE name = ?", [Self.todayName])?[0]
      let there = text.flatMap { KeptToday(text: $0) }
      if let there, there != earlier, there.today.day == today.today.day { return there }
      try db.run(
        "INSERT OR REPLACE INTO cache (name, value) VALUES (?, ?)", [Self.todayName, today.text])
      return today
    }
  }

  /// Of what is drawn anew when it changes: interviews, logs, doubts, suspended cards and decks.
  public func drawingCause() throws(StoreError) -> String {
    try reading { db in
      var fingerprint = Fingerprint()
      for query in [
        Self.joined("id", "starts_ms", "is_time_known", "is_logged", "is_waved_off")
          + " FROM interviews ORDER BY id",
        Self.joined("id", "interview", "landed", "card", "family")
          + " FROM log_entries ORDER BY id",
        Self.joined("id", "card", "family", "is_closed", "text") + " FROM doubts ORDER BY id",
        "SELECT card FROM card_states WHERE is_suspended = 1 ORDER BY card",
        Self.joined("deck", "is_on") + " FROM deck_states ORDER BY deck",
        "SELECT value FROM cache WHERE name = 'decks'",
      ] {
        let rows: [String] = try db.rows(query) { $0[0] }
        fingerprint.add(rows.joined(separator: "\n"))
      }
      return fingerprint.text
    }
  }

  /// SQL for the values of some columns in one text.
  private static func joined(_ columns: String...) -> String {
    "SELECT " + columns.map { "ifnull(\($0), '')" }.joined(separator: " || ' ' || ")
  }

  /// What was done on a day and got no grade.
  public func kept(on day: Day) throws(StoreError) -> Set<SessionItem> {
    try reading { db in
      // A day earlier: nobody knows in which zone it was done.
      let first = (day - 1).start(utcOffset: 0, startHour: 0)
      var items: Set<SessionItem> = []
      _ = try db.rows(
        """
        SELECT a.card, a.purpose, a.mode, a.at_ms, a.utc_offset FROM attempts a
        WHERE a.review IS NULL AND a.at_ms >= ? AND \(Attempt.counts)
        """, [first.milliseconds]
      ) { row in
        let moment = Moment(time: Timestamp(milliseconds: row[3]), utcOffset: row[4])
        guard moment.day(startHour: schedule.startHour) >= day, let card = CardID(row[0]),
          let purpose = Attempt.Purpose(rawValue: row[1]),
          let mode = AnswerMode(rawValue: row[2]), let task = purpose.task(in: mode)
        else { return }
        items.insert(SessionItem(card, task))
      }
      return items
    }
  }

  /// Which of some things were done on a day: by a review of the card, or kept where they get no grade.
  public func done(_ items: [SessionItem], on day: Day) throws(StoreError) -> Set<SessionItem> {
    let kept = try kept(on: day)
    return try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT 1 FROM memory WHERE card = ? AND last_day >= ?")
      return try Set(
        items.filter { item in
          if kept.contains(item) { return true }
          guard item.task == .answer || item.task == .headline else { return false }
          return try Row.fetchOne(statement, arguments: [item.card.description, day.number]) != nil
        })
    }
  }

  /// When cards were done last that have no memory: those to look back with, and to find out with.
  func lastDone(in db: Database) throws -> [CardID: Timestamp] {
    var times: [CardID: Timestamp] = [:]
    _ = try db.rows(
      """
      SELECT a.card, max(a.at_ms) FROM attempts a
      WHERE a.review IS NULL AND a.kind IN ('reflect', 'research') AND a.purpose = 'answer'
        AND \(Attempt.counts) GROUP BY a.card
      """
    ) { row in
      if let card = CardID(row[0]) {
        times[card] = Timestamp(milliseconds: (row[1] as Int64).bounded(by: Bounds.times))
      }
    }
    return times
  }
}

extension Attempt.Purpose {
  /// What is done in a session by it; nil if nothing is.
  fileprivate func task(in mode: AnswerMode) -> SessionItem.Task? {
    switch self {
    case .answer: mode == .headline ? .headline : .answer
    case .rebuild: .rebuild
    case .regrade: .regrade
    case .probe: .probe
    case .drill: mode == .reading ? .reading : .pick
    case .panel: nil
    }
  }
}
