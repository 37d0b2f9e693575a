import Decks
import GRDB
import Practice
import Scheduler

/// Brings values right that mean nothing, in a database of the person's: an older Starling took in
/// whatever stood in a file.
///
/// Each becomes what it is read as. What cannot be told, such as a card whose name is none, stays.
struct ValueMending {
  let db: Database

  /// - Returns: what was brought right, each as it was.
  /// - Throws: what SQLite says.
  func mend() throws -> [ValueFault] {
    try TableShape.all(in: db).flatMap { shape in
      let changes = try changes(in: shape)
      guard !changes.isEmpty else { return [ValueFault]() }
      return try db.liftingTriggers(of: shape.name) {
        try changes.flatMap { try make($0, in: shape) }
      }
    }
  }

  /// What one row becomes.
  private struct Change {
    var faults: [ValueFault] = []
    /// The row's key as it is.
    var key: [DatabaseValue]
    var values: [(column: String, value: DatabaseValue)] = []
    /// Whether the row counts for nothing as it is, and goes.
    var isGone = false
  }

  private func key(of shape: TableShape) -> [String] {
    shape.hasNumbers ? ["id"] : shape.identity
  }

  private func changes(in shape: TableShape) throws -> [Change] {
    let check = RowCheck(of: shape.columns, shape, .ofHome)
    let key = key(of: shape)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(shape.columns.joined(separator: ", ")) FROM main.\(shape.name)
        ORDER BY \(shape.order)
        """)
    var changes: [Change] = []
    var place = 0
    while let row = try rows.next() {
      place += 1
      let stored = shape.columns.indices.map { row[$0] as DatabaseValue }
      // Bytes where text belongs stay, and are named.
      guard !stored.contains(where: { if case .blob = $0.storage { true } else { false } }) else {
        continue
      }
      let values = try stored.map { try PlainTable.Value($0) }
      var change = Change(key: key.map { row[$0] as DatabaseValue })
      for (index, fault) in check.faults(in: values, row: shape.title(of: values, place: place)) {
        let column = shape.columns[index]
        guard let rule = TableRules.all[shape.name]?[column] else { continue }
        if rule == .parameters, let bounded = bounded(values, of: shape) {
          change.values.append((column, bounded))
        } else if rule == .parameters || shape.name == "fits" && column == "model" {
          change.isGone = true
        } else if let value = rule.mended(
          values[index], column: column, takesNull: shape.nullable.contains(column))
        {
          change.values.append((column, value.stored))
        } else {
          continue
        }
        change.faults.append(fault)
      }
      if !change.faults.isEmpty { changes.append(change) }
    }
    return changes
  }

  /// Parameters as the memory model of their row uses them; nil if it cannot.
  private func bounded(_ values: [PlainTable.Value], of shape: TableShape) -> DatabaseValue? {
    func text(_ column: String) -> String? {
      guard let index = shape.columns.firstIndex(of: column), case .text(let text) = values[index]
      else { return nil }
      return text
    }
    let numbers = text("parameters")?.split(separator: " ").map { Double($0) ?? .nan }
    guard let numbers, let model = text("model").flatMap(ModelName.init(rawValue:)) else {
      return nil
    }
    return (try? model.bounded(numbers))?.map { "\($0)" }.joined(separator: " ").databaseValue
  }

  private func make(_ change: Change, in shape: TableShape) throws -> [ValueFault] {
    let condition = key(of: shape).map { "\($0) IS ?" }.joined(separator: " AND ")
    if change.isGone {
      try db.execute(
        sql: "DELETE FROM main.\(shape.name) WHERE \(condition)",
        arguments: StatementArguments(change.key))
    } else {
      let assignments = change.values.map { "\($0.column) = ?" }.joined(separator: ", ")
      // Where there is one of that name already the row stays as it is.
      try db.execute(
        sql: "UPDATE OR IGNORE main.\(shape.name) SET \(assignments) WHERE \(condition)",
        arguments: StatementArguments(change.values.map(\.value) + change.key))
    }
    return db.changesCount > 0 ? change.faults : []
  }
}

extension Database {
  /// Runs `body` while a table that is only ever added to takes other changes, too.
  ///
  /// Afterwards it refuses them as before. What a change is noted by stays all the while.
  func liftingTriggers<Value>(of table: String, _ body: () throws -> Value) throws -> Value {
    let triggers = try Row.fetchAll(
      self,
      sql: """
        SELECT name, sql FROM main.sqlite_master
        WHERE type = 'trigger' AND tbl_name = ?1 AND name IN (?1 || '_stay', ?1 || '_keep')
        """,
      arguments: [table])
    for trigger in triggers {
      try execute(sql: "DROP TRIGGER main.\((trigger[0] as String).quotedDatabaseIdentifier)")
    }
    let value = try body()
    for trigger in triggers { try execute(sql: trigger[1] as String) }
    return value
  }
}

extension ColumnRule {
  /// What a value that means nothing is read as; nil if that cannot be told.
  ///
  /// - Parameters:
  ///   - value: what stands there.
  ///   - column: what the column is called.
  ///   - takesNull: whether it can be left empty, which is then what becomes of what is no text.
  /// - Returns: what is to stand there.
  fileprivate func mended(
    _ value: PlainTable.Value, column: String, takesNull: Bool
  ) -> PlainTable.Value? {
    switch (self, value) {
    case (.text, .text(let text)), (.name, .text(let text)):
      guard text.utf8.count <= Self.longestText else { return nil }
      let kept = String(text.unicodeScalars.filter { $0 != "\0" })
      return .text(self == .name && kept.allSatisfy(\.isWhitespace) ? "?" : kept)
    case (.number, _), (.reference, _), (.text, _), (.name, _), (.parameters, _), (.thing, _):
      return nil
    case (_, _) where takesNull: return .null
    case (.word(let words), _):
      return (column == "mode" ? "away" : words.first).map { .text($0) }
    case (.ticks, .text(let text)):
      let known = text.split(separator: " ").filter { Tick.isKnown($0) }
      return .text(known.joined(separator: " "))
    case (.parts, .text(let text)):
      return .text(text.filter { RubricPart(rawValue: $0) != nil })
    case (.card, .text(let text)):
      // Another for each, so that no two come together, and the same on every machine.
      var mark = Fingerprint()
      mark.add(text)
      return .text("unknown/\(mark.text)")
    case (.cards, .text(let text)):
      let cards = text.split(separator: " ").filter {
        complaint(on: .text(String($0)), .ofHome) == nil
      }
      return .text(cards.joined(separator: " "))
    case (_, .integer(let number)): return range.map { .integer(number.bounded(by: $0)) }
    default: return nil
    }
  }

  /// The numbers that mean something in a database of the person's; nil for what is no number.
  private var range: ClosedRange<Int64>? {
    switch self {
    case .happened, .planned, .day: bearable
    case .offset: -64_800...64_800
    case .duration: 0...31_622_400_000
    case .position: 0...63
    case .whole(let range): range
    case .flag: 0...1
    case .number, .reference, .text, .name, .word, .card, .cards, .ticks, .parts, .parameters,
      .thing:
      nil
    }
  }
}
