import Campaign
import Decks
import GRDB

extension Store {
  /// Counts the good answers to the cards of doubts, too, as times that they were said well.
  static func countGoodAnswers(to doubts: inout [Kept<Doubt>], in db: Database) throws {
    guard !doubts.isEmpty else { return }
    let counts = try goodAnswers(to: doubts, in: db)
    for index in doubts.indices { doubts[index].timesSaidWell += counts[doubts[index].id] ?? 0 }
  }

  /// How often the card of each doubt was answered well since it was raised.
  static func goodAnswers(in db: Database) throws -> [Number<Doubt>: Int] {
    let names: [(Int64, String)] = try db.rows("SELECT id, name FROM employers") {
      ($0[0], $0[1])
    }
    let doubts = try Doubt.rows(in: db, employers: Dictionary(names) { first, _ in first })
    return try goodAnswers(to: doubts.map { Kept(Number($0.number), $0.thing) }, in: db)
  }

  /// How often the card of each doubt was answered well since the doubt was raised; doubts that are
  /// worded alike share their cards.
  private static func goodAnswers(
    to doubts: [Kept<Doubt>], in db: Database
  ) throws -> [Number<Doubt>: Int] {
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
        for card in cards where card != doubt.card {
          let row = try db.row(
            """
            SELECT count(*) FROM doubts d JOIN reviews r ON r.card = ?2 AND \(Self.isGoodAnswer)
            WHERE d.id = ?1
            """, [doubt.id.value, card.description])
          counts[doubt.id, default: 0] += row?[0] ?? 0
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
