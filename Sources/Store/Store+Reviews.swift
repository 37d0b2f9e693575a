public import Decks
import GRDB
public import Practice
public import Scheduler

extension Store {
  /// Records a grade: adds the review and brings the card's memory up to date.
  ///
  /// A card has one grade at one time: where another stands already, this one is of the next millisecond.
  ///
  /// - Returns: the card's memory afterwards.
  /// - Throws: ``StoreError``; then nothing was recorded.
  public func record(_ grading: Grading) throws(StoreError) -> Memory {
    try writing(.grade) { db in try record(grading, in: db).memory }
  }

  /// Records a grade of a time that was named, unless the card has that grade at that time already.
  ///
  /// - Returns: the card's memory afterwards; nil if the grade is there already.
  /// - Throws: ``StoreError``; then nothing was recorded.
  public func recordOnce(_ grading: Grading) throws(StoreError) -> Memory? {
    try writing(.grade) { db in
      let kept = try grades(of: grading.card, at: grading.moment.time, counting: true, in: db)
      return kept.contains(grading.grade) ? Memory?.none : try record(grading, in: db).memory
    }
  }

  func record(_ grading: Grading, in db: Database) throws -> (memory: Memory, review: Int64) {
    var grading = grading
    while try !grades(of: grading.card, at: grading.moment.time, in: db).isEmpty {
      grading.moment.time = grading.moment.time.adding(milliseconds: 1)
    }
    try insert(grading, into: db)
    let review = db.lastInsertedRowID
    try doubtCache(in: db)
    try noteTime(grading.moment.time, in: db)
    let known = try memoryRow(of: grading.card, in: db)
    let memory = schedule.memory(after: grading.grade, at: grading.moment, from: known?.memory)
    // Where no memory is kept there may be reviews all the same.
    let isInOrder = known.map { grading.moment.time >= $0.memory.lastReview } ?? false
    guard isInOrder, countedTimes.contains(grading.moment.time) else {
      // Made earlier than one that is there already, its place is among the others; of a time that
      // does not count, it has none yet.
      return (try replay(grading.card, in: db) ?? memory, review)
    }
    try save(
      MemoryRow(memory: memory, lastGrade: grading.grade, lastWording: grading.wording),
      of: grading.card, in: db)
    return (memory, review)
  }

  /// The grades that a card has at a time.
  ///
  /// - Parameters:
  ///   - card: which.
  ///   - time: when.
  ///   - isCounting: whether those that were taken back are left out. What was taken back is so for ever,
  ///     so that no grade after it may be of the same time.
  ///   - db: where.
  /// - Returns: them, in no order.
  /// - Throws: what SQLite says.
  private func grades(
    of card: CardID, at time: Timestamp, counting isCounting: Bool = false, in db: Database
  ) throws -> [Grade] {
    try db.rows(
      """
      SELECT grade FROM reviews WHERE card = ?1 AND at_ms = ?2
        AND (NOT ?3 OR id NOT IN (SELECT review FROM undos))
      """, [card.description, time.milliseconds, isCounting]
    ) { $0[0] as Int }.compactMap(Grade.init(rawValue:))
  }

  /// Records many grades in one transaction: all of them, or none if one cannot be.
  public func record(_ gradings: [Grading]) throws(StoreError) {
    try writing(.import) { db in
      for grading in gradings { try insert(grading, into: db) }
      try doubtCache(in: db)
      try noteAllTimes(in: db)
      for card in Set(gradings.map(\.card)) { _ = try replay(card, in: db) }
      try renewHistories(in: db)
    }
  }

  /// What came of adding reviews that were made elsewhere.
  public struct Adding: Equatable, Sendable {
    /// How many were new, by card.
    public var added: [CardID: Int] = [:]
    /// How many were there already.
    public var known = 0
    /// How many had been there and were taken back, which they stay.
    public var takenBack = 0
  }

  /// Records those of some grades that are not there yet: a card has one grade at one time.
  ///
  /// - Throws: ``StoreError``; then none was recorded.
  public func add(_ gradings: [Grading]) throws(StoreError) -> Adding {
    try adding(gradings) { _ in }
  }

  /// Does the same, and can be stopped.
  ///
  /// - Parameters:
  ///   - gradings: the grades.
  ///   - progress: is told the share done so far, and says whether to go on.
  /// - Returns: what came of it; nil if it was stopped, and then none was recorded.
  /// - Throws: ``StoreError``; then none was recorded.
  public func add(
    _ gradings: [Grading], progress: (Double) -> Bool
  ) throws(StoreError) -> Adding? {
    var isStopped = false
    do throws(StoreError) {
      return try adding(gradings) { share throws(Stopped) in
        isStopped = !progress(share)
        if isStopped { throw Stopped() }
      }
    } catch {
      if isStopped { return nil }
      throw error
    }
  }

  /// That the person has stopped what is done in a transaction.
  private struct Stopped: Error {}

  /// Takes in decks with their reviews, as one step: all of it, or none.
  ///
  /// - Parameters:
  ///   - gradings: the reviews; those that are there already are left out.
  ///   - suspended: cards to be suspended.
  ///   - changes: what becomes of decks' files.
  ///   - progress: is told the share done so far, and says whether to go on.
  ///   - decks: puts the files in place; if it fails, nothing is taken in.
  /// - Returns: what came of it; nil if it was stopped.
  /// - Throws: ``StoreError``; then nothing was taken in.
  public func add(
    _ gradings: [Grading], suspending suspended: [CardID], _ changes: [DeckChange],
    progress: (Double) -> Bool, decks: ([DeckChange]) throws -> Void
  ) throws(StoreError) -> Adding? {
    var isStopped = false
    do throws(StoreError) {
      return try writing(.import) { db in
        let start = try FactMarks(db)
        let adding = try add(gradings, in: db) { share throws(Stopped) in
          isStopped = !progress(share)
          if isStopped { throw Stopped() }
        }
        let time = clock().milliseconds.bounded(by: Bounds.times)
        if !adding.added.isEmpty || !changes.isEmpty {
          let action = try Action.add(
            .import, at: time, from: start, to: FactMarks(db), in: db)
          for change in changes {
            try Self.note(change.name, change.to, at: time, in: RecordLog(db: db), action: action)
          }
        }
        for card in suspended { try setSuspended(card, to: true, in: db) }
        try decks(changes)
        return adding
      }
    } catch {
      if isStopped { return nil }
      throw error
    }
  }

  private func adding(
    _ gradings: [Grading], _ progress: (Double) throws(Stopped) -> Void
  ) throws(StoreError) -> Adding {
    try writing(.import) { db in try add(gradings, in: db, progress) }
  }

  private func add(
    _ gradings: [Grading], in db: Database, _ progress: (Double) throws(Stopped) -> Void
  ) throws -> Adding {
    var adding = Adding()
    for (index, grading) in gradings.enumerated() {
      if index.isMultiple(of: 1000) { try progress(0.8 * Double(index) / Double(gradings.count)) }
      switch try isThere(grading, in: db) {
      case .kept: adding.known += 1
      case .takenBack: adding.takenBack += 1
      case nil:
        try insert(grading, into: db)
        adding.added[grading.card, default: 0] += 1
      }
    }
    try doubtCache(in: db)
    try noteAllTimes(in: db)
    for (index, card) in adding.added.keys.enumerated() {
      if index.isMultiple(of: 100) {
        try progress(0.8 + 0.2 * Double(index) / Double(adding.added.count))
      }
      _ = try replay(card, in: db)
    }
    try renewHistories(in: db)
    return adding
  }

  private enum Known {
    case kept, takenBack
  }

  /// Whether the card has that grade at that time, or had it; nil if neither.
  private func isThere(_ grading: Grading, in db: Database) throws -> Known? {
    let isUndone: [Bool] = try db.rows(
      """
      SELECT id IN (SELECT review FROM undos) FROM reviews
      WHERE card = ? AND at_ms = ? AND grade = ?
      """,
      [
        grading.card.description, grading.moment.time.milliseconds, grading.grade.rawValue,
      ]
    ) { $0[0] }
    guard !isUndone.isEmpty else { return nil }
    return isUndone.allSatisfy(\.self) ? .takenBack : .kept
  }

  /// The cards that were ever practised, in id order, each as it was the last time.
  public func practisedCards() throws(StoreError) -> [DeckAdvice.PastCard] {
    try reading { db in
      // Of a group with one max(), SQLite takes the other columns from the row that has it.
      try Row.fetchAll(
        db, sql: "SELECT card, text_hash, max(at_ms) FROM reviews GROUP BY card ORDER BY card"
      ).compactMap { row in
        let hash = (row["text_hash"] as Int64?).map { UInt64(bitPattern: $0) }
        return CardID(row["card"]).map { DeckAdvice.PastCard(id: $0, textHash: hash) }
      }
    }
  }

  private func insert(_ grading: Grading, into db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO reviews (card, at_ms, utc_offset, grade, wording, mode, duration_ms, text_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      grading.card.description, grading.moment.time.milliseconds, grading.moment.utcOffset,
      grading.grade.rawValue, grading.wording, grading.mode.rawValue, grading.duration,
      grading.textHash.map { Int64(bitPattern: $0) },
    ])
  }

  /// Sees to it that memory is rebuilt at the next opening if it follows another schedule than ours:
  /// another Starling may have kept a fit or changed a setting since this one was opened.
  func doubtCache(in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "UPDATE cache SET value = '' WHERE name = 'memory' AND value <> ?")
    try statement.execute(arguments: [schedule.stamp])
  }

  /// The reviews of a card that count, in time order.
  public func reviews(of card: CardID) throws(StoreError) -> [Review] {
    try reading { db in try gradedWordings(of: card, in: db).map(\.review) }
  }

  /// The reviews that were not taken back, those of the future among them, each with its card and how
  /// long it took in milliseconds, by time.
  public func reviewRows() throws(StoreError) -> [(card: String, review: Review, duration: Int?)] {
    try reading { db in
      var rows: [(card: String, review: Review, duration: Int?)] = []
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT card, at_ms, utc_offset, grade, duration_ms FROM reviews
          WHERE id NOT IN (SELECT review FROM undos) ORDER BY at_ms, id
          """)
      while let row = try cursor.next() {
        guard let grade = Grade(rawValue: row[3]) else { continue }
        let review = Review(
          time: Timestamp(milliseconds: row[1]), utcOffset: row[2], grade: grade)
        rows.append((row[0], review, row[4]))
      }
      return rows
    }
  }

  /// How many reviews there are that were not taken back.
  public func reviewCount() throws(StoreError) -> Int {
    try reading { db in
      try Int.fetchOne(
        db, sql: "SELECT (SELECT count(*) FROM reviews) - (SELECT count(*) FROM undos)") ?? 0
    }
  }

  private func gradedWordings(of card: CardID, in db: Database) throws
    -> [(review: Review, wording: Int)]
  {
    let statement = try db.cachedStatement(
      sql: """
        SELECT at_ms, utc_offset, grade, wording FROM reviews
        WHERE card = ? AND id NOT IN (SELECT review FROM undos) AND \(Self.isCounted("at_ms"))
        ORDER BY at_ms, id
        """)
    return try Row.fetchAll(statement, arguments: [card.description]).compactMap { row in
      Grade(rawValue: row["grade"]).map { grade in
        let time = Timestamp(milliseconds: row["at_ms"])
        return (Review(time: time, utcOffset: row["utc_offset"], grade: grade), row["wording"])
      }
    }
  }

  /// Computes a card's memory from all its reviews and saves it.
  func replay(_ card: CardID, in db: Database) throws -> Memory? {
    let history = try gradedWordings(of: card, in: db)
    let memory = schedule.model.replay(history.map(\.review), startHour: schedule.startHour)
    guard let memory, let last = history.last else {
      try db.execute(literal: "DELETE FROM memory WHERE card = \(card.description)")
      return nil
    }
    try save(
      MemoryRow(memory: memory, lastGrade: last.review.grade, lastWording: last.wording),
      of: card, in: db)
    return memory
  }
}
