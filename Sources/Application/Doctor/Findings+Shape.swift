import Store

extension Findings {
  /// What is in the database that Starling did not create, and what of it is missing, each with what
  /// can be done.
  func shapeFaults(of store: Store) throws -> [String] {
    try store.shapeDifferences().map { difference in
      if difference.isMore {
        return "\(difference.words); “starling doctor --rebuild” takes it out, after a copy"
      }
      guard difference.isMadeAnew else {
        return "\(difference.words); \(places.store.copies.offer(at: clock.now))"
      }
      let rebuild = "“starling doctor --rebuild” makes it anew"
      return difference.holdsRows
        ? "\(difference.words); \(places.store.copies.offer(at: clock.now)), and \(rebuild), with nothing in it"
        : "\(difference.words); \(rebuild)"
    }
  }
}
