import Store

extension Findings {
  /// What SQLite's own check finds in the database, and values that mean nothing.
  mutating func checkDatabase() throws {
    let store = try workspace.get().store
    note(
      "database", places.store.database,
      (try store.integrityFaults() + store.valueFaults().map { "\($0)" })
        .map { "\($0); \(places.store.copies.offer)" })
  }
}
