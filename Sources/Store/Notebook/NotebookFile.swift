import Files
import GRDB

/// The notebook's names looked at from outside, without opening or making anything else: for a shell that
/// completes them while somebody waits.
public struct NotebookFile: Sendable {
  private let path: String

  public init(_ location: StoreLocation) { path = location.database }

  /// The names of all employers; empty if there is no database that can be read.
  public func employers() -> [String] { strings("SELECT name FROM employers ORDER BY name") }

  /// The titles of all stories; likewise.
  public func stories() -> [String] { strings("SELECT title FROM stories ORDER BY title") }

  /// The numbers of the rounds with an employer; likewise.
  public func rounds(with employer: String) -> [String] {
    strings(
      """
      SELECT DISTINCT CAST(i.round AS TEXT) FROM interviews i JOIN employers e ON e.id = i.employer
      WHERE e.name = ? ORDER BY i.round
      """, [employer])
  }

  private func strings(_ sql: String, _ arguments: StatementArguments = []) -> [String] {
    // A pipe would keep the shell waiting.
    guard FileStatus(path)?.kind == .file else { return [] }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .immediateError
    // What is of another version, or damaged, has no names that anybody waits for.
    let queue = try? DatabaseQueue(path: path, configuration: configuration)
    return (try? queue?.read { try String.fetchAll($0, sql: sql, arguments: arguments) }) ?? []
  }
}
