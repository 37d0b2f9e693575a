import CSQLite
import Files
import GRDB
public import Practice
public import Scheduler

/// Everything practised and written, in one SQLite database.
///
/// Reviews are the truth and are only ever added; what they come to, the memory of each card, is
/// kept beside them so that nothing has to be computed at start, and can be rebuilt at any time.
/// Each write is one transaction that is on disk when the call returns.
public struct Store: Sendable {
  let connection: Connection
  var queue: DatabaseQueue { connection.queue }
  var location: StoreLocation { connection.location }
  let deckIndex: DeckIndex
  let notebookMemory = NotebookMemory()
  /// How reviews become memory: by the parameters that were kept for its model, if any.
  public private(set) var schedule: Schedule

  /// Whether there was no database, though this Starling had run here before: the person may miss one.
  public let wasMissing: Bool

  /// Why the decks are not kept in the index's file, in words; nil if they are.
  public var deckIndexProblem: String? { deckIndex.problem }

  /// Why nothing can be written, if it is only read: what is open is a copy.
  public private(set) var refusal: StoreError?

  /// The clock by which reviews of the future are told.
  let clock: @Sendable () -> Timestamp
  /// Gives new things their names.
  let random: @Sendable () -> UInt64

  /// Makes SQLite as quick as it can be; to be called before anything is opened.
  ///
  /// - Returns: whether it was done.
  @discardableResult
  public static func prepare() -> Bool { sqlite_without_statistics() == 0 }

  /// How long to wait for another Starling, in seconds.
  static let patience = 2.0

  /// Opens the database, makes it where there is none, and brings its schema up to date.
  ///
  /// Memory that was computed by another schedule is computed anew. The schedule's model takes the
  /// parameters that were kept for it.
  ///
  /// - Parameters:
  ///   - location: where the database is.
  ///   - schedule: how reviews become memory.
  ///   - mayOnlyRead: whether a database that may not be written to is read all the same, from a copy.
  ///   - clock: gives the time it is; reviews that lie in the future do not count yet. Where it is
  ///     left out, all count.
  ///   - random: gives numbers by which new things are named everywhere.
  /// - Throws: ``StoreError``.
  public init(
    at location: StoreLocation, schedule: Schedule, mayOnlyRead: Bool = false,
    clock: @escaping @Sendable () -> Timestamp = { Timestamp(milliseconds: .max) },
    random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }
  ) throws(StoreError) {
    do {
      try self.init(opening: location, schedule, clock, random)
    } catch {
      guard mayOnlyRead, !location.mayBeChanged, let folder = try? TemporaryFolder() else {
        throw error
      }
      // What is open goes on being read when its name is gone.
      defer { folder.remove() }
      let copy = StoreLocation(
        database: "\(folder.path)/starling.sqlite", deckIndex: location.deckIndex)
      // Nor can it be read.
      guard (try? FileCopy.copyDatabase(at: location.place, to: copy.database)) != nil else {
        throw error
      }
      try self.init(opening: copy, schedule, clock, random)
      connection.forgetFiles()
      refusal = error
    }
  }

  private init(
    opening location: StoreLocation, _ schedule: Schedule,
    _ clock: @escaping @Sendable () -> Timestamp, _ random: @escaping @Sendable () -> UInt64
  ) throws(StoreError) {
    self.schedule = schedule
    self.clock = clock
    self.random = random
    wasMissing = location.isDatabaseMissed
    deckIndex = DeckIndex(at: location)
    try Self.putBack(location)
    try location.create(location.database)
    try Self.check(location)
    do {
      connection = try Self.connect(to: location, clock: clock)
    } catch let error where Disk.isFull(at: location.database) {
      // What is there can be read all the same: alone, SQLite needs no file of its own for it.
      guard let alone = try? Self.connect(to: location, isAlone: true, clock: clock) else {
        throw error
      }
      connection = alone
    }
    let hasLog = try setting { db in
      // A grade must survive a power cut.
      try db.run("PRAGMA main.synchronous = FULL")
      return try db.row("PRAGMA main.journal_mode")?[0] == "wal"
    }
    if !hasLog {
      // The mode stays in the file, so it is set once, and not by GRDB's setting, which writes and
      // syncs at every opening. Two that set it at the same time would refuse each other at once.
      try location.alone { () throws(StoreError) in
        try setting { db in try db.run("PRAGMA main.journal_mode = WAL") }
      }
    }
    try setting { db in try deckIndex.attach(in: db) }
    try bringUpToDate()
    connection.watch()
  }

  /// - Parameters:
  ///   - location: where the database is.
  ///   - isAlone: whether no other Starling may have it open meanwhile.
  ///   - clock: gives the time it is.
  /// - Returns: the connection, with nothing read yet.
  /// - Throws: ``StoreError``.
  private static func connect(
    to location: StoreLocation, isAlone: Bool = false, clock: @escaping @Sendable () -> Timestamp
  ) throws(StoreError) -> Connection {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    // Not by GRDB's setting, which is slow; see ``Database/run(_:_:)``.
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      addTimes(to: db, clock: clock)
      try db.run("PRAGMA foreign_keys = ON")
      if isAlone { try db.run("PRAGMA main.locking_mode = EXCLUSIVE") }
    }
    do {
      return Connection(
        try DatabaseQueue(path: location.database, configuration: configuration), at: location)
    } catch {
      throw StoreError(error, doing: .opening, path: location.database)
    }
  }

  /// Does what belongs to opening the database, outside of transactions.
  private func setting<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.inDatabase(body)
    } catch {
      throw StoreError(error, doing: .opening, path: location.database)
    }
  }

  /// Finishes what a Starling was killed over: it was about to write the database again because its
  /// file was gone.
  private static func putBack(_ location: StoreLocation) throws(StoreError) {
    guard !Disk.has(location.database), SystemError.last.isMissing,
      let left = RestoringFolder.databaseLeft(in: location.folder)
    else { return }
    // Not over a database that somebody puts there meanwhile.
    do throws(SystemError) {
      try Disk.place(left, as: location.database)
    } catch  where !error.isThereAlready {
      throw .cannotCreate(path: location.database, detail: error.reason(at: location.database))
    } catch {
      // What is there is gone on with.
    }
    Disk.sync(folder: Disk.folder(of: location.database))
  }

  /// Sees to it that nothing is made worse by opening the database: SQLite would take in whatever log
  /// lies beside it, and begin anew where all is gone.
  private static func check(_ location: StoreLocation) throws(StoreError) {
    let path = location.database
    if let sort = location.strangeSort {
      throw .cannotOpen(
        path: path,
        detail: "it is \(sort) and no database; “mv \(path) \(path).old” moves it out of the way")
    }
    if location.isEmpty, try location.copies.hasSound() { throw .lost(path: path) }
    guard location.wasInterrupted else { return }
    let file = DatabaseFile(path)
    let bringingBack = BringingBack(into: path)
    guard bringingBack.isUnderWay || file.isContinuedByItsLog() else {
      throw .damaged(path: path, detail: "the log beside it is that of another database")
    }
    if case .damaged(let detail) = file.condition(thoroughly: true) {
      throw .damaged(path: path, detail: detail)
    }
    if bringingBack.isUnderWay { try bringingBack.finish() }
  }

  /// Computes memory and dates by another schedule from now on, at the parameters that were kept for
  /// its model.
  public mutating func follow(_ schedule: Schedule) throws(StoreError) {
    self.schedule = schedule
    self.schedule = try self.schedule(by: schedule.model.name)
    if try scheduleInForce() == nil { try rebuildMemory() }
  }

  private mutating func bringUpToDate() throws(StoreError) {
    // Nearly always there is nothing to do, and then one look shows it.
    if let current = try? scheduleInForce() {
      schedule = current
      return
    }
    // One after the other: all of a crowd that finds a new home would write to it at once, and those
    // that had to wait too long for the database would be turned away.
    try location.alone { () throws(StoreError) in
      if try !isSchemaCurrent() { try migrate() }
      try mendDerivedTables()
      try follow(schedule)
    }
  }

  /// The schedule at the parameters kept for it, if schema and memories are as this program makes
  /// them; fails or is nil when one of them is not.
  func scheduleInForce() throws(StoreError) -> Schedule? {
    try reading { db in
      // In one, since every start waits for it.
      let found = try db.row(
        """
        SELECT
          (SELECT group_concat(identifier || ' ', '') FROM
            (SELECT identifier FROM grdb_migrations ORDER BY identifier)),
          (SELECT value FROM cache WHERE name = 'memory'),
          EXISTS (SELECT 1 FROM memory)
        """)
      // Not by “joined”, for which the runtime looks through the whole program.
      let own = Schema.migrator.migrations.sorted().reduce("") { $0 + $1 + " " }
      guard found?[0] == own else { return nil }
      let schedule = try schedule(by: schedule.model.name, in: db)
      guard found?[1] == schedule.stamp, try areTimesCurrent(in: db) else { return nil }
      if found?[2] == true { return schedule }
      // Memory that is gone as a whole is not what the reviews come to.
      let isLost = try db.row(
        """
        SELECT EXISTS (
          SELECT 1 FROM reviews
          WHERE \(Self.isCounted("at_ms")) AND id NOT IN (SELECT review FROM undos))
        """)
      return isLost?[0] == true ? nil : schedule
    }
  }

  /// Whether the schema is this program's own.
  ///
  /// - Throws: ``StoreError/newerSchema(path:)`` when a newer program made it.
  private func isSchemaCurrent() throws(StoreError) -> Bool {
    let migrator = Schema.migrator
    let isNewer = try reading { db in try migrator.hasBeenSuperseded(db) }
    guard !isNewer else { throw .newerSchema(path: location.database) }
    return try reading { db in try migrator.hasCompletedMigrations(db) }
  }

  private func migrate() throws(StoreError) {
    let isForeign = try reading { db in
      try !db.tableExists("grdb_migrations")
        && db.row("SELECT 1 FROM main.sqlite_schema WHERE type = 'table' LIMIT 1") != nil
    }
    guard !isForeign else {
      throw .damaged(path: location.database, detail: "it is another program's database")
    }
    try copyBeforeMigrating()
    do {
      try Schema.migrator.migrate(queue)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw .damaged(
        path: location.database, detail: "its tables are not as Starling makes them")
    } catch {
      throw StoreError(error, doing: .writing, path: location.database)
    }
  }

  // MARK: - One transaction each

  /// Reads in one transaction.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try checkPresence()
    return try recovering(.reading) { db in
      try db.run("BEGIN DEFERRED")
      do {
        let value = try UnfitValues.refused { try body(db) }
        try db.run("COMMIT")
        return value
      } catch {
        // There is nothing to lose; of the two errors the first says what went wrong.
        try? db.rollback()
        throw error
      }
    }
  }

  /// Writes in one transaction that is on disk when this returns, where the database is found again.
  ///
  /// - Parameters:
  ///   - kind: what it does, for taking it back.
  ///   - body: does it.
  /// - Returns: what `body` gives.
  /// - Throws: ``StoreError``; then nothing was written.
  func writing<Value>(
    _ kind: ActionKind = .change, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    if let refusal { throw refusal }
    try checkPresence()
    var value = try writingOnce(kind, body)
    do throws(StoreError) {
      // If another database is there since, it knows nothing of this yet.
      if try presence() != .whole { value = try writingOnce(kind, body) }
    } catch {
      connection.forgetLatest()
      throw error
    }
    connection.settleRecord()
    return value
  }

  /// Brings what is derived up to date and reads it; where there is no room for it on the disk, it is
  /// made anew each time.
  func deriving<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try writing(.change, body)
    } catch let error where refusal != nil || Disk.isFull(at: location.database) {
      guard let value = try? trying(.change, body) else { throw error }
      return value
    }
  }

  /// Does in a transaction what is not to be kept.
  func trying<Value>(
    _ kind: ActionKind, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    try writingOnce(keeping: false, kind, body)
  }

  private func writingOnce<Value>(
    keeping isKept: Bool = true, _ kind: ActionKind, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    try recovering(.writing) { db in
      var value: Value?
      var record = connection.record
      let time = clock().milliseconds.bounded(by: Bounds.times)
      // Immediate: what is read first must still be true when it is written.
      try db.inTransaction(.immediate) {
        let isBehind = try record.begin(in: db)
        if isBehind && kind != .draft {
          // Drafts, what was there before there were records, or was changed by another program.
          var recorder = Recorder(in: db, .upkeep, from: nil, at: time, random: random)
          try recorder.finish(isTouched: true)
        }
        let before = kind == .import ? try FactMarks(db) : nil
        let last = kind == .import ? try Action.newest(in: db) : nil
        value = try UnfitValues.refused { try body(db) }
        let isTouched = try record.take(in: db)
        if kind == .draft {
          try Recorder.leave(in: db)
        } else {
          var recorder = Recorder(
            in: db, kind, from: before, after: last, at: time, random: random)
          try recorder.finish(isTouched: isTouched)
        }
        return isKept ? .commit : .rollback
      }
      if isKept { connection.record = record }
      guard let value else { throw DatabaseError(message: "the writing gave nothing") }
      return value
    }
  }
}
