import Files
import GRDB
public import Practice
import Scheduler

/// Another program has written into the database's file as if it were any file: with `cp`, `dd` or
/// `truncate`. SQLite does not see that, and goes on with what it has in memory.
extension Store {
  /// Has what this run recorded put into a file, where no database takes it.
  ///
  /// - Parameter keeper: writes it, and gives the path; nil if it could not be written.
  public func keepRun(by keeper: @escaping @Sendable ([PlainTable]) -> String?) {
    connection.keepRun(by: keeper)
  }

  /// Goes on with all that there was, or else with what is there now, into which this run's grades are
  /// written again.
  func mendOverwritten(_ files: DatabaseFiles) throws(StoreError) -> Presence {
    let path = location.place
    var aside: String?
    var saved: String?
    try location.alone { () throws(StoreError) in
      let folder = try RestoringFolder(in: Disk.folder(of: path))
      defer { folder.remove() }
      let own = folder.file(RestoringFolder.again)
      let alone = folder.file("alone.sqlite")
      try FileCopy.copyOpenFile(files.database, at: path, to: alone)
      let condition = DatabaseFile(alone).condition(thoroughly: true)
      if hasAll(own: own, alone: condition.isSound ? alone : nil) {
        aside = try putBack(own, files)
        return
      }
      guard condition.isSound else { throw overwritten(condition) }
      saved = savedIfSound()
      try goOn(with: alone, files)
    }
    try reopen()
    if let aside {
      connection.tell(
        "another program has written over the database while Starling ran; it is there again with every grade in it: \(path). What was written over it is in \(aside)"
      )
      return .whole
    }
    let kept = saved.map { "; what was open is kept as \($0)" } ?? ""
    connection.tell(
      "another program has written another database over yours while Starling ran: \(path). It goes on with that\(kept)"
    )
    try writeRunAgain()
    return .other
  }

  /// Writes this run's grades into the database that is there now, and says so.
  func writeRunAgain() throws(StoreError) {
    let record = connection.beginRecordAnew()
    guard !record.isEmpty else { return }
    do throws(StoreError) {
      let merging = try merge(record.closed, at: clock(), isImport: false)
      if let file = connection.takeRunFile() { Disk.removeIfPossible(file) }
      guard merging.added > 0 else { return }
      connection.tell(
        "\(record.grades) \(record.grades == 1 ? "grade" : "grades") of this run \(record.grades == 1 ? "is" : "are") in it again"
      )
    } catch {
      connection.putBack(record)
      throw error
    }
  }

  /// Copies what the open database holds, and looks whether that is all there was: what this run has
  /// recorded, what is in the file now, and more than that.
  private func hasAll(own: String, alone: String?) -> Bool {
    do {
      try DatabaseFile(own).write(from: queue)
      guard DatabaseFile(own).condition(thoroughly: true).isSound else { return false }
      return try DatabaseQueue(path: own).inDatabase { db in
        guard try connection.record.isIn(db) else { return false }
        guard let alone else { return true }
        try db.execute(sql: "ATTACH ? AS alone", arguments: [alone])
        let lacks = try RunRecord.sources.contains { table in
          try Self.isMore("alone", than: "main", in: table, db)
        }
        guard !lacks else { return false }
        return try Schema.personalTables(in: db).contains { table in
          try Self.isMore("main", than: "alone", in: table, db)
        }
      }
    } catch {
      // What cannot be read whole is not all there was.
      return false
    }
  }

  private static func isMore(
    _ one: String, than other: String, in table: String, _ db: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql:
        "SELECT EXISTS (SELECT * FROM \(one).\(table) EXCEPT SELECT * FROM \(other).\(table))")
      ?? false
  }

  /// Saves what the open database holds, which may be a mixture of both by now: it is kept if it makes
  /// sense.
  ///
  /// - Returns: where it is; nil if it is not kept.
  private func savedIfSound() -> String? {
    guard !connection.record.isEmpty, let path = try? saved() else { return nil }
    if DatabaseFile(path).condition(thoroughly: true).isSound { return path }
    connection.saved = nil
    Disk.removeIfPossible(path)
    return nil
  }

  /// Puts a copy of what another program has written there in its own place: it is another file then,
  /// which what is open still does not keep locked, nor ever writes its log into.
  private func goOn(with alone: String, _ files: DatabaseFiles) throws(StoreError) {
    let path = location.place
    removeSideFiles(files)
    do throws(SystemError) {
      try Disk.rename(alone, to: path)
    } catch {
      throw .cannotWrite(path: path, detail: error.reason)
    }
    Disk.sync(folder: Disk.folder(of: path))
  }

  /// Puts what was open in the place of what another program has written there, which is put aside.
  ///
  /// - Returns: where that is now.
  private func putBack(_ own: String, _ files: DatabaseFiles) throws(StoreError) -> String {
    let path = location.place
    let aside = location.freeName("\(path).overwritten")
    do throws(SystemError) {
      try Disk.link(path, as: aside)
      try Disk.rename(own, to: path)
    } catch {
      throw .cannotWrite(path: path, detail: error.reason)
    }
    removeSideFiles(files)
    Disk.sync(folder: Disk.folder(of: path))
    return aside
  }

  /// Why there is nothing to go on with; what this run has recorded is put into a file first.
  func overwritten(_ condition: DatabaseFile.Condition) -> StoreError {
    let detail =
      switch condition {
      case .damaged(let detail), .unreadable(let detail): detail
      case .missing: "there is nothing in it"
      case .newer: "a newer Starling has written that"
      case .foreign, .sound: "it is no database of Starling's"
      }
    let record = connection.record
    let now = Timestamp(milliseconds: clock().milliseconds.bounded(by: Bounds.times))
    let copy = try? location.copies.newestSound(at: Moment(time: now, utcOffset: 0))
    return .overwritten(
      path: location.database, detail: detail, copy: copy?.path,
      kept: record.isEmpty ? nil : connection.runFile(of: record.closed))
  }
}
