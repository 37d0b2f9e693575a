public import Decks
import GRDB
public import Practice

extension Store {
  /// SQL that the index of attempts in seconds is made for.
  private static let inSeconds = "(a.guess IS NOT NULL OR a.purpose IN ('drill', 'panel'))"

  /// How many wordings of cards were met in drills and before panels, which give no grade.
  public func wordingsDrilled() throws(StoreError) -> [CardID: Int] {
    try reading { db in
      try db.rows(
        """
        SELECT a.card, count(DISTINCT a.wording) FROM attempts a
        WHERE \(Self.inSeconds) AND a.review IS NULL AND \(Attempt.counts) GROUP BY a.card
        """
      ) { row -> (CardID?, Int) in (CardID(row[0]), row[1]) }
      .reduce(into: [:]) { counts, row in
        if let card = row.0 { counts[card] = row.1 }
      }
    }
  }

  /// How well the person reads what questions are after, and how fast stories come to mind.
  public func quickness() throws(StoreError) -> QuickRecord {
    try reading { db in
      var record = QuickRecord()
      _ = try db.rows(
        """
        SELECT a.guess, a.guess_of, a.guess_ms, a.purpose, a.mode, a.duration_ms, a.ticks
        FROM attempts a WHERE \(Self.inSeconds) AND \(Attempt.counts) ORDER BY a.at_ms, a.id
        """
      ) { row in
        if let named: String = row[0], let meant: String = row[1] {
          let time = (row[2] as Int?)?.bounded(by: Bounds.durations)
          record.count(FamilyGuess(named, of: meant, milliseconds: time ?? 0))
        }
        guard row[3] == Attempt.Purpose.drill.rawValue, row[4] == AnswerMode.pick.rawValue else {
          return
        }
        let ticks: String = row[6]
        record.countPick(
          fits: ticks.split(separator: " ").contains(Substring(Tick.named.rawValue)),
          milliseconds: (row[5] as Int?)?.bounded(by: Bounds.durations))
      }
      return record
    }
  }
}
