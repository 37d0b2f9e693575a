/// Puts things in an order in which neighbours are of different families: choosing which story fits is
/// part of what is practised.
enum FamilyOrder {
  /// The same things with neighbours from different families wherever that can be, and otherwise in
  /// the order given.
  ///
  /// The first that fits is taken, unless what is left could then no longer be kept apart: of three
  /// things of one family and two others that family has to begin.
  ///
  /// - Parameters:
  ///   - things: what to put in order, what matters most first.
  ///   - last: the family of what comes right before; nil if nothing does.
  ///   - family: the family of a thing; things without one are nobody's kin.
  /// - Returns: all of them.
  static func alternating<Thing>(
    _ things: [Thing], after last: String? = nil, family: (Thing) -> String?
  ) -> [Thing] {
    var waiting = things.map { (thing: $0, family: family($0)) }
    var counts: [String: Int] = [:]
    for case (_, let family?) in waiting { counts[family, default: 0] += 1 }
    var last = last
    var arranged: [Thing] = []
    while !waiting.isEmpty {
      let place = waiting.firstIndex { candidate in
        guard let family = candidate.family else { return isOpen(waiting.count - 1, counts, nil) }
        var rest = counts
        rest[family, default: 1] -= 1
        return family != last && isOpen(waiting.count - 1, rest, family)
      }
      let chosen = waiting.remove(
        at: place ?? waiting.firstIndex { $0.family == nil || $0.family != last } ?? 0)
      if let family = chosen.family { counts[family, default: 1] -= 1 }
      last = chosen.family
      arranged.append(chosen.thing)
    }
    return arranged
  }

  /// Whether `count` things can still be kept apart after one of the family `last`.
  private static func isOpen(_ count: Int, _ families: [String: Int], _ last: String?) -> Bool {
    families.allSatisfy { $1 <= ($0 == last ? count / 2 : (count + 1) / 2) }
  }
}
