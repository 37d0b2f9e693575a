import Files

/// Which files the database is in now, by the names that it was opened under: the database, its log and
/// the index of that.
struct DatabaseFiles: Equatable {
  var database: FileStatus.Identity?
  var log: FileStatus.Identity?
  var logIndex: FileStatus.Identity?

  init(at path: String) {
    database = FileStatus(path)?.identity
    log = FileStatus(path + "-wal")?.identity
    logIndex = FileStatus(path + "-shm")?.identity
  }

  /// The name that the open database has now, if it was moved together with its log: both are still
  /// somebody's then, and what is written goes there.
  func movedTo() -> String? {
    guard let database, let log else { return nil }
    // Where the system does not say which files are open, none was moved.
    for link in OpenFiles.links where FileStatus(link)?.identity == database {
      guard let path = Disk.target(ofLink: link) else { continue }
      if FileStatus(path)?.identity == database, FileStatus(path + "-wal")?.identity == log {
        return path
      }
    }
    return nil
  }
}
