import Decks
import GRDB
import Practice
import Scheduler

/// What the `memory` table keeps of a card beside the dates that follow from it.
struct MemoryRow {
  var memory: Memory
  var lastGrade: Grade
  var lastWording: Int

  init(memory: Memory, lastGrade: Grade, lastWording: Int) {
    self.memory = memory
    self.lastGrade = lastGrade
    self.lastWording = lastWording
  }

  /// Reads the columns named by ``columns``, from `offset` on; nil if there are none, or if they are
  /// not what reviews come to, which is noted.
  init?(_ row: Row, from offset: Int = 0) {
    guard let stability: Double = row[offset] else { return nil }
    let state = MemoryState(
      stability: stability, fastStability: row[offset + 1], difficulty: row[offset + 2])
    let numbers: (reps: Int, lapses: Int) = (row[offset + 5], row[offset + 6])
    guard let lastTime = row.computedTime(offset + 3), let lastDay = row.computedDay(offset + 4),
      let grade = Grade(rawValue: row[offset + 7]), state.isPlausible,
      Self.counts.contains(numbers.reps), Self.counts.contains(numbers.lapses)
    else {
      UnfitValues.noteDerived()
      return nil
    }
    memory = Memory(
      state: state, lastReview: Timestamp(milliseconds: lastTime), lastDay: Day(number: lastDay),
      reps: numbers.reps, lapses: numbers.lapses)
    lastGrade = grade
    lastWording = row[offset + 8]
  }

  /// Nobody has graded a card more often.
  private static let counts = 0...1_000_000_000

  static let columns = """
    m.stability, m.fast_stability, m.difficulty, m.last_ms, m.last_day, m.reps, m.lapses, \
    m.last_grade, m.last_wording
    """
}

extension MemoryState {
  /// Whether the model may have made it of reviews.
  var isPlausible: Bool {
    [stability, fastStability, difficulty].allSatisfy(\.isFinite) && stability > 0
      && fastStability >= 0 && difficulty >= 0
  }
}

extension Store {
  /// SQL that is 1 for a card that is in a deck now which is on, and not suspended.
  static func isActive(_ card: String) -> String {
    """
    (EXISTS (SELECT 1 FROM deck_index.cards c WHERE c.card = \(card)
        AND c.deck NOT IN (\(decksOff)))
      AND NOT EXISTS (SELECT 1 FROM card_states s WHERE s.card = \(card) AND s.is_suspended))
    """
  }

  /// Says anew which memories are of cards that can be practised; for after a change of the decks.
  func markActiveMemories(in db: Database) throws {
    let isActive = Self.isActive("memory.card")
    try db.execute(
      sql: "UPDATE memory SET is_active = \(isActive) WHERE is_active <> \(isActive)")
  }

  func memoryRow(of card: CardID, in db: Database) throws -> MemoryRow? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(MemoryRow.columns) FROM memory m WHERE card = ?")
    return try Row.fetchOne(statement, arguments: [card.description]).flatMap { MemoryRow($0) }
  }

  /// Saves a card's memory with the dates that the schedule gives it.
  func save(_ row: MemoryRow, of card: CardID, in db: Database) throws {
    try doubtDecks(in: db)
    let memory = row.memory
    let schedule = schedule
    var dueDay: Int?
    var dueTime: Int64?
    switch schedule.due(of: memory, card: card) {
    case .day(let day): dueDay = day.number
    case .time(let time): dueTime = time.milliseconds
    }
    let weakFrom = Weakness.start(of: memory, lastGrade: row.lastGrade, model: schedule.model)
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO memory
        VALUES (?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, \(Self.isActive("?1")))
        """)
    try statement.execute(arguments: [
      card.description, memory.state.stability, memory.state.fastStability,
      memory.state.difficulty, memory.lastReview.milliseconds, memory.lastDay.number, memory.reps,
      memory.lapses, row.lastGrade.rawValue, row.lastWording, dueDay, dueTime,
      weakFrom.milliseconds,
    ])
  }
}
