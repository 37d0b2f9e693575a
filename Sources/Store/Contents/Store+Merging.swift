import Campaign
import GRDB
public import Practice
public import Scheduler

extension Store {
  /// What came of taking contents in.
  public struct Merging: Equatable, Sendable {
    /// Rows that were not here yet.
    public var added = 0
    /// Rows that were here already, just so.
    public var known = 0
    /// What is another one here and stayed as it is, by what it is called: `the story “The refund”`.
    public var others: [String] = []

    public init(added: Int = 0, known: Int = 0, others: [String] = []) {
      self.added = added
      self.known = known
      self.others = others
    }
  }

  /// Looks whether contents fit the tables here and mean something, as ``merge(_:at:isImport:finally:)`` does
  /// before it begins.
  public func check(_ contents: [PlainTable], at now: Timestamp) throws(StoreError) {
    try reading { db in
      try ContentsCheck(shapes: TableShape.archived(in: db), times: PlausibleTimes(at: now))
        .check(contents)
    }
  }

  /// Takes in contents of another database, or of this one at another time.
  ///
  /// What is not here yet is added, what is here stays as it is. Taking in the same twice adds nothing.
  /// All is looked at before anything is written, and memory is computed anew in the same transaction.
  ///
  /// - Parameters:
  ///   - contents: as ``contents()`` gives them.
  ///   - now: the times in them are measured by it.
  ///   - isImport: whether the person brings them in, as one step that can be taken back as one; if not,
  ///     they were done here, one by one.
  ///   - finally: is done when all rows are in; if it fails, none is.
  /// - Returns: what came of it.
  /// - Throws: ``StoreError``, ``StoreError/unfitting(detail:)`` if they do not fit the schema or mean
  ///   nothing; then nothing was taken in.
  public func merge(
    _ contents: [PlainTable], at now: Timestamp, isImport: Bool = true,
    finally: () throws -> Void = {}
  ) throws(StoreError) -> Merging {
    try writing(isImport ? .import : .upkeep) { db in
      let shapes = try TableShape.archived(in: db)
      try ContentsCheck(shapes: shapes, times: PlausibleTimes(at: now)).check(contents)
      // A row may name one that comes after it.
      try db.run("PRAGMA defer_foreign_keys = ON")
      var merger = Merger(db: db)
      for shape in shapes {
        if let table = contents.first(where: { $0.name == shape.name })?.withoutLogDrafts,
          !table.rows.isEmpty
        {
          try merger.take(table, shape)
        }
      }
      _ = try rebuildMemory(in: db)
      try finally()
      return merger.outcome
    }
  }
}

extension PlainTable {
  /// The same without lines that were typed into the log of a round: they go by its number, and here
  /// that is the number of another.
  fileprivate var withoutLogDrafts: PlainTable {
    guard name == "drafts", let card = columns.firstIndex(of: "card") else { return self }
    var table = self
    table.rows.removeAll { row in
      guard case .text(let text) = row[card] else { return false }
      return text.hasPrefix(Notebook.logDrafts)
    }
    return table
  }
}
