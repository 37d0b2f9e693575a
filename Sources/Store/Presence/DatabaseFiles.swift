import Glibc

/// Which files the database is in now, by the names that it was opened under: the database, its log and
/// the index of that.
struct DatabaseFiles: Equatable {
  var database: FileIdentity?
  var log: FileIdentity?
  var logIndex: FileIdentity?

  init(at path: String) {
    database = FileIdentity(path)
    log = FileIdentity(path + "-wal")
    logIndex = FileIdentity(path + "-shm")
  }

  /// The name that the open database has now, if it was moved together with its log: both are still
  /// somebody's then, and what is written goes there.
  func movedTo() -> String? {
    guard let database, let log else { return nil }
    // Where the system does not say which files are open, none was moved.
    for link in OpenFiles.links where FileIdentity(link) == database {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(link, &buffer, buffer.count)
      guard count > 0 else { continue }
      let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if FileIdentity(path) == database, FileIdentity(path + "-wal") == log { return path }
    }
    return nil
  }
}
