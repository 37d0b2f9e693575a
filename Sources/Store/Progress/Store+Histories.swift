import Decks
import FoundationEssentials
import GRDB
import Practice
import Scheduler

extension Store {
  /// Brings the histories of cards up to date of which reviews came or went since the last time; of all
  /// cards if they were computed by another schedule.
  ///
  /// - Parameters:
  ///   - db: within a transaction.
  ///   - others: cards of which something else has changed.
  /// - Throws: what SQLite says.
  func renewHistories(in db: Database, alsoOf others: Set<String> = []) throws {
    let upTo = try HistoryMark(schedule, in: db)
    let kept = try HistoryMark(keptIn: db)
    guard kept != upTo || !others.isEmpty else { return }
    let cards: [String]
    if let kept, kept.stamp == upTo.stamp {
      cards = try db.rows(
        """
        SELECT card FROM reviews WHERE id > ?1
        UNION SELECT r.card FROM undos u CROSS JOIN reviews r ON r.id = u.review WHERE u.id > ?2
        """, [kept.review, kept.undo]
      ) { $0[0] }
    } else {
      try db.run("DELETE FROM histories")
      cards = try db.rows("SELECT DISTINCT card FROM reviews") { $0[0] }
    }
    for card in others.union(cards) { try renewHistory(of: card, in: db) }
    try db.run(
      "INSERT OR REPLACE INTO cache (name, value) VALUES ('histories', ?)", [upTo.text])
  }

  /// Sees to it that all histories are computed anew.
  func forgetHistories(in db: Database) throws {
    try db.run("DELETE FROM cache WHERE name = 'histories'")
  }

  private func renewHistory(of card: String, in db: Database) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT r.at_ms, r.utc_offset, r.grade, r.duration_ms, a.confidence,
            a.kind, a.mode, a.ticks, a.is_ticked, r.wording
          FROM reviews r
          LEFT JOIN attempts a ON a.review = r.id AND a.purpose = 'answer'
          WHERE r.card = ? AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.review = r.id)
            AND \(Self.isCounted("r.at_ms"))
          ORDER BY r.at_ms, r.id
          """), arguments: [card])
    var bytes: [UInt8] = []
    var memory: Memory?
    var sights = try Sights(of: card, in: db)
    while let row = try rows.next() {
      guard let grade = Grade(rawValue: row[2]) else { continue }
      let moment = Moment(time: Timestamp(milliseconds: row[0]), utcOffset: row[1])
      let expected = memory.map { schedule.model.retrievability(of: $0, at: moment.time) }
      let after = schedule.memory(after: grade, at: moment, from: memory)
      memory = after
      HistoryRecord.append(
        PastReview(
          time: moment.time, day: after.lastDay, grade: grade, expected: expected,
          state: after.state, duration: row[3], confidence: row[4], marks: Self.marks(row),
          isFirstSight: sights.isFirst(row[9], at: moment.time) && expected != nil),
        to: &bytes)
    }
    if bytes.isEmpty {
      try db.run("DELETE FROM histories WHERE card = ?", [card])
    } else {
      try db.run(
        "INSERT OR REPLACE INTO histories (card, reviews) VALUES (?, ?)", [card, Data(bytes)])
    }
  }

  /// The marks of the story that a row of ``renewHistory(of:in:)`` tells of.
  private static func marks(_ row: Row) -> StoryMarks? {
    guard let kind: String = row[5], kind == CardKind.star.rawValue,
      let mode: String = row[6], AnswerMode(rawValue: mode)?.isWhole == true, row[8] as Bool
    else { return nil }
    let names: String = row[7]
    return StoryMarks(
      Profile(ticks: Set(names.split(separator: " ").map { Tick(rawValue: String($0)) })))
  }
}

/// Which wordings of a card were met by when.
private struct Sights {
  /// Of those met without a grade, when that was first.
  private let drilled: [Int: Int64]
  private var graded: Set<Int> = []

  init(of card: String, in db: Database) throws {
    var drilled: [Int: Int64] = [:]
    _ = try db.rows(
      """
      SELECT a.wording, min(a.at_ms) FROM attempts a
      WHERE a.card = ? AND a.review IS NULL AND \(Attempt.counts) GROUP BY a.wording
      """, [card]
    ) { drilled[$0[0]] = $0[1] }
    self.drilled = drilled
  }

  /// Whether a wording is asked for the first time at a moment; it was met from then on.
  mutating func isFirst(_ wording: Int, at time: Timestamp) -> Bool {
    let isNew = graded.insert(wording).inserted
    return isNew && (drilled[wording] ?? .max) >= time.milliseconds
  }
}

/// What the kept histories were made with.
private struct HistoryMark: Equatable {
  var stamp: String
  /// The last review and the last undo that they know of.
  var review: Int64
  var undo: Int64

  init(_ schedule: Schedule, in db: Database) throws {
    stamp = "sights \(schedule.stamp)"
    review = try db.row("SELECT max(id) FROM reviews")?[0] ?? 0
    undo = try db.row("SELECT max(id) FROM undos")?[0] ?? 0
  }

  /// Nil if there are none.
  init?(keptIn db: Database) throws {
    guard let text: String = try db.row("SELECT value FROM cache WHERE name = 'histories'")?[0]
    else { return nil }
    let parts = text.split(separator: "\n")
    guard parts.count == 3, let review = Int64(parts[0]), let undo = Int64(parts[1]) else {
      return nil
    }
    self.review = review
    self.undo = undo
    stamp = String(parts[2])
  }

  var text: String { "\(review)\n\(undo)\n\(stamp)" }
}
