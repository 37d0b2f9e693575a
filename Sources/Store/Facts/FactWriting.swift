import GRDB
import Practice
import Records

/// Takes facts of elsewhere into a database: only what is not there yet is written, and what differs becomes
/// what it is everywhere.
struct FactWriting {
  private let db: Database
  private let here: FactRows
  private var merged: Facts
  private let numbers: ThingNumbers
  /// How many rows were not here yet, and how many of those that came were.
  private(set) var added = 0
  private(set) var known = 0
  /// What has changed, by which what is computed is brought up to date.
  private(set) var changes = FactChanges()

  /// - Parameters:
  ///   - other: what is taken in.
  ///   - erased: the names of texts that are to be nowhere.
  ///   - isWhole: whether all that is here is looked at, and not only what has to do with that.
  ///   - db: within a transaction.
  /// - Throws: what SQLite says.
  init(
    _ other: Facts, without erased: Set<String>, besidesAll isWhole: Bool, into db: Database
  ) throws {
    self.db = db
    let numbers = ThingNumbers(db: db)
    self.numbers = numbers
    let selection = isWhole ? nil : try FactSelection(of: FactNames(other), in: db)
    changes.areKnown = selection != nil
    here = try FactRows(FactTables.plain(in: db, where: selection?.rows ?? [:])) { value in
      guard case .integer(let number) = value else { return nil }
      return try numbers.thing(number, in: "stories")
    }
    merged = here.facts
    merged.formUnion(other, without: erased)
    try writeReviews()
    try writeAttempts()
    try writeFits()
    known = other.count - added
  }

  /// The lines of those facts that were not here, or are others now.
  var newLines: [String] {
    let lines = FactLines.lines(of: merged)
    let known = Set(FactLines.lines(of: here.facts))
    return known.isEmpty ? lines : lines.filter { !known.contains($0) }
  }

  private var reviews: [Facts.ReviewKey: Int64] = [:]
  private var attempts: [Facts.AttemptKey: Int64] = [:]

  private func insert(_ table: String, _ columns: [String], _ values: [DatabaseValue]) throws {
    try db.run(Self.insertion(into: table, columns), StatementArguments(values))
  }

  private static func insertion(into table: String, _ columns: [String]) -> String {
    """
    INSERT INTO main.\(table) (\(columns.joined(separator: ", ")))
    VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
    """
  }

  private func update(
    _ table: String, _ columns: [String], _ values: [DatabaseValue], of number: Int64
  ) throws {
    let assignments = columns.map { "\($0) = ?" }.joined(separator: ", ")
    try db.run(
      "UPDATE main.\(table) SET \(assignments) WHERE id = ?",
      StatementArguments(values + [number.databaseValue]))
  }

  // MARK: - What was taken back

  /// Takes all rows of one fact back that are not yet, all from the same time on.
  private mutating func undo(
    _ numbers: [Int64], at time: Int64, before: Int64?, _ table: String, _ undos: String,
    _ column: String
  ) throws {
    let done = here.undone[table] ?? [:]
    for number in numbers where done[number] == nil {
      try insert(undos, [column, "at_ms"], [number.databaseValue, time.databaseValue])
    }
    if before == nil { added += 1 }
    for number in numbers {
      guard let known = done[number], known > time else { continue }
      changes.hasRewritten = true
      try db.run(
        "UPDATE main.\(undos) SET at_ms = ? WHERE \(column) = ?", [time, number])
    }
  }

  // MARK: - Reviews

  private mutating func writeReviews() throws {
    var changed: [(Int64, [DatabaseValue])] = []
    var undone: [(numbers: [Int64], at: Int64, before: Int64?)] = []
    let insertion = Self.insertion(
      into: "reviews", ["card", "at_ms", "grade"] + Facts.reviewColumns)
    for (key, review) in merged.reviews.sorted(by: { $0.key < $1.key }) {
      let known = here.facts.reviews[key]
      var rows = here.reviews[key] ?? []
      if known == nil {
        let names = [key.card.databaseValue, key.at.databaseValue, key.grade.databaseValue]
        try db.run(insertion, StatementArguments(names + review.values.map(\.stored)))
        rows = [db.lastInsertedRowID]
        added += 1
        changes.note(review: key, isUndone: false)
      } else if known?.values != review.values {
        changed.append((rows[0], review.values.map(\.stored)))
        changes.note(review: key, isUndone: false)
      }
      reviews[key] = rows[0]
      if let at = review.undone, known?.undone != at || known == nil {
        undone.append((rows, at, known?.undone))
        changes.note(review: key, isUndone: true)
      } else if review.undone == nil, rows.count > 1 {
        // The same key twice is one.
        let done = here.undone["reviews"] ?? [:]
        let counting = rows.filter { done[$0] == nil }
        if counting.count > 1 { changes.note(review: key, isUndone: true) }
        for row in counting.dropFirst() {
          try insert("undos", ["review", "at_ms"], [row.databaseValue, key.at.databaseValue])
        }
        reviews[key] = counting.first ?? rows[0]
      }
    }
    if !changed.isEmpty {
      changes.hasRewritten = true
      try db.liftingTriggers(of: "reviews") {
        for (number, values) in changed {
          try update("reviews", Facts.reviewColumns, values, of: number)
        }
      }
    }
    guard !undone.isEmpty else { return }
    try lifting("undos") { writing in
      for one in undone {
        try writing.undo(
          one.numbers, at: one.at, before: one.before, "reviews", "undos", "review")
      }
    }
  }

  private mutating func lifting(
    _ table: String, _ body: (inout FactWriting) throws -> Void
  ) throws {
    var writing = self
    try db.liftingTriggers(of: table) { try body(&writing) }
    self = writing
  }

  // MARK: - Attempts

  private mutating func writeAttempts() throws {
    let sorted = merged.attempts.sorted { $0.key < $1.key }
    let changed = sorted.filter { key, attempt in
      guard let known = here.facts.attempts[key] else { return false }
      return known != attempt
    }
    for (key, numbers) in here.attempts { attempts[key] = numbers[0] }
    for (key, _) in changed { changes.answered.insert(key.card) }
    if !changed.isEmpty {
      changes.hasRewritten = true
      try lifting("attempts") { writing in
        // Two may change what review they are of.
        for (key, _) in changed {
          try writing.update(
            "attempts", ["review"], [.null], of: writing.attempts[key] ?? 0)
        }
        for (key, attempt) in changed { try writing.change(key, attempt) }
      }
    }
    for (key, attempt) in sorted where here.facts.attempts[key] == nil {
      try insert(
        "attempts",
        ["card", "at_ms", "purpose", "mode", "review", "story"] + Facts.attemptColumns,
        [
          key.card.databaseValue, key.at.databaseValue, key.purpose.databaseValue,
          key.mode.databaseValue, attempt.review.flatMap { reviews[$0] }.databaseValue,
          try story(attempt).databaseValue,
        ] + attempt.values.map(\.stored))
      attempts[key] = db.lastInsertedRowID
      added += 1
      changes.answered.insert(key.card)
      try writeTexts(key, attempt)
      try writeProbes(key, attempt)
      if let at = attempt.undone {
        try undo(
          [attempts[key] ?? 0], at: at, before: nil, "attempts",
          "attempt_undos", "attempt")
      }
    }
    let regarding = sorted.filter { key, attempt in
      attempt.regards != nil && here.facts.attempts[key]?.regards != attempt.regards
    }
    guard !regarding.isEmpty else { return }
    try lifting("attempts") { writing in
      for (key, attempt) in regarding {
        try writing.update(
          "attempts", ["regards"],
          [attempt.regards.flatMap { writing.attempts[$0] }.databaseValue],
          of: writing.attempts[key] ?? 0)
      }
    }
  }

  private func story(_ attempt: Facts.Attempt) throws -> Int64? {
    try attempt.story.map { try numbers.numberForEver(of: $0, in: "stories") }
  }

  private mutating func change(_ key: Facts.AttemptKey, _ attempt: Facts.Attempt) throws {
    guard let known = here.facts.attempts[key], let number = attempts[key] else { return }
    try update(
      "attempts", ["review", "story"] + Facts.attemptColumns,
      [
        attempt.review.flatMap { reviews[$0] }.databaseValue, try story(attempt).databaseValue,
      ] + attempt.values.map(\.stored), of: number)
    if known.texts != attempt.texts {
      for table in ["attempt_texts", "attempt_versions"] {
        try db.liftingTriggers(of: table) {
          try db.run("DELETE FROM main.\(table) WHERE attempt = ?", [number])
        }
      }
      try writeTexts(key, attempt)
    }
    if known.probes != attempt.probes {
      try db.liftingTriggers(of: "attempt_probes") {
        try db.run("DELETE FROM main.attempt_probes WHERE attempt = ?", [number])
      }
      try writeProbes(key, attempt)
    }
    guard let at = attempt.undone, known.undone != at else { return }
    try lifting("attempt_undos") { writing in
      try writing.undo(
        writing.here.attempts[key] ?? [number], at: at, before: known.undone, "attempts",
        "attempt_undos", "attempt")
    }
  }

  private func writeTexts(_ key: Facts.AttemptKey, _ attempt: Facts.Attempt) throws {
    let number = attempts[key].databaseValue
    let (first, later) = attempt.writings(of: key)
    for (position, text) in first {
      try insert(
        "attempt_texts", ["attempt", "position", "text"],
        [number, position.databaseValue, text.databaseValue])
    }
    for (index, text) in later.enumerated() {
      for (position, words) in text.boxes {
        try insert(
          "attempt_versions", ["attempt", "version", "position", "text", "at_ms", "is_mended"],
          [
            number, (index + 1).databaseValue, position.databaseValue, words.databaseValue,
            text.at.databaseValue, text.isMended.databaseValue,
          ])
      }
    }
  }

  private func writeProbes(_ key: Facts.AttemptKey, _ attempt: Facts.Attempt) throws {
    for (position, values) in attempt.probes {
      try insert(
        "attempt_probes", ["attempt", "position"] + Facts.probeColumns,
        [attempts[key].databaseValue, position.databaseValue] + values.map(\.stored))
    }
  }

  // MARK: - Fits

  private mutating func writeFits() throws {
    for (key, undone) in merged.fits.sorted(by: { $0.key < $1.key }) {
      let known = here.facts.fits[key]
      var rows = here.fits[key] ?? []
      if known == nil {
        try insert(
          "fits", ["model", "at_ms", "parameters"], key.values.map(\.stored))
        rows = [db.lastInsertedRowID]
        added += 1
        changes.hasFits = true
      }
      guard let at = undone, known.flatMap(\.self) != at else { continue }
      changes.hasFits = true
      try lifting("fit_undos") { writing in
        try writing.undo(
          rows, at: at, before: known.flatMap(\.self), "fits", "fit_undos", "fit")
      }
    }
  }
}

extension Facts {
  /// How many there are, what was taken back counted beside what it was.
  fileprivate var count: Int {
    reviews.count + reviews.values.count { $0.undone != nil } + attempts.count
      + attempts.values.count { $0.undone != nil } + fits.count
      + fits.values.count { $0 != nil }
  }
}
