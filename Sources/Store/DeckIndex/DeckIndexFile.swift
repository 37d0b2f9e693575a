import Files
import GRDB

/// The deck index looked at from outside, without opening or making anything else: for a shell that
/// completes ids while somebody waits.
public struct DeckIndexFile: Sendable {
  private let path: String

  public init(_ location: StoreLocation) { path = location.deckIndex }

  /// What keeps the index from being in its file, with what to do about it; nil if nothing does.
  public func problem() -> String? {
    if (FileStatus(path)?.kind == .folder) { return "\(path) is a folder; move it away" }
    if let barrier = Barrier(onWayTo: path) { return barrier.advice }
    let folder = Disk.folder(of: path)
    guard Disk.has(folder) || !SystemError.last.isMissing else { return nil }
    if !(FileStatus(folder)?.kind == .folder) { return "\(folder) is no folder; move it away" }
    guard !Disk.mayFill(folder) else { return nil }
    return StoreLocation.refusal(of: folder).description
  }

  /// The ids of all decks as they were last read; nil if there is no index that can be read.
  public func decks() -> [String]? { strings("SELECT DISTINCT deck FROM cards ORDER BY deck") }

  /// The ids, as `DECK/CARD`, of the cards whose id begins so; nil if there is no index.
  public func cards(startingWith prefix: String) -> [String]? {
    strings(
      "SELECT card FROM cards WHERE substr(card, 1, length(?1)) = ?1 ORDER BY number", [prefix])
  }

  private func strings(_ sql: String, _ arguments: StatementArguments = []) -> [String]? {
    // A pipe would keep the shell waiting.
    guard FileStatus(path)?.kind == .file else { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .immediateError
    let queue = try? DatabaseQueue(path: path, configuration: configuration)
    return try? queue?.read { db in
      guard try Int.fetchOne(db, sql: "PRAGMA user_version") == DeckIndexSchema.version else {
        return nil
      }
      return try String.fetchAll(db, sql: sql, arguments: arguments)
    }
  }
}
