import GRDB
import Practice

extension Store {
  /// The days on which anything was graded; no more than so many are counted.
  public func practisedDays(atMost count: Int) throws(StoreError) -> Int {
    try reading { db in
      let startHour = Int64(schedule.startHour)
      return try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (
            SELECT DISTINCT (at_ms + utc_offset * 1000 - ? * 3600000) / 86400000
            FROM reviews WHERE id NOT IN (SELECT review FROM undos) LIMIT ?)
          """, arguments: [startHour, count]) ?? 0
    }
  }
}
