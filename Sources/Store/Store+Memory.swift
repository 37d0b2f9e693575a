public import Decks
import GRDB
public import Practice
public import Scheduler

/// A card's memory, for listings.
public struct CardMemory: Equatable, Sendable {
  public var card: CardID
  /// Nil for a card that was never practised.
  public var memory: Memory?
}

extension Store {
  /// The memories of cards by a schedule, in id order: replayed from the reviews.
  ///
  /// - Parameters:
  ///   - cards: nil means all that were practised.
  ///   - schedule: may differ from the store's own.
  ///   - end: only reviews made until then count; nil means all that count now.
  /// - Returns: all cards named, or all that were practised, in id order.
  /// - Throws: ``StoreError``.
  public func memories(
    of cards: [CardID]?, by schedule: Schedule, until end: Timestamp? = nil
  ) throws(StoreError) -> [CardMemory] {
    try reading { db in
      var found: [CardID: Memory] = [:]
      _ = try replayAll(in: db, by: schedule, until: end) { text, row in
        if let card = CardID(text) { found[card] = row.memory }
      }
      return (cards.map(Set.init) ?? Set(found.keys)).sorted()
        .map { CardMemory(card: $0, memory: found[$0]) }
    }
  }

  /// The memory of one card; nil if it was never practised.
  public func memory(of card: CardID) throws(StoreError) -> Memory? {
    try reading { db in try memoryRow(of: card, in: db)?.memory }
  }

  /// What rebuilding found.
  public struct Rebuilding: Equatable, Sendable {
    /// Cards with a memory.
    public var cards: Int
    /// Reviews that count.
    public var reviews: Int
    /// Cards whose kept memory was not what their reviews come to.
    public var corrected: Int
  }

  /// Computes every card's memory from its reviews and keeps that.
  @discardableResult
  public func rebuildMemory() throws(StoreError) -> Rebuilding {
    try writing(.upkeep) { db in try rebuildMemory(in: db) }
  }

  func rebuildMemory(in db: Database) throws -> Rebuilding {
    let before = try keptMemories(in: db)
    var rebuilt: [(card: String, row: MemoryRow)] = []
    let count = try replayAll(in: db, by: schedule) { rebuilt.append(($0, $1)) }
    let corrected =
      rebuilt.count { before[$0.card] != .some($0.row.memory) }
      + Set(before.keys).subtracting(rebuilt.map(\.card)).count
    try db.execute(sql: "DELETE FROM memory")
    for (text, row) in rebuilt {
      if let card = CardID(text) { try save(row, of: card, in: db) }
    }
    try noteAllTimes(in: db)
    try renewStandings(in: db)
    try forgetHistories(in: db)
    try renewHistories(in: db)
    try db.execute(
      literal: """
        INSERT OR REPLACE INTO cache (name, value) VALUES ('memory', \(schedule.stamp))
        """)
    return Rebuilding(cards: rebuilt.count, reviews: count, corrected: corrected)
  }

  /// Cards whose kept memory is not what their reviews come to; empty when all is well.
  public func staleMemories() throws(StoreError) -> [CardID] {
    try reading { db in
      var kept = try keptMemories(in: db)
      var stale: [CardID] = []
      _ = try replayAll(in: db, by: schedule) { text, row in
        if kept.removeValue(forKey: text) != .some(row.memory), let card = CardID(text) {
          stale.append(card)
        }
      }
      return stale + kept.keys.compactMap { CardID($0) }.sorted()
    }
  }

  private func keptMemories(in db: Database) throws -> [String: Memory?] {
    var kept: [String: Memory?] = [:]
    // What is unfit is none: it is about to be computed, or to be called stale.
    try UnfitValues.$current.withValue(nil) {
      let rows = try Row.fetchCursor(db, sql: "SELECT \(MemoryRow.columns), m.card FROM memory m")
      while let row = try rows.next() {
        kept[row["card"]] = .some(MemoryRow(row)?.memory)
      }
    }
    return kept
  }

  /// Gives `body` each card with what its reviews come to; returns how many reviews count.
  private func replayAll(
    in db: Database, by schedule: Schedule, until end: Timestamp? = nil,
    _ body: (String, MemoryRow) -> Void
  ) throws -> Int {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT card, at_ms, utc_offset, grade, wording FROM reviews
        WHERE id NOT IN (SELECT review FROM undos) AND at_ms BETWEEN ? AND ?
        ORDER BY card, at_ms, id
        """,
      arguments: [
        Timestamp.firstHappening.milliseconds,
        (end ?? countedTimes.upperBound).milliseconds,
      ])
    var card = ""
    var current: MemoryRow?
    var count = 0
    while let row = try rows.next() {
      guard let grade = Grade(rawValue: row[3]) else { continue }
      let next: String = row[0]
      if next != card {
        if let current { body(card, current) }
        card = next
        current = nil
      }
      let moment = Moment(time: Timestamp(milliseconds: row[1]), utcOffset: row[2])
      let memory = schedule.memory(after: grade, at: moment, from: current?.memory)
      current = MemoryRow(memory: memory, lastGrade: grade, lastWording: row[4])
      count += 1
    }
    if let current { body(card, current) }
    return count
  }
}
