import GRDB
public import Practice

extension Store {
  /// The tables of the person's that are not in the database, by name; what was in them is gone.
  public func missingTables() throws(StoreError) -> [String] {
    try reading { db in
      let there = Set(try Schema.personalTables(in: db))
      return TableRules.all.keys.filter { !there.contains($0) }.sorted()
    }
  }

  /// What taking it into a new database would refuse; nil if it would take all.
  public func refusal(of belongings: Belongings, at moment: Moment) throws(StoreError) -> String? {
    do {
      let fresh = try DatabaseQueue()
      try Schema.migrator.migrate(fresh)
      try fresh.inDatabase { _ = try Self.check(belongings, at: moment.time, in: $0) }
      return nil
    } catch StoreError.unfitting(let detail) {
      return detail
    } catch {
      throw StoreError(error, doing: .reading, path: location.database)
    }
  }
}
