import GRDB
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
    /// The first value in it that meant nothing, and was brought right.
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
      let inspection = CopyInspection(path: path)
      try queue.inDatabase { try inspection.check($0) }
      try Schema.migrator.migrate(queue)
      let oddity = try queue.inDatabase { db in
        try inspection.checkValues(db)
        return try ValueMending(db: db).mend().first
      }
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
  static var careful: Configuration {
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
    if let refusal = error as? CopyRefusal { return refuse(refusal.detail) }
    return switch StoreError(error, doing: .writing, path: folder.path) {
    case .damaged(_, let detail): refuse("it is damaged: \(detail)")
    case let known where (error as? DatabaseError)?.resultCode == .SQLITE_CONSTRAINT:
      refuse("its rows break a rule: \((error as? DatabaseError)?.firstLine ?? "\(known)")")
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

  // MARK: - What is taken over

  /// Tables whose rows come along: the person's own, and where a session was left.
  private func fill(_ db: Database) throws {
    for table in try Schema.personalTables(in: db) { try take(table, in: db) }
    // What came along was not changed; what was yet to be recorded still is.
    try db.execute(
      sql: "DELETE FROM main.touched; INSERT INTO main.touched SELECT * FROM copy.touched")
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
