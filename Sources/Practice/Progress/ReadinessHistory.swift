import Decks
import Scheduler

/// Adds up, card by card, what readiness was at some times gone by.
struct ReadinessHistory {
  private let model: any MemoryModel
  /// In time order.
  private let times: [Timestamp]
  /// The families of the cards that count, in the order of all families.
  private let families: [String]
  /// The indices of families and priorities of the cards that count.
  private var members: [CardID: (family: Int?, priority: Double)] = [:]
  /// What each family's cards weigh together, and in the last place all cards.
  private var weights: [Double]
  /// For each time what was recalled of that.
  private var sums: [[Double]]

  init(
    of prospects: [Prospect], at times: [Timestamp], model: any MemoryModel,
    families order: [String]
  ) {
    self.model = model
    self.times = times
    let counted = Readiness.counted(prospects)
    let present = Set(counted.map(\.family))
    let families = order.filter { present.contains($0) }
    self.families = families
    weights = [Double](repeating: 0, count: families.count + 1)
    sums = times.map { _ in [Double](repeating: 0, count: families.count + 1) }
    for prospect in counted {
      let priority = prospect.priorities.first ?? 1
      let family = families.firstIndex { $0 == prospect.family }
      members[prospect.id] = (family, priority)
      if let family { weights[family] += priority }
      weights[families.count] += priority
    }
  }

  /// Takes in a card's reviews, which are in time order.
  mutating func add(_ reviews: [PastReview], of card: CardID) {
    guard let (family, priority) = members[card] else { return }
    var last = reviews.count - 1
    for index in times.indices.reversed() {
      while last >= 0, reviews[last].time > times[index] { last -= 1 }
      guard last >= 0 else { return }
      let review = reviews[last]
      let recall =
        priority
        * model.retrievability(
          of: review.state, afterDays: max(0, times[index].days(since: review.time)))
      if let family { sums[index][family] += recall }
      sums[index][families.count] += recall
    }
  }

  /// Readiness at each of the times.
  var readiness: [Readiness] {
    sums.map { sums in
      let shares = zip(sums, weights).map { $1 > 0 ? $0 / $1 : 0 }
      return Readiness(
        whole: shares.last ?? 0,
        families: zip(families, shares).map { Readiness.Share(family: $0, recall: $1) })
    }
  }
}
