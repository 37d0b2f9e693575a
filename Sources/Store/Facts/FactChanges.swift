/// What has become of a home's facts.
struct FactChanges {
  /// Whether the cards of all of it stand here, as where only rows were read that have to do with it.
  var areKnown = true
  /// Whether fits came or went.
  var hasFits = false
  /// Whether rows that were there are others now.
  var hasRewritten = false
  /// The cards of reviews that came, went or changed, and of attempts.
  private(set) var reviewed: Set<String> = []
  var answered: Set<String> = []
  /// The times of those reviews.
  private(set) var times: Set<Int64> = []
  private(set) var undone: Set<Int64> = []

  var isEmpty: Bool { !hasFits && reviewed.isEmpty && answered.isEmpty }
  var cards: Set<String> { reviewed.union(answered) }

  mutating func note(review key: Facts.ReviewKey, isUndone: Bool) {
    reviewed.insert(key.card)
    if isUndone { undone.insert(key.at) } else { times.insert(key.at) }
  }
}
