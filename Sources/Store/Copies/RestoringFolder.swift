import Glibc

/// The temporary place beside the database where a copy is looked at before it takes its place:
/// `.restoring-PID`, for the person alone.
struct RestoringFolder {
  let path: String

  private static let prefix = ".restoring-"

  /// The name in it of a database that is written again because its file is gone.
  static let again = "again.sqlite"

  /// Makes it, and takes away what Starlings that have ended have left of theirs.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:detail:)``.
  init(in folder: String) throws(StoreError) {
    Self.removeLeftovers(in: folder)
    path = "\(folder)/\(Self.prefix)\(getpid())"
    Self.remove(path)
    guard mkdir(path, 0o700) == 0 else { throw .cannotCreate(path: path, detail: reason(at: path)) }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Takes a database in it away, with what lies beside it.
  func remove(_ name: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(file(name) + ending) }
  }

  func remove() { Self.remove(path) }

  /// Takes away the places of Starlings that were killed, but none that has the only file of a
  /// database.
  static func removeLeftovers(in folder: String) {
    for path in leftovers(in: folder) where !holdsOnlyDatabase(path) { remove(path) }
  }

  /// A database that a Starling was killed over before it was back in its place; nil if there is none.
  static func databaseLeft(in folder: String) -> String? {
    leftovers(in: folder).first(where: holdsOnlyDatabase).map { "\($0)/\(again)" }
  }

  private static func leftovers(in folder: String) -> [String] {
    (FolderNames.all(in: folder) ?? []).filter { name in
      guard name.hasPrefix(prefix), let id = pid_t(name.dropFirst(prefix.count)) else {
        return false
      }
      return FolderNames.isGone(id)
    }.map { "\(folder)/\($0)" }
  }

  /// Whether a database in it has no second name, as it has once it is in its place.
  private static func holdsOnlyDatabase(_ path: String) -> Bool {
    var status = stat()
    return lstat("\(path)/\(again)", &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && status.st_nlink == 1
  }

  /// Takes it away, with the files in it; what cannot be taken away now is found the next time.
  private static func remove(_ path: String) {
    for name in FolderNames.all(in: path) ?? [] where name != "." && name != ".." {
      unlink("\(path)/\(name)")
    }
    rmdir(path)
  }
}

/// The names of the files in a folder.
enum FolderNames {
  /// All of them; nil if the folder cannot be read, with `errno` saying why.
  static func all(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  /// Whether there is no process of that number any more.
  static func isGone(_ id: pid_t) -> Bool { kill(id, 0) != 0 && errno == ESRCH }
}
