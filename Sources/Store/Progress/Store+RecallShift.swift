import Decks
import FoundationEssentials
import GRDB
import Practice
public import Scheduler

extension Store {
  /// By how much the person recalls better or worse than the model expects, from what was practised
  /// last: enough of it to know, and little enough to read at once.
  ///
  /// - Throws: ``StoreError``.
  public func recallShift() throws(StoreError) -> RecallShift {
    try deriving { db in
      try renewHistories(in: db)
      var reviews: [PastReview] = []
      var answers: [(expected: Retrievability, recalled: Bool)] = []
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT reviews FROM histories WHERE card IN
              (SELECT card FROM (SELECT card FROM reviews ORDER BY id DESC LIMIT 1000))
            """))
      while let row = try rows.next() {
        try row.withUnsafeData(atIndex: 0) { data in
          (data ?? Data()).withUnsafeBytes { HistoryRecord.reviews(in: $0, into: &reviews) }
        }
        for (before, review) in zip(reviews, reviews.dropFirst()) where review.day > before.day {
          if let expected = review.expected {
            answers.append((expected, review.grade != .again))
          }
        }
      }
      return RecallShift(answers: answers)
    }
  }
}
