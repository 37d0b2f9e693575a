import GRDB
public import Practice

extension Store {
  /// What the database consists of that is not as this program makes it, a clause each; empty when all
  /// is.
  public func shapeFaults() throws(StoreError) -> [String] {
    try reading { db in
      try SchemaShape(of: db).differences(from: .own()).map(\.words)
    }
  }

  /// What was taken out of the database.
  public struct Removal: Equatable, Sendable {
    /// A name each: `trigger “evil”`.
    public var things: [String]
    /// The copy of the database as it was before.
    public var copy: String?
  }

  /// Takes out what Starling did not create, a copy of all first: a trigger would go on doing what it does.
  ///
  /// - Returns: what was taken out; nil if there was nothing.
  /// - Throws: ``StoreError``; then everything is there still.
  public func removeStrangers(at moment: Moment) throws(StoreError) -> Removal? {
    let strangers = try reading { db in try Self.strangers(in: db) }
    guard !strangers.isEmpty else { return nil }
    let copy = try makeCopy(.rebuild, at: moment)
    try writing { db in
      // What belongs to a table goes with it.
      for stranger in try Self.strangers(in: db) {
        try db.execute(
          sql: "DROP \(stranger.kind) IF EXISTS main.\(stranger.name.quotedDatabaseIdentifier)")
      }
    }
    return Removal(things: strangers.map { "\($0.kind) “\($0.name)”" }, copy: copy)
  }

  /// Triggers come first: they could do something while others go.
  private static func strangers(in db: Database) throws -> [SchemaShape.Difference] {
    let found = try SchemaShape(of: db).differences(from: .own()).filter { $0.sort == .more }
    return found.filter { $0.kind == "trigger" } + found.filter { $0.kind != "trigger" }
  }
}
