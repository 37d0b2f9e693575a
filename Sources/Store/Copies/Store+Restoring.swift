import Files
import GRDB
public import Practice

extension Store {
  /// What bringing a copy back has come to.
  public struct Restoring: Equatable, Sendable {
    /// How many reviews count in what was brought back.
    public var reviews: Int
    /// Where that which was there is now; nil if there was nothing.
    public var kept: String?
    /// The first value in it that meant nothing, and was brought right.
    public var oddity: ValueFault?
  }

  /// Brings a copy back; what is there now is copied first, or put aside if it is damaged.
  ///
  /// The copy is looked at in a temporary place, migrated there if an older Starling made it, and what
  /// is the person's own is taken over into a database made anew. Only that takes the place; memory is
  /// computed from it at the next opening.
  ///
  /// - Parameters:
  ///   - path: the copy.
  ///   - location: where the database is to be.
  ///   - moment: now.
  /// - Returns: what is in it, and where that which was there is now.
  /// - Throws: ``StoreError``; then the database is what it was, byte for byte.
  public static func restore(
    from path: String, to location: StoreLocation, at moment: Moment
  ) throws(StoreError) -> Restoring {
    if Disk.has(location.database), !Disk.mayChange(location.database) {
      throw StoreLocation.refusal(of: location.database)
    }
    guard !location.isDatabase(path) else {
      throw .notACopy(path: path, detail: "it is the database itself")
    }
    try checkQuickly(path)
    try location.createFolder(location.folder)
    var restoring = Restoring(reviews: 0)
    try location.alone { () throws(StoreError) in
      let folder = try RestoringFolder(in: location.folder)
      defer { folder.remove() }
      let present = try Present(location)
      let fresh = try CopyCheck(path: path, folder: folder)
        .makeFresh(pageSize: present.pageSize)
      restoring.reviews = fresh.reviews
      restoring.oddity = fresh.oddity
      restoring.kept = try present.giveWay(to: fresh.database, in: folder, at: moment)
    }
    return restoring
  }

  /// Tells what can be told of a file that is no database at all, before it is copied.
  static func checkQuickly(_ path: String) throws(StoreError) {
    let file: PlainFile
    do throws(SystemError) {
      file = try PlainFile(path)
    } catch {
      throw error.isMissing
        ? .notACopy(path: path, detail: "there is nothing in it")
        : .cannotRead(path: path, detail: error.reason(at: path))
    }
    guard file.isPlain else { throw .cannotRead(path: path, detail: "it is not an ordinary file") }
    guard file.size > 0 else { throw .notACopy(path: path, detail: "there is nothing in it") }
    guard (try? file.read(DatabaseFile.mark.count)) == DatabaseFile.mark else {
      throw .notACopy(path: path, detail: "it is damaged: file is not a database")
    }
  }
}

/// What is where the database is to be, and how another takes its place.
private struct Present {
  let location: StoreLocation
  /// The database, if it is one that another can be written into: then a Starling that runs sees that.
  private let queue: DatabaseQueue?
  /// In bytes; nil if the file is to be replaced.
  let pageSize: Int?

  /// - Throws: ``StoreError`` if it may not be touched.
  init(_ location: StoreLocation) throws(StoreError) {
    self.location = location
    switch DatabaseFile(location.database).condition(thoroughly: true) {
    case .sound, .newer:
      var configuration = Configuration()
      configuration.busyMode = .timeout(Store.patience)
      do {
        let queue = try DatabaseQueue(path: location.database, configuration: configuration)
        let (encoding, size) = try queue.inDatabase { db in
          (
            try String.fetchOne(db, sql: "PRAGMA main.encoding"),
            try Int.fetchOne(db, sql: "PRAGMA main.page_size")
          )
        }
        self.queue = encoding == "UTF-8" ? queue : nil
        pageSize = encoding == "UTF-8" ? size : nil
      } catch {
        throw StoreError(error, doing: .opening, path: location.database)
      }
    case .unreadable(let detail) where !Disk.mayRead(location.database):
      throw .cannotOpen(path: location.database, detail: detail)
    case .missing, .damaged, .foreign, .unreadable:
      queue = nil
      pageSize = nil
    }
  }

  /// Lets a database that was made in a temporary place take this one's, whole or not at all.
  ///
  /// - Returns: where that which was there is now; nil if there was nothing.
  func giveWay(to fresh: DatabaseQueue, in folder: RestoringFolder, at moment: Moment)
    throws(StoreError) -> String?
  {
    guard let queue else {
      let file = folder.file("fresh.sqlite")
      try DatabaseFile(file).write(from: fresh)
      return try location.replaceDatabase(by: file, at: moment)
    }
    let kept = try Store.makeCopy(of: queue, .restore, at: moment, in: location)
    let mark = BringingBack(into: location.database)
    try mark.begin()
    do {
      try fresh.backup(to: queue)
    } catch {
      // Of two errors the first says what went wrong; a mark that stays does no harm.
      try? mark.end(in: queue)
      throw StoreError(error, doing: .writing, path: location.database)
    }
    try mark.end(in: queue)
    return kept
  }
}

extension StoreLocation {
  /// Puts a database in the place of the one that is there, which keeps another name that says when;
  /// it can still be opened under that.
  ///
  /// - Returns: the old database's new path; nil if there was none.
  /// - Throws: ``StoreError``; then everything is where it was.
  func replaceDatabase(by fresh: String, at moment: Moment) throws(StoreError) -> String? {
    let aside = freeName("\(database).damaged-\(SafetyCopy.stamp(moment))")
    var moved: [String] = []
    do throws(StoreError) {
      // What lies beside it belongs to it, and would spoil another one in its place.
      for ending in ["-wal", "-shm", "-journal"] {
        do throws(SystemError) {
          try Disk.rename(database + ending, to: aside + ending)
        } catch {
          if error.isMissing { continue }
          throw .cannotWrite(
            path: database + ending, detail: error.reason(at: database + ending))
        }
        moved.append(ending)
      }
      // A second name first, so that at no time there is no database; a folder can have only one.
      do throws(SystemError) {
        do throws(SystemError) {
          try Disk.link(database, as: aside)
        } catch  where !error.isMissing {
          try Disk.rename(database, to: aside)
          moved.append("")
        } catch {
          // There was none.
        }
        try Disk.rename(fresh, to: database)
      } catch {
        throw .cannotWrite(path: database, detail: error.reason(at: database))
      }
    } catch {
      for ending in moved {
        // Of two errors the first says what went wrong.
        try? Disk.rename(aside + ending, to: database + ending)
      }
      if !moved.contains("") { Disk.removeIfPossible(aside) }
      throw error
    }
    Disk.sync(folder: Disk.folder(of: database))
    return FileStatus(named: aside) != nil || !moved.isEmpty ? aside : nil
  }

  /// A name that no file has yet: this one, or with a number behind it.
  func freeName(_ name: String) -> String {
    var free = name
    var number = 2
    while ["", "-wal", "-shm", "-journal"].contains(where: { FileStatus(named: free + $0) != nil })
    {
      free = "\(name)-\(number)"
      number += 1
    }
    return free
  }
}
