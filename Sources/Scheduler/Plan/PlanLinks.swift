/// Which cards the same answer serves: a good answer to one makes the others less pressing for a while, and
/// no two of them stand in one session.
///
/// Only the plan goes by it. Memory knows nothing of it, and figures count every card by itself.
struct PlanLinks {
  /// For so many days the others gain less.
  static let days = 7
  /// What the others gain then, as a share of what they would gain alone.
  static let share = 0.5

  /// For each item the places of those it is linked to.
  private let linked: [[Int]]
  /// For each item the first day, counted from today, on which it gains in full again.
  private var fullFrom: [Int]

  init(_ items: [PlanItem]) {
    fullFrom = items.map(\.lessUntil)
    guard items.contains(where: { !$0.links.isEmpty }) else {
      linked = []
      return
    }
    let places = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
    linked = items.map { item in item.links.compactMap { places[$0] } }
  }

  /// What counts of an item's gain on a day.
  func share(_ index: Int, on day: Int) -> Double { day < fullFrom[index] ? Self.share : 1 }

  /// Whether an item may stand in a session beside others.
  func isApart(_ index: Int, from chosen: Set<Int>) -> Bool {
    linked.isEmpty || linked[index].allSatisfy { !chosen.contains($0) }
  }

  /// Notes that an item is practised on a day; that it goes well is what is most likely.
  mutating func practised(_ index: Int, on day: Int) {
    guard !linked.isEmpty else { return }
    for other in linked[index] { fullFrom[other] = max(fullFrom[other], day + Self.days) }
  }
}
