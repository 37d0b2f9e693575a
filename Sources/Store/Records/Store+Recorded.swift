import Files
import GRDB

/// Reading the records as they stand, with the drafts that wait to be recorded.
extension Store {
  /// Reads what the records say, after those that wait have been written; a home that cannot be written to
  /// says what its records say.
  func readingRecords<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    if refusal == nil, try reading(Self.isBehind) {
      do {
        try writing(.upkeep) { _ in }
      } catch let error where !Disk.isFull(at: location.database) {
        throw error
      } catch {
        // Reading is what gets a person's words away from a full disk; the drafts are in their rows.
      }
    }
    return try reading(body)
  }

  /// Whether something was changed and is not recorded yet.
  static func isBehind(in db: Database) throws -> Bool {
    try db.row("SELECT EXISTS (SELECT 1 FROM main.touched)")?[0] ?? false
  }
}
