import Store

extension Findings {
  /// What SQLite's own check finds in the database, what Starling did not create, and values
  /// that mean nothing.
  mutating func checkDatabase() throws {
    let store = try workspace.get().store
    note(
      "database", places.store.database,
      try [store.refusal?.description].compactMap(\.self)
        + store.integrityFaults().map { "\($0); \(places.store.copies.offer(at: clock.now))" }
        // No damage, and in the copies just as well: some file has brought it in.
        + store.valueFaults().map {
          "\($0); that is harmless, and “starling doctor --rebuild” brings it right, after a copy"
        }
        + shapeFaults(of: store)
        + (places.store.isDiskFull
          ? ["\(places.store.database): the disk is full, and nothing can be kept; make room"] : [])
    )
  }

  /// What is in the database that Starling did not create, and what of it is missing, each with what
  /// can be done.
  private func shapeFaults(of store: Store) throws -> [String] {
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
