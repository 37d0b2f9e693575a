import Decks
import GRDB
public import Practice
import Scheduler

extension Store {
  /// How long a pause between two goes may be for the second to have taken it, as a share of what is
  /// usual.
  private static let longestPause = 2.5
  /// What is shorter was no answer, but a look.
  private static let shortest = 0.25
  /// So many reviews are looked at, the latest first.
  private static let looked = 600

  /// What practice takes the person, from their own latest goes.
  ///
  /// A go takes the time since the one before in the same sitting: follow-ups and ticks are in it. The
  /// clock of the answer alone counts where there is nothing before it, and for reviews that came from
  /// elsewhere. A card that came back on the same day, which is quicker, doesn't count.
  ///
  /// - Throws: ``StoreError``.
  public func practiceMinutes() throws(StoreError) -> PracticeMinutes {
    try reading { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT r.card, r.at_ms, r.utc_offset, r.duration_ms, ifnull(a.kind, c.kind),
              a.id IS NOT NULL
            FROM (SELECT * FROM reviews ORDER BY id DESC LIMIT \(Self.looked)) r
            LEFT JOIN attempts a ON a.review = r.id
            LEFT JOIN deck_index.cards c ON c.card = r.card
            WHERE r.id NOT IN (SELECT review FROM undos)
            ORDER BY r.at_ms, r.id
            """))
      var goes: [CardKind: [Double]] = [:]
      var seen: Set<DayOfCard> = []
      var before: Int64?
      for row in rows {
        let time: Int64 = row[1]
        let pause = before.map { Double(time - $0) / 60_000 }
        before = time
        let moment = Moment(time: Timestamp(milliseconds: time), utcOffset: row[2])
        let day = DayOfCard(card: row[0], day: moment.day(startHour: schedule.startHour))
        guard seen.insert(day).inserted, let kind = (row[4] as String?).flatMap(CardKind.init)
        else { continue }
        let clock = (row[3] as Int64?).map { Double($0) / 60_000 }
        let least = max(clock ?? 0, Self.shortest * kind.minutes)
        let wasHere: Bool = row[5]
        if wasHere, let pause, pause >= least, pause <= Self.longestPause * kind.minutes {
          goes[kind, default: []].append(pause)
        } else if let clock, clock >= Self.shortest * kind.minutes {
          goes[kind, default: []].append(clock)
        }
      }
      return PracticeMinutes(goes.mapValues { Array($0.suffix(PracticeMinutes.remembered)) })
    }
  }

  private struct DayOfCard: Hashable {
    var card: String
    var day: Day
  }
}
