import Files

/// The temporary place beside the database where a copy is looked at before it takes its place:
/// `.restoring-PID`, for the person alone.
struct RestoringFolder {
  private let place: ProcessFolder
  var path: String { place.path }

  private static let prefix = ".restoring-"

  /// The name in it of a database that is written again because its file is gone.
  static let again = "again.sqlite"

  /// Makes it, and takes away what Starlings that have ended have left of theirs.
  ///
  /// - Throws: ``StoreError/cannotCreate(path:detail:)``.
  init(in folder: String) throws(StoreError) {
    Self.removeLeftovers(in: folder)
    do throws(SystemError) {
      place = try ProcessFolder(Self.prefix, in: folder)
    } catch {
      let path = ProcessFolder.path(Self.prefix, in: folder)
      throw .cannotCreate(path: path, detail: error.reason(at: path))
    }
  }

  func file(_ name: String) -> String { place.file(name) }

  /// Takes a database in it away, with what lies beside it.
  func remove(_ name: String) {
    for ending in ["", "-wal", "-shm", "-journal"] { Disk.removeIfPossible(file(name) + ending) }
  }

  func remove() { place.remove() }

  /// Takes away the places of Starlings that were killed, but none that has the only file of a
  /// database.
  static func removeLeftovers(in folder: String) {
    for path in leftovers(in: folder) where !holdsOnlyDatabase(path) {
      // What cannot be taken away now is found the next time.
      Disk.removeFolderWithFiles(path)
    }
  }

  /// A database that a Starling was killed over before it was back in its place; nil if there is none.
  static func databaseLeft(in folder: String) -> String? {
    leftovers(in: folder).first(where: holdsOnlyDatabase).map { "\($0)/\(again)" }
  }

  private static func leftovers(in folder: String) -> [String] {
    ProcessFolder.leftovers(prefix, in: folder)
  }

  /// Whether a database in it has no second name, as it has once it is in its place.
  private static func holdsOnlyDatabase(_ path: String) -> Bool {
    FileStatus(named: "\(path)/\(again)").map { $0.kind == .file && $0.names == 1 } ?? false
  }
}
