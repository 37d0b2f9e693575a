import Store

extension Findings {
  /// What SQLite's own check finds in the database.
  mutating func checkDatabase() throws {
    let store = try workspace.get().store
    note(
      "database", places.store.database,
      try store.integrityFaults().map { "\($0); \(places.store.copies.offer)" })
  }
}
