import Store

extension Findings {
  /// What SQLite's own check finds in the database, what no Starling makes, and values that mean
  /// nothing.
  mutating func checkDatabase() throws {
    let store = try workspace.get().store
    note(
      "database", places.store.database,
      try store.integrityFaults().map { "\($0); \(places.store.copies.offer)" }
        // No damage, and in the copies just as well: some file has brought it in.
        + store.valueFaults().map { "\($0); it stops nothing, and editing it mends it" }
        + shapeFaults(of: store))
  }
}
