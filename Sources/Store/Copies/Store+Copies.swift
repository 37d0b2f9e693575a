import Files
import GRDB
public import Practice
import Scheduler

extension Store {
  /// Makes the copy of the day, unless there is one already or there is nothing to copy, and takes
  /// away what is no longer needed.
  ///
  /// - Returns: why the copy that was made could not be brought back; nil if it could, or none was made.
  /// - Throws: ``StoreError``; the copies that were there stay.
  @discardableResult
  public func makeDailyCopy(at moment: Moment) throws(StoreError) -> CopyRefusal? {
    guard needsDailyCopy(at: moment), try holdsAnything() else { return nil }
    var refusal: CopyRefusal?
    try location.createFolder(location.copies.folder)
    try location.alone { () throws(StoreError) in
      // Another Starling may have been quicker.
      guard needsDailyCopy(at: moment) else { return }
      let name = SafetyCopy.name(of: moment.day(startHour: schedule.startHour))
      let file = DatabaseFile("\(location.copies.folder)/\(name)")
      try file.write(from: queue)
      refusal = file.refusal()
      RestoringFolder.removeLeftovers(in: location.folder)
      try location.copies.prune(at: moment)
    }
    return refusal
  }

  /// Whether the day has no copy yet; one look at a file's name.
  public func needsDailyCopy(at moment: Moment) -> Bool {
    let name = SafetyCopy.name(of: moment.day(startHour: schedule.startHour))
    return !Disk.has("\(location.copies.folder)/\(name)")
  }

  /// Makes a copy before something that changes much at once, or because it was asked for.
  ///
  /// - Returns: its path; nil if there is nothing to copy.
  /// - Throws: ``StoreError``; then there is no copy, and what was to come should not be done.
  @discardableResult
  public func makeCopy(_ occasion: SafetyCopy.Occasion, at moment: Moment) throws(StoreError)
    -> String?
  {
    guard try holdsAnything() else { return nil }
    let path = try Self.makeCopy(of: queue, occasion, at: moment, in: location)
    // One that was asked for is spoken of by who asked.
    if ![.kept, .rebuild].contains(occasion), let refusal = DatabaseFile(path).refusal() {
      connection.tell(
        "the safety copy \(path) could not be brought back: \(refusal.detail); \(refusal.advice(location.copies, at: moment))"
      )
    }
    return path
  }

  /// Makes a copy of a database that an older Starling has written, before it is changed.
  func copyBeforeMigrating() throws(StoreError) {
    guard try holdsAnything(), let status = FileStatus(location.database) else { return }
    // As it was when it was last written; nothing here knows the time of now.
    let written = Moment(
      time: Timestamp(milliseconds: Int64(status.seconds) * 1000), utcOffset: 0)
    _ = try Self.makeCopy(of: queue, .migration, at: written, in: location)
  }

  static func makeCopy(
    of source: DatabaseQueue, _ occasion: SafetyCopy.Occasion, at moment: Moment,
    in location: StoreLocation
  ) throws(StoreError) -> String {
    try location.createFolder(location.copies.folder)
    let path = "\(location.copies.folder)/\(SafetyCopy.name(occasion, at: moment))"
    try DatabaseFile(path).write(from: source)
    try location.copies.prune(at: moment)
    return path
  }

  /// Copies the whole database to a path of the person's own choice.
  ///
  /// - Throws: ``StoreError``; then what was there before is there still.
  public func copy(to path: String) throws(StoreError) {
    guard !location.isDatabase(path) else {
      throw .cannotCreate(path: path, detail: "that is the database itself")
    }
    try DatabaseFile(path).write(from: queue)
  }

  /// Whether anything is in the database that could be lost.
  private func holdsAnything() throws(StoreError) -> Bool {
    try reading { db in
      try Schema.personalTables(in: db).contains { table in
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM main.\(table))") ?? false
      }
    }
  }
}
