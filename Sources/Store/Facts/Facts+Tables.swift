import Practice

/// Facts as they stand in tables, of a file or of a database.
struct FactRows {
  var facts = Facts()
  /// The numbers that each has there; several where older Starlings have let one in twice.
  private(set) var reviews: [Facts.ReviewKey: [Int64]] = [:]
  private(set) var attempts: [Facts.AttemptKey: [Int64]] = [:]
  private(set) var fits: [Facts.FitKey: [Int64]] = [:]
  /// Which of the numbers of reviews, attempts and fits were taken back.
  private(set) var undone: [String: [Int64: Int64]] = [:]

  private let tables: [String: PlainTable]
  private typealias Value = PlainTable.Value

  /// - Parameters:
  ///   - tables: what they stand in, looked at already; others may be among them.
  ///   - story: gives the name of the story that an attempt names; nil if it names none that was ever there.
  /// - Throws: ``StoreError/unfitting(detail:)`` when a row names one that is not there, or says again what
  ///   another says.
  init(_ tables: [PlainTable], story: (PlainTable.Value) throws -> String?) throws {
    self.tables = Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
    let keys = try readReviews()
    try readAttempts(keys, story)
    try readFits()
  }

  /// The tables whose rows are facts.
  static let names: Set = [
    "reviews", "undos", "attempts", "attempt_texts", "attempt_probes", "attempt_versions",
    "attempt_undos", "fits", "fit_undos",
  ]

  /// Gives each row by its columns; what a column that is not there holds is nothing.
  private func each(
    _ name: String, _ body: (_ row: Row, _ place: Int) throws -> Void
  ) throws {
    guard let table = tables[name] else { return }
    let columns = Dictionary(table.columns.enumerated().map { ($1, $0) }) { first, _ in first }
    for (index, values) in table.rows.enumerated() {
      try body(Row(table: name, place: index + 1, columns: columns, values: values), index + 1)
    }
  }

  private struct Row {
    var table: String
    var place: Int
    var columns: [String: Int]
    var values: [PlainTable.Value]

    subscript(_ name: String) -> PlainTable.Value { columns[name].map { values[$0] } ?? .null }

    func number(_ name: String) -> Int64 { self[name].number }

    func text(_ name: String) -> String { self[name].words }

    /// What a row of another table is, by the number under which this one names it.
    func named<Key>(_ column: String, _ target: String, _ keys: [Int64: Key]) throws -> Key? {
      guard case .integer(let number) = self[column] else { return nil }
      guard let key = keys[number] else {
        throw StoreError.unfitting(
          detail: "\(table), row \(place) names row \(number) of “\(target)”, which is not there")
      }
      return key
    }

    func twice() -> StoreError {
      .unfitting(detail: "\(table), row \(place): an earlier row says that already")
    }
  }

  // MARK: - Reviews

  private mutating func readReviews() throws -> [Int64: Facts.ReviewKey] {
    var keys: [Int64: Facts.ReviewKey] = [:]
    var found: [Facts.ReviewKey: [Int64]] = [:]
    var all: [Facts.ReviewKey: Facts.Review] = [:]
    let table = tables["reviews"] ?? PlainTable(name: "reviews", columns: [])
    keys.reserveCapacity(table.rows.count)
    found.reserveCapacity(table.rows.count)
    all.reserveCapacity(table.rows.count)
    // There are by far the most of them: where their columns stand is looked up once.
    let places = (["id", "at_ms", "card", "grade"] + Facts.reviewColumns)
      .map { table.columns.firstIndex(of: $0) }
    for (index, row) in table.rows.enumerated() {
      let named = places.map { $0.map { row[$0] } ?? .null }
      let key = Facts.ReviewKey(
        at: named[1].number, card: named[2].words, grade: named[3].number)
      let number = named[0] == .null ? Int64(index) + 1 : named[0].number
      keys[number] = key
      found[key, default: []].append(number)
      var values = Array(named[4...])
      if values[1] == .null { values[1] = .integer(0) }
      if let known = all[key]?.values, values.precedes(known) { values = known }
      all[key] = Facts.Review(values: values)
    }
    let undos = try undone("undos", "review", "reviews", keys)
    for key in Set(undos.keys.compactMap { keys[$0] }) {
      all[key]?.undone = Self.undone(found[key] ?? [], undos)
    }
    (facts.reviews, reviews, undone["reviews"]) = (all, found, undos)
    return keys
  }

  private func undone<Key>(
    _ table: String, _ column: String, _ target: String, _ keys: [Int64: Key]
  ) throws -> [Int64: Int64] {
    var undone: [Int64: Int64] = [:]
    try each(table) { row, _ in
      guard try row.named(column, target, keys) != nil else { return }
      let number = row.number(column)
      undone[number] = min(undone[number] ?? .max, row.number("at_ms"))
    }
    return undone
  }

  /// When all rows that say the same were taken back; nil if one counts.
  private static func undone(_ numbers: [Int64], _ undos: [Int64: Int64]) -> Int64? {
    let times = numbers.compactMap { undos[$0] }
    return times.count == numbers.count ? times.max() : nil
  }

  // MARK: - Attempts

  private mutating func readAttempts(
    _ reviews: [Int64: Facts.ReviewKey], _ story: (PlainTable.Value) throws -> String?
  ) throws {
    var keys: [Int64: Facts.AttemptKey] = [:]
    var found: [Facts.AttemptKey: [Int64]] = [:]
    var all: [Facts.AttemptKey: Facts.Attempt] = [:]
    try each("attempts") { row, place in
      let key = Facts.AttemptKey(
        at: row.number("at_ms"), card: row.text("card"), purpose: row.text("purpose"),
        mode: row.text("mode"))
      let number = row["id"] == .null ? Int64(place) : row.number("id")
      keys[number] = key
      found[key, default: []].append(number)
      // Of two that are one the first counts, with what belongs to it.
      guard all[key] == nil else { return }
      all[key] = Facts.Attempt(
        values: Facts.attemptColumns.map { row[$0] },
        review: try row.named("review", "reviews", reviews), story: try story(row["story"]))
    }
    try each("attempts") { row, place in
      let number = row["id"] == .null ? Int64(place) : row.number("id")
      guard let key = keys[number], found[key]?.first == number else { return }
      all[key]?.regards = try row.named("regards", "attempts", keys)
    }
    try readParts(keys, found, &all)
    let undos = try undone("attempt_undos", "attempt", "attempts", keys)
    for key in Set(undos.keys.compactMap { keys[$0] }) {
      all[key]?.undone = Self.undone(found[key] ?? [], undos)
    }
    (facts.attempts, attempts, undone["attempts"]) = (all, found, undos)
  }

  private func readParts(
    _ keys: [Int64: Facts.AttemptKey], _ found: [Facts.AttemptKey: [Int64]],
    _ all: inout [Facts.AttemptKey: Facts.Attempt]
  ) throws {
    /// The attempt that a row is a part of; nil if that is the double of another.
    func owner(_ row: Row) throws -> Facts.AttemptKey? {
      guard let key = try row.named("attempt", "attempts", keys) else { return nil }
      return found[key]?.first == row.number("attempt") ? key : nil
    }
    try each("attempt_probes") { row, _ in
      guard let key = try owner(row) else { return }
      guard all[key]?.probes[row.number("position")] == nil else { throw row.twice() }
      all[key]?.probes[row.number("position")] = Facts.probeColumns.map { row[$0] }
    }
    struct Writing: Hashable {
      var key: Facts.AttemptKey
      var version: Int64
    }
    var texts: [Writing: Facts.Text] = [:]
    var taken: [Writing: Set<Int64>] = [:]
    for table in ["attempt_texts", "attempt_versions"] {
      try each(table) { row, _ in
        guard let key = try owner(row) else { return }
        let isFirst = table == "attempt_texts"
        let writing = Writing(key: key, version: isFirst ? 0 : row.number("version"))
        let position = row.number("position")
        guard taken[writing, default: []].insert(position).inserted else { throw row.twice() }
        var text =
          texts[writing]
          ?? Facts.Text(
            at: isFirst ? key.at : row.number("at_ms"),
            isMended: isFirst ? 0 : row.number("is_mended"), boxes: [:])
        // What was erased stands there as nothing.
        if !row.text("text").isEmpty { text.boxes[position] = row.text("text") }
        texts[writing] = text
      }
    }
    for (writing, text) in texts where !text.boxes.isEmpty {
      all[writing.key]?.texts.insert(text)
    }
  }

  // MARK: - Fits

  private mutating func readFits() throws {
    var keys: [Int64: Facts.FitKey] = [:]
    var found: [Facts.FitKey: [Int64]] = [:]
    try each("fits") { row, place in
      var parameters: String?
      if case .text(let text) = row["parameters"] { parameters = text }
      let key = Facts.FitKey(
        at: row.number("at_ms"), model: row.text("model"), parameters: parameters)
      let number = row["id"] == .null ? Int64(place) : row.number("id")
      keys[number] = key
      found[key, default: []].append(number)
    }
    let undos = try undone("fit_undos", "fit", "fits", keys)
    for (key, numbers) in found { facts.fits[key] = .some(Self.undone(numbers, undos)) }
    (fits, undone["fits"]) = (found, undos)
  }
}

extension PlainTable.Value {
  /// The number; 0 if it is none.
  fileprivate var number: Int64 { if case .integer(let number) = self { number } else { 0 } }

  /// The text; empty if it is none.
  fileprivate var words: String { if case .text(let text) = self { text } else { "" } }
}
