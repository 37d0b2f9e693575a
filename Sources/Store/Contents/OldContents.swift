import Campaign
import GRDB
import Practice
import Records

/// What an archive that knows things by numbers says, as records: those that every home makes of the same rows.
struct OldContents {
  let records: [Records.Record]
  private let stories: [Int64: String]

  /// - Throws: ``StoreError/unfitting(detail:)`` when rows do not go together.
  init(_ contents: [PlainTable]) throws {
    let queue = try DatabaseQueue()
    try Schema.migrator.migrate(queue)
    (records, stories) = try queue.write { db in
      var merger = Merger(db: db)
      for shape in try TableShape.archived(in: db) where !FactRows.names.contains(shape.name) {
        if let table = contents.first(where: { $0.name == shape.name })?.withoutDraftsOfNumbers,
          !table.rows.isEmpty
        {
          try merger.take(table, shape)
        }
      }
      try db.run("UPDATE touched SET is_old = 1")
      var recorder = Recorder(in: db, .upkeep, from: nil, at: 0) { 0 }
      try recorder.finish(isTouched: true)
      let numbers = ThingNumbers(db: db)
      var stories: [Int64: String] = [:]
      for (there, here) in merger.numbers["stories"] ?? [:] {
        stories[there] = try numbers.thing(here, in: "stories")
      }
      return (try RecordLog(db: db).all(), stories)
    }
  }

  /// The name of the story that an attempt names.
  func story(_ value: PlainTable.Value) throws -> String? {
    guard case .integer(let number) = value else { return nil }
    guard let name = stories[number] else {
      throw StoreError.unfitting(
        detail: "attempts: a row names row \(number) of “stories”, which is not there")
    }
    return name
  }
}

extension PlainTable {
  /// The same without what was written in the log of a round or in a form: it goes by a number, and here
  /// that is the number of another.
  fileprivate var withoutDraftsOfNumbers: PlainTable {
    guard name == "drafts", let card = columns.firstIndex(of: "card") else { return self }
    var table = self
    table.rows.removeAll { row in
      guard case .text(let text) = row[card] else { return false }
      return Notebook.isDraftOfThisHome(text)
    }
    return table
  }
}
