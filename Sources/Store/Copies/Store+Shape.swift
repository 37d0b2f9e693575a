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

  /// One thing that is not as this program makes it.
  public struct ShapeFault: Sendable {
    /// A clause: `it has a trigger “evil” that Starling does not make`.
    public var words: String
    /// Whether it is one that Starling did not create.
    public var isMore: Bool
    /// Whether ``mend(at:)`` makes it anew.
    public var isMadeAnew: Bool
    /// Whether what was in it is gone with it.
    public var holdsRows: Bool
  }

  /// The same with what can be done about each.
  public func shapeDifferences() throws(StoreError) -> [ShapeFault] {
    try reading { db in
      try SchemaShape(of: db).differences(from: .own()).map {
        ShapeFault(
          words: $0.words, isMore: $0.sort == .more, isMadeAnew: $0.isMadeAnew,
          holdsRows: $0.hasLostRows)
      }
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
    try writing(.upkeep) { db in
      // What belongs to a table goes with it.
      for stranger in try Self.strangers(in: db) {
        try db.execute(
          sql: "DROP \(stranger.kind) IF EXISTS main.\(stranger.name.quotedDatabaseIdentifier)")
      }
    }
    return Removal(things: strangers.map { "\($0.kind) “\($0.name)”" }, copy: copy)
  }

  /// What was brought right in the database.
  public struct Mending: Equatable, Sendable {
    /// What was missing, or not as Starling makes it, and is made anew: `table “notes”`.
    public var made: [String]
    /// Values that meant nothing.
    public var values: [ValueFault]
    /// The copy of the database as it was before.
    public var copy: String?
  }

  /// Makes anew what is missing in the database, and brings values right that mean nothing; a copy of
  /// all comes first.
  ///
  /// A table that is missing comes back empty. Values become what they were read as.
  ///
  /// - Parameters:
  ///   - moment: now.
  ///   - known: the copy, if one was just made.
  /// - Returns: what was done; nil if there was nothing to do.
  /// - Throws: ``StoreError``; then everything is as it was.
  public func mend(at moment: Moment, copiedAs known: String? = nil) throws(StoreError) -> Mending?
  {
    let isWhole = try reading { db in
      try SchemaShape(of: db).differences(from: .own()).allSatisfy { !$0.isMadeAnew }
    }
    let faults = try valueFaults(limit: 1)
    guard !isWhole || !faults.isEmpty else { return nil }
    var copy = known
    if copy == nil { copy = try makeCopy(.rebuild, at: moment) }
    let kept = copy
    return try writing(.upkeep) { db in
      let made = try Self.makeMissing(in: db)
      let values = try ValueMending(db: db).mend()
      guard !made.isEmpty || !values.isEmpty else { return Mending?.none }
      return Mending(made: made.map(\.title), values: values, copy: kept)
    }
  }

  private static func makeMissing(in db: Database) throws -> [SchemaShape.Difference] {
    let own = try SchemaShape.own()
    let missing = try SchemaShape(of: db).differences(from: own)
      .filter { $0.isMadeAnew && $0.sort != .more }
    try Schema.mendDerivedTables(in: db)
    let left = try SchemaShape(of: db).differences(from: own).filter(\.isMadeAnew)
    for thing in left where thing.sort == .other {
      try db.execute(sql: "DROP \(thing.kind) main.\(thing.name.quotedDatabaseIdentifier)")
    }
    for statement in try SchemaShape.ownStatements()
    where left.contains(where: { $0.name == statement.name && $0.sort != .more }) {
      try db.execute(sql: statement.sql)
    }
    return missing
  }

  /// Triggers come first: they could do something while others go.
  private static func strangers(in db: Database) throws -> [SchemaShape.Difference] {
    let found = try SchemaShape(of: db).differences(from: .own()).filter { $0.sort == .more }
    return found.filter { $0.kind == "trigger" } + found.filter { $0.kind != "trigger" }
  }
}
