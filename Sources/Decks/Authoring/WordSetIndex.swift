/// Finds sets of words that are alike, without comparing each with each.
///
/// Two sets with a Jaccard index of at least t share a word among the first ⌊(1 − t)·n⌋ + 1 of each,
/// when both are sorted by one order with rare words first (prefix filtering: Bayardo, Ma and
/// Srikant 2007). Only sets that do are compared.
struct WordSetIndex {
  private let frequency: [String: Int]
  private var sets: [Set<String>] = []
  private var holders: [String: [Int]] = [:]

  /// - Parameter sets: All sets that will be inserted or looked for; they tell which words are rare.
  init(sets: [Set<String>]) {
    var frequency: [String: Int] = [:]
    for set in sets {
      for word in set { frequency[word, default: 0] += 1 }
    }
    self.frequency = frequency
  }

  /// Adds a set and returns the numbers of those inserted before that are like it, in order.
  mutating func insert(_ set: Set<String>, likeness: Double) -> [Int] {
    let near = near(set, likeness: likeness)
    for word in prefix(of: set, likeness: likeness) {
      holders[word, default: []].append(sets.count)
    }
    sets.append(set)
    return near
  }

  /// The numbers of the sets that are like a set, in the order in which they were inserted.
  func near(_ set: Set<String>, likeness: Double) -> [Int] {
    var candidates: Set<Int> = []
    for word in prefix(of: set, likeness: likeness) { candidates.formUnion(holders[word] ?? []) }
    return candidates.filter { other in
      let common = sets[other].count { set.contains($0) }
      return Double(common) >= likeness * Double(set.count + sets[other].count - common)
    }.sorted()
  }

  private func prefix(of set: Set<String>, likeness: Double) -> ArraySlice<String> {
    let rareFirst = set.sorted { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }
    return rareFirst.prefix(Int((1 - likeness) * Double(set.count) + 1e-9) + 1)
  }
}
