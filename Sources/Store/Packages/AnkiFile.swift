public import Decks
import FoundationEssentials
import GRDB

/// The database of an Anki collection, which comes from anybody: only tables are read, each value is looked
/// at, and nothing in it is run.
public enum AnkiFile {
  /// Why it cannot be read.
  public struct Fault: Error, Equatable, Sendable {
    /// In a clause.
    public let detail: String
  }

  /// Reads what is of use of it.
  ///
  /// - Parameters:
  ///   - path: the file, which nobody else changes.
  ///   - progress: is told the share read, and says whether to go on.
  /// - Returns: the collection; nil if it was stopped.
  /// - Throws: ``Fault``.
  public static func read(
    _ path: String, progress: (Double) -> Bool = { _ in true }
  ) throws(Fault) -> AnkiCollection? {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.inDatabase { db in
        var reader = AnkiReader(db: db)
        return try reader.read(progress)
      }
    } catch let fault as Fault {
      throw fault
    } catch {
      let message = (error as? DatabaseError)?.firstLine
      throw Fault(detail: "its database cannot be read (\(message ?? "\(error)"))")
    }
  }

  private static var configuration: Configuration {
    var configuration = CopyCheck.careful
    configuration.readonly = true
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          PRAGMA query_only = ON;
          """)
      // Names in it are compared so; SQLite itself does not know it.
      db.add(
        collation: DatabaseCollation("unicase") { left, right in
          let (left, right) = (left.lowercased(), right.lowercased())
          return left == right
            ? .orderedSame : left < right ? .orderedAscending : .orderedDescending
        })
    }
    return configuration
  }
}
