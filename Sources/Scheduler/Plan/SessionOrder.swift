/// A session's candidates, best first, with exact ranks worked out only for those that can win.
struct SessionOrder {
  struct Candidate {
    var index: Int
    /// Lower tiers come first, whatever the ranks.
    var tier: Int
    /// The rank, or at least it if it is not exact.
    var bound: Double
    var isExact: Bool
  }

  private var heap: [Candidate]

  init(_ candidates: [Candidate]) {
    heap = candidates
    for position in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(position) }
  }

  /// The best that is left; `exact` gives a candidate's rank, or nil if it is out.
  mutating func next(exact: (Int) -> Double?) -> Int? {
    while let top = heap.first {
      if top.isExact {
        removeTop()
        return top.index
      }
      guard let rank = exact(top.index) else {
        removeTop()
        continue
      }
      heap[0].bound = min(rank, top.bound)
      heap[0].isExact = true
      sink(0)
    }
    return nil
  }

  private mutating func removeTop() {
    let last = heap.removeLast()
    if heap.isEmpty { return }
    heap[0] = last
    sink(0)
  }

  private static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.tier != b.tier { return a.tier < b.tier }
    if a.bound != b.bound { return a.bound > b.bound }
    return a.index < b.index
  }

  private mutating func sink(_ start: Int) {
    var position = start
    while true {
      var best = position
      var child = 2 * position + 1
      while child < heap.count && child <= 2 * position + 2 {
        if SessionOrder.precedes(heap[child], heap[best]) { best = child }
        child += 1
      }
      if best == position { return }
      heap.swapAt(position, best)
      position = best
    }
  }
}
