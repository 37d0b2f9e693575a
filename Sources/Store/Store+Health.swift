import GRDB

extension Store {
  /// What SQLite's own check finds wrong in the file; empty when it is sound.
  public func integrityFaults() throws(StoreError) -> [String] {
    try reading { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA main.integrity_check")
        .filter { $0 != "ok" }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA main.foreign_key_check").map { row in
        "\(row["table"] as String? ?? "a table") names a row of \(row["parent"] as String? ?? "another") that is not there"
      }
      return integrity + orphans
    }
  }
}
