extension [Kept<Doubt>] {
  /// The doubts by the card that practises the reply.
  ///
  /// Those with one card belong together, and those that one employer words alike, whatever capitals it
  /// uses. The first of each group has the group's card. The same doubt is voiced in two rounds, is written down twice, or comes in from elsewhere.
  public var groupedByCard: [[Kept<Doubt>]] {
    var groups: [[Kept<Doubt>]] = []
    var places: [String: Int] = [:]
    for doubt in self {
      let wording = "\(doubt.employer)\n\(doubt.text)".lowercased()
      let keys = [wording] + (doubt.card.map { ["card \($0)"] } ?? [])
      let place = keys.compactMap { places[$0] }.first ?? groups.count
      if place == groups.count { groups.append([]) }
      groups[place].append(doubt)
      for key in keys { places[key] = places[key] ?? place }
    }
    return groups
  }
}
