import Decks
import Scheduler

/// Which cards the same true story answers, for choosing what to practise.
struct StoryLinks {
  private let likes: [CardID: [CardID]]
  private let last: [CardID: Day]

  /// - Parameter prospects: the cards there are.
  init(_ prospects: [Prospect]) {
    var likes: [CardID: [CardID]] = [:]
    for prospect in prospects {
      for other in prospect.likes {
        // A link that only one of two decks names holds in both directions.
        likes[prospect.id, default: []].append(other)
        likes[other, default: []].append(prospect.id)
      }
    }
    self.likes = likes
    var last: [CardID: Day] = [:]
    for prospect in prospects where !prospect.likes.isEmpty || likes[prospect.id] != nil {
      guard let memory = prospect.memory, let grade = prospect.lastGrade,
        [.good, .easy].contains(grade)
      else { continue }
      last[prospect.id] = memory.lastDay
    }
    self.last = last
  }

  var isEmpty: Bool { likes.isEmpty }

  /// The cards that the same story answers.
  func linked(to card: CardID) -> [CardID] { likes[card] ?? [] }

  /// On how many days from today on a card gains less, since one like it went well lately.
  func daysOfLess(_ card: CardID, from today: Day) -> Int {
    linked(to: card).compactMap { last[$0] }.map { PlanItem.daysOfLess - (today - $0) }.max()
      .map { max(0, $0) } ?? 0
  }
}
