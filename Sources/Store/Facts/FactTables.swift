import GRDB
import Practice

/// Facts of a database, as tables that name each by its place in an order of their content.
struct FactTables {
  let tables: [PlainTable]

  static let names = FactRows.names

  init(in db: Database) throws { tables = Self.tables(of: try Self.facts(in: db)) }

  /// The facts of a database.
  ///
  /// - Parameters:
  ///   - db: it.
  ///   - rows: for tables of which not all rows are meant: SQL that is true for those that are.
  /// - Returns: the facts that these rows say.
  /// - Throws: what SQLite says.
  static func facts(in db: Database, where rows: [String: String] = [:]) throws -> Facts {
    let numbers = ThingNumbers(db: db)
    return try FactRows(plain(in: db, where: rows)) { value in
      guard case .integer(let number) = value else { return nil }
      return try numbers.thing(number, in: "stories")
    }.facts
  }

  /// Those facts of a database that have to do with some.
  static func facts(in db: Database, of names: FactNames) throws -> Facts {
    try facts(in: db, where: FactSelection(of: names, in: db)?.rows ?? [:])
  }

  /// The tables of facts as they stand in a database, under the numbers that they have there.
  static func plain(
    in db: Database, where rows: [String: String] = [:]
  ) throws -> [PlainTable] {
    try TableShape.archived(in: db).filter { names.contains($0.name) }.map { shape in
      var table = PlainTable(name: shape.name, columns: shape.columns)
      table.rows = try db.rows(
        "SELECT \(shape.columns.joined(separator: ", ")) FROM main.\(shape.name) WHERE \(rows[shape.name] ?? "TRUE") ORDER BY \(shape.order)"
      ) { row in try shape.columns.indices.map { try PlainTable.Value(row[$0] as DatabaseValue) } }
      return table
    }
  }

  /// Facts as tables.
  static func tables(of facts: Facts) -> [PlainTable] {
    var tables: [String: PlainTable] = [:]
    func add(_ name: String, _ columns: [String], _ row: [PlainTable.Value]) {
      tables[name, default: PlainTable(name: name, columns: columns)].rows.append(row)
    }
    func nextUndo(_ name: String) -> PlainTable.Value {
      .integer(Int64(tables[name]?.rows.count ?? 0) + 1)
    }
    let reviews = facts.reviews.sorted { $0.key < $1.key }
    var places: [Facts.ReviewKey: Int64] = [:]
    places.reserveCapacity(reviews.count)
    // Of these there are by far the most.
    var rows: [[PlainTable.Value]] = []
    rows.reserveCapacity(reviews.count)
    for (index, (key, review)) in reviews.enumerated() {
      let place = Int64(index) + 1
      places[key] = place
      rows.append(
        [.integer(place), .text(key.card), .integer(key.at), .integer(key.grade)] + review.values)
      if let undone = review.undone {
        add(
          "undos", ["id", "review", "at_ms"],
          [nextUndo("undos"), .integer(place), .integer(undone)])
      }
    }
    if !rows.isEmpty {
      tables["reviews"] = PlainTable(
        name: "reviews", columns: ["id", "card", "at_ms", "grade"] + Facts.reviewColumns, rows: rows
      )
    }
    let attempts = facts.attempts.sorted { $0.key < $1.key }
    let numbers = Dictionary(
      uniqueKeysWithValues: attempts.enumerated().map { ($1.key, Int64($0) + 1) })
    for (key, attempt) in attempts {
      let place = PlainTable.Value.integer(numbers[key] ?? 0)
      let names: [PlainTable.Value] = [
        place, attempt.review.flatMap { places[$0] }.map { .integer($0) } ?? .null,
        .text(key.card), .integer(key.at), .text(key.purpose), .text(key.mode),
        attempt.story.map { .text($0) } ?? .null,
        attempt.regards.flatMap { numbers[$0] }.map { .integer($0) } ?? .null,
      ]
      add(
        "attempts",
        ["id", "review", "card", "at_ms", "purpose", "mode", "story", "regards"]
          + Facts.attemptColumns, names + attempt.values)
      for (position, probe) in attempt.probes.sorted(by: { $0.key < $1.key }) {
        add(
          "attempt_probes", ["attempt", "position"] + Facts.probeColumns,
          [place, .integer(position)] + probe)
      }
      let (first, later) = attempt.writings(of: key)
      for (position, text) in first.sorted(by: { $0.key < $1.key }) {
        add(
          "attempt_texts", ["attempt", "position", "text"],
          [place, .integer(position), .text(text)])
      }
      for (index, text) in later.enumerated() {
        for (position, words) in text.boxes.sorted(by: { $0.key < $1.key }) {
          add(
            "attempt_versions", ["attempt", "version", "position", "text", "at_ms", "is_mended"],
            [
              place, .integer(Int64(index) + 1), .integer(position), .text(words),
              .integer(text.at), .integer(text.isMended),
            ])
        }
      }
      if let undone = attempt.undone {
        add(
          "attempt_undos", ["id", "attempt", "at_ms"],
          [nextUndo("attempt_undos"), place, .integer(undone)])
      }
    }
    for (index, (key, undone)) in facts.fits.sorted(by: { $0.key < $1.key }).enumerated() {
      let place = PlainTable.Value.integer(Int64(index) + 1)
      add("fits", ["id", "model", "at_ms", "parameters"], [place] + key.values)
      if let undone {
        add("fit_undos", ["id", "fit", "at_ms"], [nextUndo("fit_undos"), place, .integer(undone)])
      }
    }
    return Array(tables.values)
  }
}
