import GRDB

extension Store {
  /// Whether anything was written down by which some cards count more than others.
  ///
  /// Asked before each session, and most often answered no: then no notebook has to be read.
  public func hasPriorities() throws(StoreError) -> Bool {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM requirements) OR EXISTS (SELECT 1 FROM doubts)
            OR EXISTS (SELECT 1 FROM log_entries)
            OR EXISTS (SELECT 1 FROM interviews WHERE is_logged)
          """)
      return try Bool.fetchOne(statement) ?? false
    }
  }

  /// Whether any story was ever written down.
  public func hasStories() throws(StoreError) -> Bool {
    try reading { db in try db.row("SELECT EXISTS (SELECT 1 FROM stories)")?[0] ?? false }
  }

  /// Whether an employer may have a doubt already: a round is logged, or a doubt written down.
  public func mayBeDoubted() throws(StoreError) -> Bool {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM doubts) OR EXISTS (SELECT 1 FROM log_entries)
            OR EXISTS (SELECT 1 FROM interviews WHERE is_logged)
          """)
      return try Bool.fetchOne(statement) ?? false
    }
  }
}
