public import Decks
import GRDB
public import Practice
public import Scheduler

extension Store {
  /// Records a grade: adds the review and brings the card's memory up to date.
  ///
  /// - Returns: the card's memory afterwards.
  /// - Throws: ``StoreError``; then nothing was recorded.
  public func record(_ grading: Grading) throws(StoreError) -> Memory {
    try writing { db in try record(grading, in: db).memory }
  }

  func record(_ grading: Grading, in db: Database) throws -> (memory: Memory, review: Int64) {
    try insert(grading, into: db)
    let review = db.lastInsertedRowID
    try doubtCache(in: db)
    let known = try memoryRow(of: grading.card, in: db)
    // Made earlier than one that is there already, its place is among the others; where no memory is
    // kept there may be reviews all the same.
    if known.map({ grading.moment.time < $0.memory.lastReview }) ?? true,
      let memory = try replay(grading.card, in: db)
    {
      return (memory, review)
    }
    let memory = schedule.memory(after: grading.grade, at: grading.moment, from: known?.memory)
    try save(
      MemoryRow(memory: memory, lastGrade: grading.grade, lastWording: grading.wording),
      of: grading.card, in: db)
    return (memory, review)
  }

  /// Records many grades in one transaction: all of them, or none if one cannot be.
  public func record(_ gradings: [Grading]) throws(StoreError) {
    try writing { db in
      for grading in gradings { try insert(grading, into: db) }
      try doubtCache(in: db)
      for card in Set(gradings.map(\.card)) { _ = try replay(card, in: db) }
      try renewHistories(in: db)
    }
  }

  /// Records those of some grades that are not there yet: a card has one grade at one time.
  ///
  /// - Returns: how many were new.
  /// - Throws: ``StoreError``; then none was recorded.
  public func add(_ gradings: [Grading]) throws(StoreError) -> Int {
    try writing { db in
      let known = try db.cachedStatement(
        sql: """
          SELECT 1 FROM reviews WHERE card = ? AND at_ms = ? AND grade = ?
          AND id NOT IN (SELECT review FROM undos)
          """)
      var cards: Set<CardID> = []
      var count = 0
      for grading in gradings {
        let isKnown = try Row.fetchOne(
          known,
          arguments: [
            grading.card.description, grading.moment.time.milliseconds, grading.grade.rawValue,
          ])
        guard isKnown == nil else { continue }
        try insert(grading, into: db)
        cards.insert(grading.card)
        count += 1
      }
      try doubtCache(in: db)
      for card in cards { _ = try replay(card, in: db) }
      try renewHistories(in: db)
      return count
    }
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

  /// Takes the last review back that counts, and its attempt with it: a record of its own, which names
  /// the review.
  ///
  /// - Parameters:
  ///   - moment: now.
  ///   - session: the session under way, which is kept as it is afterwards.
  ///   - known: a card that is in a deck, and so can be asked again even if the session does not
  ///     have it.
  /// - Returns: what was taken back; nil if no review is left.
  /// - Throws: ``StoreError``; then nothing was taken back.
  public func undoLast(
    at moment: Moment, in session: Session? = nil, bringing known: CardID? = nil
  ) throws(StoreError) -> UndoneReview? {
    try writing { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT id, card, grade, at_ms FROM reviews
            WHERE id NOT IN (SELECT review FROM undos) ORDER BY id DESC LIMIT 1
            """),
        let card = CardID(row["card"]), let grade = Grade(rawValue: row["grade"])
      else { return UndoneReview?.none }
      let review: Int64 = row["id"]
      try db.execute(
        literal: """
          INSERT INTO undos (review, at_ms) VALUES (\(review), \(moment.time.milliseconds))
          """)
      try doubtCache(in: db)
      let attempt = try attempt(for: review, in: db)
      if attempt != nil { try renewStanding(of: card, in: db) }
      let undone = UndoneReview(
        card: card, grade: grade, time: Timestamp(milliseconds: row["at_ms"]),
        memory: try replay(card, in: db), attempt: attempt)
      try keep(session?.without(undone, isKnown: card == known), at: moment, in: db)
      return undone
    }
  }

  /// The card of the last review that counts: what ``undoLast(at:in:bringing:)`` would take back.
  public func lastCard() throws(StoreError) -> CardID? {
    try reading { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT card FROM reviews
          WHERE id NOT IN (SELECT review FROM undos) ORDER BY id DESC LIMIT 1
          """
      ).flatMap { CardID($0) }
    }
  }

  /// Sees to it that memory is rebuilt at the next opening if it follows another schedule than ours:
  /// another Starling may have kept a fit or changed a setting since this one was opened.
  private func doubtCache(in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "UPDATE cache SET value = '' WHERE name = 'memory' AND value <> ?")
    try statement.execute(arguments: [schedule.stamp])
  }

  /// The reviews of a card that count, in time order.
  public func reviews(of card: CardID) throws(StoreError) -> [Review] {
    try reading { db in try gradedWordings(of: card, in: db).map(\.review) }
  }

  /// The reviews that count, each with its card and how long it took in milliseconds, by time.
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

  /// How many reviews count.
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
        WHERE card = ? AND id NOT IN (SELECT review FROM undos) ORDER BY at_ms, id
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
