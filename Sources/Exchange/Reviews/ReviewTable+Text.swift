public import Scheduler

extension ReviewTable {
  /// Reviews as CSV, in the layout that ``ReviewTable`` reads: with a column of durations only if one
  /// is known.
  public static func text(_ rows: [(card: String, review: Review, duration: Int?)]) -> String {
    let hasDurations = rows.contains { $0.duration != nil }
    var text = "card_id,review_time,review_rating\(hasDurations ? ",review_duration" : "")\n"
    for (card, review, duration) in rows {
      text += "\(card),\(review.time.milliseconds),\(review.grade.rawValue)"
      if hasDurations { text += "," + (duration.map(String.init) ?? "") }
      text += "\n"
    }
    return text
  }
}
