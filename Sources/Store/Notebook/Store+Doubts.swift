import Campaign
import Decks
import GRDB

extension Store {
  /// All doubts; how often each was said well counts the good answers to its card, too.
  func doubts(in db: Database, employers: [Int64: String]) throws -> [Doubt] {
    let doubts = try Doubt.all(in: db, employers: employers)
    guard !doubts.isEmpty else { return [] }
    let counts = try goodAnswers(to: doubts, in: db)
    return doubts.map { doubt in
      var doubt = doubt
      doubt.timesSaidWell += doubt.id.flatMap { counts[$0] } ?? 0
      return doubt
    }
  }

  /// Keeps a doubt.
  ///
  /// One without a card gets its own; good answers to it are not counted twice.
  func keep(_ doubt: Doubt, in db: Database) throws -> Doubt {
    var stored = doubt
    if stored.card == nil { stored.card = Notebook.card(for: doubt) }
    let good = try doubt.id.flatMap { try goodAnswers(in: db)[$0] } ?? 0
    stored.timesSaidWell = max(0, doubt.timesSaidWell - good)
    var kept = try stored.kept(in: db)
    kept.timesSaidWell += good
    return kept
  }

  private func goodAnswers(in db: Database) throws -> [Number<Doubt>: Int] {
    let names: [(Int64, String)] = try db.rows("SELECT id, name FROM employers") {
      ($0[0], $0[1])
    }
    let employers = Dictionary(names) { first, _ in first }
    return try goodAnswers(to: Doubt.all(in: db, employers: employers), in: db)
  }

  /// How often the card of each doubt was answered well since the doubt was raised; doubts that are
  /// worded alike share their cards.
  private func goodAnswers(to doubts: [Doubt], in db: Database) throws -> [Number<Doubt>: Int] {
    let pairs: [(Number<Doubt>, Int)] = try db.rows(
      """
      SELECT d.id, count(*) FROM doubts d JOIN reviews r ON r.card = d.card AND \(Self.isGoodAnswer)
      GROUP BY d.id
      """
    ) { (Number($0[0] as Int64), $0[1]) }
    var counts = Dictionary(pairs) { first, _ in first }
    for group in doubts.groupedByCard where Set(group.map(\.card)).count > 1 {
      let cards = Set(group.compactMap(\.card))
      for doubt in group {
        guard let id = doubt.id else { continue }
        for card in cards where card != doubt.card {
          let row = try db.row(
            """
            SELECT count(*) FROM doubts d JOIN reviews r ON r.card = ?2 AND \(Self.isGoodAnswer)
            WHERE d.id = ?1
            """, [id.value, card.description])
          counts[id, default: 0] += row?[0] ?? 0
        }
      }
    }
    return counts
  }

  /// SQL that is 1 for a review `r` that counts, went well, and is not of before the doubt `d` was
  /// raised.
  private static let isGoodAnswer = """
    r.grade >= 3
      AND r.at_ms >= ifnull((SELECT starts_ms FROM interviews WHERE id = d.raised_in), r.at_ms)
      AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.review = r.id)
      AND \(isCounted("r.at_ms"))
    """

  /// Whether there is anything of which a card could be made.
  public func hasOwnCards() throws(StoreError) -> Bool {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM facts) OR EXISTS (SELECT 1 FROM doubts)")
      return try Bool.fetchOne(statement) ?? false
    }
  }
}
