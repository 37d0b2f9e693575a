import GRDB
import Glibc
import Practice

/// A copy that is to be brought back, looked at as a whole in a temporary place.
///
/// Nothing of the copy is believed but the rows of the tables that Starling makes: they are taken over
/// into a database made anew, so that neither triggers nor settings of the file come along.
struct CopyCheck {
  /// What is to be brought back, as the person named it.
  let path: String
  let folder: RestoringFolder

  /// What can take the place of the database that is there.
  struct Fresh {
    /// A database in memory: on a disk that is nearly full there may be no room for another.
    var database: DatabaseQueue
    /// How many reviews count in it.
    var reviews: Int
    /// The first value in it that means nothing, though it does no harm.
    var oddity: ValueFault?
  }

  /// Checks the copy, and makes a database of what is the person's own in it.
  ///
  /// - Parameter pageSize: of the database to be made, in bytes; nil for SQLite's own choice.
  /// - Returns: the database, and what is to be said of it.
  /// - Throws: ``StoreError/notACopy(path:detail:)`` and ``StoreError/newerSchema(path:)`` for what is
  ///   no copy of Starling's, others for what went wrong.
  func makeFresh(pageSize: Int?) throws(StoreError) -> Fresh {
    let copy = folder.file("copy.sqlite")
    try FileCopy.copyDatabase(at: path, to: copy)
    guard DatabaseFile(copy).isContinuedByItsLog() else {
      throw refuse("the log beside it is that of another database")
    }
    do {
      let queue = try DatabaseQueue(path: copy, configuration: Self.careful)
      try queue.inDatabase { try check($0) }
      try Schema.migrator.migrate(queue)
      let oddity = try queue.inDatabase { try checkValues($0) }
      try queue.close()
      let fresh = try DatabaseQueue(configuration: Self.careful)
      if let pageSize {
        try fresh.inDatabase { try $0.execute(sql: "PRAGMA page_size = \(pageSize)") }
      }
      try Schema.migrator.migrate(fresh)
      let reviews = try fresh.inDatabase { db in
        try db.execute(sql: "ATTACH ? AS copy", arguments: [copy])
        try db.inTransaction {
          try fill(db)
          return .commit
        }
        try db.execute(sql: "DETACH copy")
        return try Int.fetchOne(
          db, sql: "SELECT (SELECT count(*) FROM reviews) - (SELECT count(*) FROM undos)")
      }
      // Its room may be needed.
      folder.remove("copy.sqlite")
      return Fresh(database: fresh, reviews: reviews ?? 0, oddity: oddity)
    } catch {
      throw refusal(error)
    }
  }

  /// Opens a file of unknown origin: what its schema calls is not trusted, its cells are measured.
  private static var careful: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA synchronous = OFF;
          """)
    }
    return configuration
  }

  private func refuse(_ detail: String) -> StoreError { .notACopy(path: path, detail: detail) }

  /// What an error means for the person, who knows nothing of the temporary place.
  private func refusal(_ error: any Error) -> StoreError {
    switch StoreError(error, doing: .writing, path: folder.path) {
    case .damaged(_, let detail): refuse("it is damaged: \(detail)")
    case let known where (error as? DatabaseError)?.resultCode == .SQLITE_CONSTRAINT:
      refuse("its rows break a rule: \((error as? DatabaseError)?.message ?? "\(known)")")
    case .cannotWrite(_, let detail) where !Self.isOfTheDisk(error): refuse(detail)
    case let known: known
    }
  }

  /// Whether an error came of the place and not of the copy.
  private static func isOfTheDisk(_ error: any Error) -> Bool {
    guard let code = (error as? DatabaseError)?.resultCode else { return false }
    return [.SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_NOMEM]
      .contains(code)
  }

  // MARK: - What is looked at

  /// Checks everything that can be checked in the schema that the copy has.
  private func check(_ db: Database) throws {
    let shape = try SchemaShape(of: db)
    guard shape.objects["reviews"]?.kind == "table",
      shape.objects["grdb_migrations"]?.kind == "table"
    else { throw refuse("it is no database of Starling's") }
    let encoding = try String.fetchOne(db, sql: "PRAGMA main.encoding") ?? ""
    guard encoding == "UTF-8" else {
      throw refuse("its texts are in \(encoding), and Starling's are in UTF-8")
    }
    let own = try ownShape(of: migrations(in: db))
    if let difference = shape.differences(from: own).first { throw refuse(difference.words) }
    if let fault = try String.fetchOne(db, sql: "PRAGMA main.integrity_check(1)"), fault != "ok" {
      throw refuse("it is damaged: \(fault.split(separator: "\n").last ?? "")")
    }
    if let row = try Row.fetchOne(db, sql: "PRAGMA main.foreign_key_check") {
      let table = String.fromDatabaseValue(row[0]) ?? "a table"
      let number = Int64.fromDatabaseValue(row[1]).map { "row \($0)" } ?? "a row"
      let parent = String.fromDatabaseValue(row[2]) ?? "another"
      throw refuse("\(number) of “\(table)” names a row of “\(parent)” that is not there")
    }
  }

  /// What the steps make that the copy has gone through.
  private func ownShape(of steps: Set<String>) throws -> SchemaShape {
    do {
      return try SchemaShape.own(of: steps)
    } catch is DatabaseError {
      // One of them needs what another makes.
      let list = steps.sorted().joined(separator: ", ")
      throw refuse("its list of versions (\(list)) is none that Starling makes")
    }
  }

  /// The migrations that the copy names, all of which are ours.
  private func migrations(in db: Database) throws -> Set<String> {
    let named = Set(
      try DatabaseValue.fetchAll(db, sql: "SELECT identifier FROM main.grdb_migrations").map {
        String.fromDatabaseValue($0) ?? Int64.fromDatabaseValue($0).map(String.init) ?? "?"
      })
    guard named.isSubset(of: Schema.migrator.migrations) else {
      throw StoreError.newerSchema(path: path)
    }
    return named
  }

  /// Refuses values that no year or list has, since nothing can be reckoned with them; what is only odd
  /// comes back, because it is the person's.
  ///
  /// - Returns: the first that is odd.
  private func checkValues(_ db: Database) throws -> ValueFault? {
    for (table, rules) in TableRules.all.sorted(by: { $0.key < $1.key }) {
      for (column, rule) in rules.sorted(by: { $0.key < $1.key }) {
        guard let range = rule.bearable else { continue }
        let found = try Int64.fetchOne(
          db,
          sql: """
            SELECT \(column) FROM main.\(table)
            WHERE \(column) NOT BETWEEN \(range.lowerBound) AND \(range.upperBound) LIMIT 1
            """)
        if let found { throw refuse("in a row of “\(table)” \(column) is \(found)") }
      }
    }
    return try Store.valueFaults(in: db, limit: 1).first
  }

  // MARK: - What is taken over

  /// Tables whose rows come along: the person's own, and where a session was left.
  private func fill(_ db: Database) throws {
    for table in try Schema.personalTables(in: db) { try take(table, in: db) }
    // An unreadable one is no loss: the next session is made from what waits.
    let left = try String.fetchOne(db, sql: "SELECT encoded FROM copy.session")
    if left.flatMap({ Session(encoded: $0) }) != nil { try take("session", in: db) }
  }

  private func take(_ table: String, in db: Database) throws {
    let columns = try Row.fetchAll(db, sql: "PRAGMA main.table_info(\(table))")
      .map { $0["name"] as String }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM copy.\(table)")
  }
}

extension ColumnRule {
  /// Numbers that can be reckoned with, even those that mean nothing; nil where all can.
  fileprivate var bearable: ClosedRange<Int64>? {
    switch self {
    // The years 1 to 9999.
    case .happened, .planned: -62_135_596_800_000...253_402_300_799_999
    case .day: -719_162...2_932_896
    case .offset: -64_800...64_800
    case .duration: -315_360_000_000...315_360_000_000
    case .position: 0...9999
    case .whole(let range): range.upperBound == .max ? nil : -1_000_000...1_000_000
    case .number, .reference, .flag, .text, .name, .word, .card, .cards, .ticks, .parts,
      .parameters:
      nil
    }
  }
}
