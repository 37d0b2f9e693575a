import Glibc

/// The temporary place beside the database where a copy is looked at before it takes its place:
/// `.restoring-PID`, for the person alone.
struct RestoringFolder {
  let path: String

  private static let prefix = ".restoring-"

  /// Makes it, and takes away what Starlings that are no more have left of theirs.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:detail:)``.
  init(in folder: String) throws(StoreError) {
    Self.removeLeftovers(in: folder)
    path = "\(folder)/\(Self.prefix)\(getpid())"
    Self.remove(path)
    guard mkdir(path, 0o700) == 0 else { throw .cannotCreate(path: path, detail: reason()) }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Takes a database in it away, with what lies beside it.
  func remove(_ name: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(file(name) + ending) }
  }

  func remove() { Self.remove(path) }

  /// Takes away the places of Starlings that were killed.
  static func removeLeftovers(in folder: String) {
    for name in FolderNames.all(in: folder) ?? [] where name.hasPrefix(prefix) {
      guard let id = pid_t(name.dropFirst(prefix.count)), FolderNames.isGone(id) else { continue }
      remove("\(folder)/\(name)")
    }
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
