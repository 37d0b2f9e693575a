import Campaign
import Decks
import GRDB

extension Store {
  /// All doubts; how often each was said well counts the good answers to its card, too.
  func doubts(in db: Database, employers: [Int64: String]) throws -> [Doubt] {
    let doubts = try Doubt.all(in: db, employers: employers)
    guard !doubts.isEmpty else { return [] }
    let counts = try goodAnswers(in: db)
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

  /// How often the card of each doubt was answered well since the doubt was raised.
  private func goodAnswers(in db: Database) throws -> [Number<Doubt>: Int] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT d.id, count(*) FROM doubts d
        JOIN reviews r ON r.card = d.card AND r.grade >= 3
        LEFT JOIN interviews i ON i.id = d.raised_in
        WHERE r.at_ms >= ifnull(i.starts_ms, r.at_ms)
          AND NOT EXISTS (SELECT 1 FROM undos u WHERE u.review = r.id)
        GROUP BY d.id
        """)
    let pairs = try Row.fetchAll(statement).map { (Number<Doubt>($0[0] as Int64), $0[1] as Int) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Whether there is anything of which a card could be made.
  public func hasOwnCards() throws(StoreError) -> Bool {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM facts) OR EXISTS (SELECT 1 FROM doubts)")
      return try Bool.fetchOne(statement) ?? false
    }
  }
}
