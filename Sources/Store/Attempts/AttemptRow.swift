import Decks
import GRDB
import Practice
import Scheduler

extension Attempt {
  /// The columns of a row of `attempts` but its own number.
  static let columns = [
    "review", "card", "kind", "at_ms", "utc_offset", "purpose", "mode", "wording", "confidence",
    "duration_ms", "situation_ms", "task_ms", "action_ms", "result_ms", "learning_ms", "ticks",
    "is_ticked", "story", "parts", "regards", "recording", "marks",
    "guess", "guess_of", "guess_ms",
  ]

  /// SQL that holds for a row `a` that counts.
  static let counts = """
    NOT EXISTS (SELECT 1 FROM undos u WHERE u.review = a.review)
      AND NOT EXISTS (SELECT 1 FROM attempt_undos u WHERE u.attempt = a.id)
      AND \(Store.isCounted("a.at_ms"))
    """

  /// Adds it, for a review or for none.
  ///
  /// - Returns: the number that it is kept under.
  func insert(for review: Int64?, into db: Database) throws -> Int64 {
    let marks = Self.columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO attempts (\(Self.columns.joined(separator: ", "))) VALUES (\(marks))")
    let steps = PartTimes.Step.allCases.map { step in times.map { $0[step] } }
    let values: [(any DatabaseValueConvertible)?] =
      [
        review, card.description, kind.rawValue, moment.time.milliseconds, moment.utcOffset,
        purpose.rawValue, mode.rawValue, wording, confidence, duration,
      ] + steps + [
        ticks.map(\.rawValue).sorted().joined(separator: " "), isTicked, story,
        String(parts.map(\.letter)), regards, recording,
        self.marks.isEmpty ? nil : self.marks.encoded, guess?.named, guess?.meant,
        guess?.milliseconds,
      ]
    try statement.execute(arguments: StatementArguments(values))
    let number = db.lastInsertedRowID
    let first = heard.isEmpty ? texts : heard
    for (position, text) in first.enumerated() where !text.isEmpty {
      try db.execute(
        literal: "INSERT INTO attempt_texts VALUES (\(number), \(position), \(text))")
    }
    if !mendedBoxes.isEmpty {
      try Self.addVersion(texts, of: number, isMended: true, at: moment.time, in: db)
    }
    for (position, probe) in probes.enumerated() {
      try db.execute(
        literal: """
          INSERT INTO attempt_probes VALUES
            (\(number), \(position), \(probe.question), \(probe.result.rawValue), \(probe.duration))
          """)
    }
    return number
  }

  /// Reads rows `a`, as a condition and an order find them.
  static func all(_ condition: String, _ arguments: StatementArguments, in db: Database) throws
    -> [Attempt]
  {
    let names = (["id"] + columns).map { "a.\($0)" }.joined(separator: ", ")
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT \(names) FROM attempts a WHERE \(condition)"),
      arguments: arguments)
    return try rows.compactMap { row in
      guard var attempt = Attempt(row) else { return nil }
      try attempt.readLists(in: db)
      return attempt
    }
  }

  private init?(_ row: Row) {
    guard let card = CardID(row["card"]), let kind = CardKind(rawValue: row["kind"]),
      let purpose = Purpose(rawValue: row["purpose"]), let mode = AnswerMode(rawValue: row["mode"])
    else { return nil }
    let moment = Moment(
      time: Timestamp(milliseconds: (row["at_ms"] as Int64).bounded(by: Bounds.times)),
      utcOffset: (row["utc_offset"] as Int).bounded(by: Bounds.offsets))
    self.init(card: card, kind: kind, moment: moment, purpose: purpose, wording: row["wording"])
    self.mode = mode
    id = row["id"]
    confidence = row["confidence"]
    func duration(_ column: String) -> Int? {
      (row[column] as Int?)?.bounded(by: Bounds.durations)
    }
    self.duration = duration("duration_ms")
    if let situation = duration("situation_ms") {
      times = PartTimes(
        situation: situation, task: duration("task_ms") ?? 0, action: duration("action_ms") ?? 0,
        result: duration("result_ms") ?? 0, learning: duration("learning_ms") ?? 0)
    }
    let names: String = row["ticks"]
    setTicks(
      Set(names.split(separator: " ").map { Tick(rawValue: String($0)) }),
      byThePerson: row["is_ticked"])
    story = row["story"]
    let letters: String = row["parts"]
    parts = [RubricPart](letters: letters)
    regards = row["regards"]
    recording = row["recording"]
    marks = [PartMark](encoded: row["marks"] ?? "")
    if let named: String = row["guess"], let meant: String = row["guess_of"] {
      guess = FamilyGuess(named, of: meant, milliseconds: duration("guess_ms") ?? 0)
    }
  }

  /// Adds a later writing of its words, which counts from then on.
  ///
  /// - Parameters:
  ///   - texts: the words, box by box.
  ///   - number: that of the attempt.
  ///   - isMended: whether the person wrote it, and no engine.
  ///   - time: when.
  ///   - db: within a transaction.
  /// - Throws: what SQLite says.
  static func addVersion(
    _ texts: [String], of number: Int64, isMended: Bool, at time: Timestamp, in db: Database
  ) throws {
    let version =
      (try Int.fetchOne(
        db, sql: "SELECT max(version) FROM attempt_versions WHERE attempt = ?",
        arguments: [number]) ?? 0) + 1
    for (position, text) in texts.enumerated() where !text.isEmpty {
      try db.execute(
        literal: """
          INSERT INTO attempt_versions VALUES
            (\(number), \(version), \(position), \(text), \(time.milliseconds), \(isMended))
          """)
    }
  }

  private mutating func readLists(in db: Database) throws {
    let texts = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT position, text FROM attempt_texts WHERE attempt = ? ORDER BY position"),
      arguments: [id])
    self.texts = [String](texts)
    try readVersions(in: db)
    let probes = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT question, result, duration_ms FROM attempt_probes
          WHERE attempt = ? ORDER BY position
          """), arguments: [id])
    self.probes = probes.compactMap { row in
      ProbeResult(rawValue: row[1]).map {
        ProbeAnswer(
          question: row[0], result: $0,
          duration: (row[2] as Int?)?.bounded(by: Bounds.durations))
      }
    }
  }
}

extension Attempt {
  /// Takes in the later writings of its words: the newest counts, and the newest of an engine is what was
  /// heard.
  private mutating func readVersions(in db: Database) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT position, text, version, is_mended FROM attempt_versions WHERE attempt = ?
          ORDER BY version, position
          """),
      arguments: [id])
    func texts(of rows: [Row]) -> [String]? {
      guard let newest = rows.last?["version"] as Int? else { return nil }
      return [String](rows.filter { $0["version"] == newest })
    }
    let newest = texts(of: rows) ?? self.texts
    guard mode == .spoken else {
      self.texts = newest
      return
    }
    take(heard: texts(of: rows.filter { $0["is_mended"] == 0 }) ?? self.texts, mended: newest)
  }
}

extension [String] {
  /// The texts of rows of `position, text`, with empty ones between them.
  init(_ rows: [Row]) {
    self = []
    for row in rows {
      // Any place could stand in a row of an older time, and a text comes for each before it.
      let position = (row[0] as Int).bounded(by: Bounds.positions)
      append(contentsOf: repeatElement("", count: Swift.max(0, position - count)))
      append(row[1])
    }
  }
}
