import Files
import GRDB
public import Practice

extension Store {
  /// What another database has, such as that of another machine or a copy that a program which syncs has put
  /// beside this one.
  ///
  /// It is looked at in a temporary place as one that is to be brought back, migrated there if an older
  /// Starling made it, and not changed itself.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - location: where the own database is, in whose folder there is room.
  /// - Returns: everything in it, with its history.
  /// - Throws: ``StoreError``, ``StoreError/notACopy(path:detail:)`` if it is no database of Starling's, or
  ///   this one itself.
  public func belongings(
    ofDatabase path: String, beside location: StoreLocation
  ) throws(StoreError) -> Belongings {
    guard !location.isDatabase(path) else {
      throw .notACopy(path: path, detail: "it is the database itself")
    }
    try Self.checkQuickly(path)
    let folder = try RestoringFolder(in: location.folder)
    defer { folder.remove() }
    let fresh = try CopyCheck(path: path, folder: folder).makeFresh(pageSize: nil)
    let file = folder.file("other.sqlite")
    try DatabaseFile(file).write(from: fresh.database)
    let other = try Store(
      at: StoreLocation(database: file, deckIndex: folder.file("other-decks.sqlite")),
      schedule: schedule, clock: clock, random: random)
    // What was not recorded yet is so with the first thing that is written.
    try other.writing(.upkeep) { _ in }
    return try other.belongings()
  }
}
