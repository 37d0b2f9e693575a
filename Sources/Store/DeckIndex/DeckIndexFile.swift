import GRDB
import Glibc

/// The deck index looked at from outside, without opening or making anything else: for a shell that
/// completes ids while somebody waits.
public struct DeckIndexFile: Sendable {
  private let path: String

  public init(_ location: StoreLocation) { path = location.deckIndex }

  /// The ids of all decks as they were last read; nil if there is no index that can be read.
  public func decks() -> [String]? { strings("SELECT DISTINCT deck FROM cards ORDER BY deck") }

  /// The ids, as `DECK/CARD`, of the cards whose id begins so; nil if there is no index.
  public func cards(startingWith prefix: String) -> [String]? {
    strings(
      "SELECT card FROM cards WHERE substr(card, 1, length(?1)) = ?1 ORDER BY number", [prefix])
  }

  private func strings(_ sql: String, _ arguments: StatementArguments = []) -> [String]? {
    guard access(path, R_OK) == 0 else { return nil }
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
