import GRDB
import Glibc
public import Practice

extension Store {
  /// Brings a copy back; what is there now is copied first, or put aside if it is damaged.
  ///
  /// - Parameters:
  ///   - path: the copy.
  ///   - location: where the database is to be.
  ///   - moment: now.
  /// - Returns: where that which was there is now; nil if there was nothing.
  /// - Throws: ``StoreError``; then the database is what it was.
  public static func restore(
    from path: String, to location: StoreLocation, at moment: Moment
  ) throws(StoreError) -> String? {
    guard !location.isDatabase(path) else {
      throw .notACopy(path: path, detail: "it is the database itself")
    }
    switch DatabaseFile(path).condition() {
    case .sound: break
    case .missing: throw .notACopy(path: path, detail: "there is nothing in it")
    case .unreadable(let detail): throw .cannotRead(path: path, detail: detail)
    case .damaged(let detail): throw .notACopy(path: path, detail: "it is damaged: \(detail)")
    case .foreign: throw .notACopy(path: path, detail: "it is no database of Starling's")
    case .newer: throw .newerSchema(path: path)
    }
    try location.createFolder(location.folder)
    var kept: String?
    try location.alone { () throws(StoreError) in
      let source = try open(path, isReadOnly: true)
      switch DatabaseFile(location.database).condition(thoroughly: true) {
      case .sound, .newer:
        // Into the file that is there, so that a Starling that runs sees it, too.
        let present = try open(location.database, isReadOnly: false)
        kept = try makeCopy(of: present, .restore, at: moment, in: location)
        do {
          try source.backup(to: present)
        } catch {
          throw StoreError(error, doing: .writing, path: location.database)
        }
      case .unreadable(let detail): throw .cannotOpen(path: location.database, detail: detail)
      case .missing, .damaged, .foreign:
        let fresh = location.database + ".restored"
        try DatabaseFile(fresh).write(from: source)
        kept = try location.putAside(at: moment)
        guard Glibc.rename(fresh, location.database) == 0 else {
          throw .cannotWrite(path: location.database, detail: reason())
        }
        StoreLocation.sync(folderOf: location.database)
      }
    }
    return kept
  }

  private static func open(_ path: String, isReadOnly: Bool) throws(StoreError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(patience)
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreError(error, doing: .opening, path: path)
    }
  }
}

extension StoreLocation {
  /// Gives the database's files other names, which say when; they can still be opened under these.
  ///
  /// - Returns: the database's new path; nil if there was none.
  fileprivate func putAside(at moment: Moment) throws(StoreError) -> String? {
    let aside = "\(database).damaged-\(SafetyCopy.stamp(moment))"
    var hasMoved = false
    // What else there is belongs to the database, and would spoil another one in its place.
    for ending in ["", "-wal", "-shm", "-journal"] {
      guard rename(database + ending, aside + ending) == 0 else {
        if errno == ENOENT { continue }
        throw .cannotWrite(path: database + ending, detail: reason())
      }
      hasMoved = true
    }
    StoreLocation.sync(folderOf: database)
    return hasMoved ? aside : nil
  }
}
