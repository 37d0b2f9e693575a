import GRDB
import Practice

/// Takes tables in, one after the other: those whose rows others name come first.
struct Merger {
  let db: Database
  private(set) var outcome = Store.Merging()
  /// For each table that was taken in, the numbers that its rows have here.
  private(set) var numbers: [String: [Int64: Int64]] = [:]
  /// For each table, the rows that were added: what is a part of them can only be theirs.
  private var fresh: [String: Set<Int64>] = [:]
  private var titles: RowTitles
  private var named: Set<String> = []

  init(db: Database) {
    self.db = db
    titles = RowTitles(db: db)
  }

  mutating func take(_ table: PlainTable, _ shape: TableShape) throws {
    var writer = try RowWriter(table, shape, in: db)
    var rows: [(place: Int, values: [PlainTable.Value])] = []
    for (index, values) in table.rows.enumerated() {
      var row = values
      for (column, name) in table.columns.enumerated() where name != "id" {
        guard let target = shape.references[name] else { continue }
        row[column] = try here(row[column], in: target, of: "\(table.name), row \(index + 1)")
      }
      if shape.whole == nil {
        try take(row, place: index + 1, &writer, shape, number: writer.number(of: values))
      } else {
        rows.append((index + 1, row))
      }
    }
    if let whole = shape.whole, let column = table.columns.firstIndex(of: whole) {
      for (owner, parts) in Dictionary(grouping: rows, by: { $0.values[column] })
        .sorted(by: { $0.value[0].place < $1.value[0].place })
      {
        try take(parts, of: owner, &writer, shape)
      }
    }
  }

  private mutating func take(
    _ row: [PlainTable.Value], place: Int, _ writer: inout RowWriter, _ shape: TableShape,
    number: Int64?
  ) throws {
    let id: Int64
    switch try writer.known(row) {
    case nil:
      id = try writer.insert(row, place: place)
      outcome.added += 1
      fresh[shape.name, default: []].insert(id)
    case (let known, isSame: true)?:
      id = known
      outcome.known += 1
    case (let known, isSame: false)?:
      id = known
      try name(shape.name, writer.named(row, id: known))
    }
    if let number { numbers[shape.name, default: [:]][number] = id }
  }

  /// Takes the parts of one thing in: all of them if the thing came with them, else none, or else a
  /// mixture would come of two things.
  private mutating func take(
    _ parts: [(place: Int, values: [PlainTable.Value])], of owner: PlainTable.Value,
    _ writer: inout RowWriter, _ shape: TableShape
  ) throws {
    let target = shape.whole.flatMap { shape.references[$0] }
    let isFresh: Bool
    if let target, case .integer(let id) = owner {
      isFresh = fresh[target]?.contains(id) ?? false
    } else {
      isFresh = try !writer.hasParts(of: owner)
    }
    if isFresh {
      for part in parts { try take(part.values, place: part.place, &writer, shape, number: nil) }
    } else if try parts.count == writer.count(ofPartsOf: owner),
      try parts.allSatisfy({ try writer.known($0.values)?.isSame == true })
    {
      outcome.known += parts.count
    } else if let target, case .integer(let id) = owner {
      try name(target, ["id": .integer(id)])
    } else if let part = parts.first {
      try name(shape.name, writer.named(part.values, id: 0))
    }
  }

  /// Notes that something is another one here, once.
  private mutating func name(_ table: String, _ row: [String: PlainTable.Value]) throws {
    let title = try titles.title(of: row, in: table)
    if named.insert(title).inserted { outcome.others.append(title) }
  }

  /// The number that a row named by another has here.
  private func here(
    _ value: PlainTable.Value, in target: String, of row: String
  ) throws -> PlainTable.Value {
    guard case .integer(let other) = value else { return .null }
    guard let id = numbers[target]?[other] else {
      throw StoreError.unfitting(
        detail: "\(row) names row \(other) of “\(target)”, which is not there")
    }
    return .integer(id)
  }
}
