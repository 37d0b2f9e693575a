import Campaign
import GRDB
public import Practice
import Records

extension Store {
  /// Everything that the person has practised and written, with its history, so that another home can take
  /// it in and two that have the same say so in the same bytes.
  ///
  /// What is counted by number is in an order of its content, whatever the order in which it came.
  public func belongings() throws(StoreError) -> Belongings {
    try readingRecords { db in
      let facts = try FactTables(in: db)
      let things = try TableShape.archived(in: db)
        .filter { !FactTables.names.contains($0.name) }
        .map { try PlainTable(byName: $0.byName, in: db) }
      let records = try RecordLog(db: db).all().filter { !$0.isOfThisHome }
        .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
      return Belongings(
        tables: (facts.tables + things).filter { !$0.rows.isEmpty }.sorted { $0.name < $1.name },
        records: records.map(\.portable))
    }
  }
}

extension Records.Record {
  /// Whether it is of what was written in the log of a round or in a form and is not kept: it goes by a
  /// number, and elsewhere that is the number of another.
  var isOfThisHome: Bool {
    switch change {
    case .set(let setting): setting.thing.isDraftOfThisHome
    case .gone(let thing, _): thing.isDraftOfThisHome
    case .back, .same, .erased, .unknown: false
    }
  }
}

extension ThingKey {
  fileprivate var isDraftOfThisHome: Bool {
    table == "drafts" && Notebook.isDraftOfThisHome(id)
  }
}

extension PlainTable {
  /// The things of a table, or the parts of things, in the order of their names and contents.
  fileprivate init(byName shape: TableShape, in db: Database) throws {
    self.init(name: shape.name, columns: shape.columns)
    let numbers = ThingNumbers(db: db)
    let names = shape.columns.map { $0 == "thing" ? "id" : $0 }
    let targets = shape.columns.map { column in
      shape.names.contains(column) ? shape.references[column] ?? shape.name : nil
    }
    let table = RecordedTable.named[shape.name]
    rows = try db.rows(
      "SELECT \(names.joined(separator: ", ")) FROM main.\(shape.name)"
    ) { row in
      try shape.columns.indices.map { index in
        let value = try Value(row[index] as DatabaseValue)
        guard let target = targets[index], case .integer(let number) = value else { return value }
        return try numbers.thing(number, in: target).map { .text($0) } ?? .null
      }
    }
    rows.removeAll { row in
      let fields = zip(columns, row).filter { $0.0 != "card" && $0.0 != "deck" }
        .map { ($0, RecordValue($1.stored)) }
      return table?.saysNothing(Dictionary(uniqueKeysWithValues: fields)) == true
    }
    if name == "drafts", let card = columns.firstIndex(of: "card") {
      rows.removeAll { row in
        guard case .text(let text) = row[card] else { return false }
        return Notebook.isDraftOfThisHome(text)
      }
    }
    rows.sort { $0.precedes($1) }
    let isList = RecordedTable.all.contains { table in
      table.lists.contains { $0.table == name && !$0.hasPlaces }
    }
    if isList, let position = columns.firstIndex(of: "position") { closeGaps(at: position) }
  }

  /// Counts the parts of each thing from 0: where one has gone its place is empty in this home alone.
  private mutating func closeGaps(at position: Int) {
    var place: Int64 = 0
    for index in rows.indices {
      place = index > 0 && rows[index][0] == rows[index - 1][0] ? place + 1 : 0
      rows[index][position] = .integer(place)
    }
  }
}

extension [PlainTable.Value] {
  /// Whether a row comes before another by what stands in them.
  func precedes(_ other: Self) -> Bool {
    for (one, other) in zip(self, other) where one != other { return one.precedes(other) }
    return count < other.count
  }
}

extension PlainTable.Value {
  /// Whether it comes before another: nothing, then numbers by size, then texts by their bytes.
  func precedes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.integer(let one), .integer(let other)): one < other
    case (.real(let one), .real(let other)): one < other
    case (.text(let one), .text(let other)):
      one.utf8.lexicographicallyPrecedes(other.utf8)
    default: rank < other.rank
    }
  }

  private var rank: Int {
    switch self {
    case .null: 0
    case .integer: 1
    case .real: 2
    case .text: 3
    }
  }
}
