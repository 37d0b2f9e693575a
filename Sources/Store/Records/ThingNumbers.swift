import GRDB
import Records

/// Which numbers of rows here are which things everywhere.
struct ThingNumbers {
  let db: Database
  let joined: JoinedNames

  init(db: Database, joined: JoinedNames? = nil) {
    self.db = db
    self.joined = joined ?? JoinedNames(db)
  }

  /// The name of the thing of a row; nil if it has none yet.
  func thing(_ number: Int64, in table: String) throws -> String? {
    let name: String? = try db.row(
      "SELECT thing FROM main.things WHERE tbl = ? AND number = ?", [table, number])?[0]
    return try name.map { try joined.name(of: $0, in: table) }
  }

  /// The number that a thing's row has here, or had; nil if it was never here.
  ///
  /// One that is one with others has the least of their numbers: what was here first stays in its place.
  func number(of thing: String, in table: String) throws -> Int64? {
    try joined.group(of: thing, in: table).compactMap { name in
      try db.row("SELECT number FROM main.things WHERE tbl = ? AND thing = ?", [table, name])
        .map { $0[0] as Int64 }
    }.min()
  }

  /// The number for the next new row: one that none has had.
  func next(in table: String) throws -> Int64 {
    try Self.next(in: table, db)
  }

  static func next(in table: String, _ db: Database) throws -> Int64 {
    let row = try db.row(
      """
      SELECT 1 + max(
        ifnull((SELECT max(id) FROM main.\(table)), 0),
        ifnull((SELECT max(number) FROM main.things WHERE tbl = ?), 0))
      """, [table])
    return row?[0] ?? 1
  }

  func assign(_ thing: String, to number: Int64, in table: String) throws {
    try db.run(
      "INSERT INTO main.things (tbl, number, thing) VALUES (?, ?, ?)", [table, number, thing])
  }

  /// The number of a thing, which gets one if it never was here.
  func numberForEver(of thing: String, in table: String) throws -> Int64 {
    if let known = try number(of: thing, in: table) { return known }
    let number = try next(in: table)
    try assign(thing, to: number, in: table)
    return number
  }

  /// Whether the row of a thing is there.
  func hasRow(_ thing: String, in table: String) throws -> Bool {
    guard let number = try number(of: thing, in: table) else { return false }
    return try db.row("SELECT 1 FROM main.\(table) WHERE id = ?", [number]) != nil
  }
}

// MARK: - Names that no two may have

extension ThingNumbers {
  /// Keeps the name under which no other may be; nil where the thing is gone.
  ///
  /// - Throws: ``StoreError/refused(detail:)`` when another has it.
  func keepName(_ name: String?, of number: Int64, in table: String) throws {
    let folded = name.map(Schema.foldedName)
    if let folded, try holder(of: folded, in: table, beside: number) != nil {
      throw StoreError.refused(detail: "there is one of that name already")
    }
    try db.run(
      "UPDATE main.things SET folded = ? WHERE tbl = ? AND number = ?", [folded, table, number])
  }

  /// The number of the one that has a folded name; nil if none has.
  func holder(of folded: String, in table: String, beside number: Int64? = nil) throws -> Int64? {
    // Not by SQLite, to which the same accent written in two ways is two.
    let names: [(Int64, String)] = try db.rows(
      "SELECT number, folded FROM main.things WHERE tbl = ? AND folded IS NOT NULL", [table]
    ) { ($0[0], $0[1]) }
    return names.first { $0.0 != number && $0.1 == folded }?.0
  }
}
