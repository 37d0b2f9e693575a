import GRDB

/// Names that no two may have in common, however capitals are used.
extension Schema {
  /// A name as it is compared: as ``String/isSameName(as:)`` does, so that two are the same if their
  /// folded names are.
  static func foldedName(_ name: String) -> String { name.lowercased() }

  /// Makes names different that differ only in their capitals, which older Starlings let in by an import:
  /// employers and criteria of one name become one, a later story gets a number.
  static func partNames(in db: Database) throws {
    for group in try namesakes(in: "employers", "name", db) {
      for other in group.dropFirst() { try join(employer: other, into: group[0], in: db) }
    }
    for group in try namesakes(in: "criteria", "text", db) {
      for other in group.dropFirst() { try join(criterion: other, into: group[0], in: db) }
    }
    var taken = Set(
      try String.fetchAll(db, sql: "SELECT title FROM main.stories").map(foldedName))
    for group in try namesakes(in: "stories", "title", db) {
      for story in group.dropFirst() {
        let title =
          try String.fetchOne(
            db, sql: "SELECT title FROM main.stories WHERE id = ?", arguments: [story]) ?? ""
        let free = freeName(title) { taken.contains($0) }
        taken.insert(foldedName(free))
        try db.execute(literal: "UPDATE main.stories SET title = \(free) WHERE id = \(story)")
      }
    }
  }

  /// The name with the least number behind it that makes it nobody else's.
  static func freeName(_ name: String, isTaken: (String) throws -> Bool) rethrows -> String {
    var number = 2
    while try isTaken(foldedName("\(name) (\(number))")) { number += 1 }
    return "\(name) (\(number))"
  }

  /// The rows of each name that more than one has, the earliest first.
  private static func namesakes(
    in table: String, _ column: String, _ db: Database
  ) throws -> [[Int64]] {
    let rows: [(Int64, String)] = try db.rows("SELECT id, \(column) FROM main.\(table) ORDER BY id")
    {
      ($0[0], $0[1])
    }
    return Dictionary(grouping: rows) { foldedName($0.1) }.values.map { $0.map(\.0) }
      .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private static func join(employer other: Int64, into one: Int64, in db: Database) throws {
    for column in ["role", "one_thing", "pay", "advert", "notes"] {
      try joinTexts(column, of: other, into: one, in: "employers", db)
    }
    for table in ["interviews", "people", "doubts", "facts", "questions", "requirements"] {
      try db.execute(
        literal: "UPDATE main.\(sql: table) SET employer = \(one) WHERE employer = \(other)")
    }
    try joinVerdicts("employer", other, into: one, in: db)
    try db.execute(literal: "DELETE FROM main.employers WHERE id = \(other)")
  }

  private static func join(criterion other: Int64, into one: Int64, in db: Database) throws {
    try joinTexts("question", of: other, into: one, in: "criteria", db)
    try joinVerdicts("criterion", other, into: one, in: db)
    try db.execute(literal: "DELETE FROM main.criteria WHERE id = \(other)")
  }

  /// Moves what is said of a criterion at an employer; where something is said of both, one of them that
  /// says yes or no counts, and the evidence of both stays.
  private static func joinVerdicts(
    _ column: String, _ other: Int64, into one: Int64, in db: Database
  ) throws {
    let rest = column == "employer" ? "criterion" : "employer"
    try db.execute(
      sql: """
        UPDATE main.verdicts AS v SET
          state = CASE WHEN v.state = 'open' THEN o.state ELSE v.state END,
          evidence = CASE
            WHEN o.evidence IN ('', v.evidence) THEN v.evidence
            WHEN v.evidence = '' THEN o.evidence
            ELSE v.evidence || char(10) || o.evidence END
        FROM main.verdicts o
        WHERE o.\(column) = ?1 AND v.\(column) = ?2 AND v.\(rest) = o.\(rest)
        """, arguments: [other, one])
    try db.execute(
      sql: "UPDATE OR IGNORE main.verdicts SET \(column) = ?2 WHERE \(column) = ?1",
      arguments: [other, one])
    try db.execute(sql: "DELETE FROM main.verdicts WHERE \(column) = ?", arguments: [other])
  }

  /// Adds a text to that of another row, unless it says the same or nothing.
  private static func joinTexts(
    _ column: String, of other: Int64, into one: Int64, in table: String, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE main.\(table) AS t SET \(column) = CASE
          WHEN t.\(column) = '' THEN o.\(column) ELSE t.\(column) || char(10) || o.\(column) END
        FROM main.\(table) o
        WHERE t.id = ?2 AND o.id = ?1 AND o.\(column) NOT IN ('', t.\(column))
        """, arguments: [other, one])
  }
}
