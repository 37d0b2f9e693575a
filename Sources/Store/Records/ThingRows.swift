import GRDB
import Records

/// Reads the rows of things as the fields of records, and writes fields as rows.
struct ThingRows {
  let db: Database
  let numbers: ThingNumbers

  init(_ db: Database, joined: JoinedNames? = nil) {
    self.db = db
    numbers = ThingNumbers(db: db, joined: joined)
  }

  /// What stands in the row of a thing; nil if it has none.
  ///
  /// - Parameters:
  ///   - thing: any.
  ///   - table: where it is.
  ///   - pair: the numbers of the criterion and the employer that it is of, of a thing that is of such and
  ///     that the records may not know yet.
  /// - Returns: the fields, those that are empty among them.
  /// - Throws: what SQLite says.
  func fields(
    of thing: ThingKey, in table: RecordedTable, pair: [Int64]? = nil
  ) throws -> [String: RecordValue]? {
    let known = pair.map { RowKey(pair: $0) }
    guard let key = try known ?? key(of: thing, in: table) else { return nil }
    var fields: [String: RecordValue] = [:]
    if !table.columns.isEmpty {
      let names = table.columns.map(\.name).joined(separator: ", ")
      let row = try db.row(
        "SELECT \(names) FROM main.\(table.name) WHERE \(key.condition)",
        StatementArguments(key.values))
      guard let row else { return nil }
      for (index, column) in table.columns.enumerated() {
        fields[column.name] = try value(row[index], target: column.target)
      }
    }
    if table.hasFits {
      for row in try db.rows(
        "SELECT family, fit FROM main.story_fits WHERE story = ?", StatementArguments(key.values),
        { $0.copy() })
      {
        fields[RecordedTable.fitPrefix + (row[0] as String)] = .text(row[1])
      }
    }
    for list in table.lists { fields[list.field] = .list(try values(of: list, key.values)) }
    // Nothing but its list says that it is there.
    if table.columns.isEmpty, fields.values.allSatisfy(\.isBlank) { return nil }
    return fields
  }

  /// Puts a row there that has just these fields, or brings the one that is there to them.
  func write(_ fields: [String: RecordValue], of thing: ThingKey, in table: RecordedTable) throws {
    guard let key = try key(of: thing, in: table, fields) else { return }
    if !table.columns.isEmpty {
      var values: [(name: String, value: DatabaseValue)] = []
      for column in table.columns {
        values.append((column.name, try stored(fields[column.name], in: column)))
      }
      let own = zip(key.columns, key.values).filter { name, _ in
        !values.contains { $0.name == name }
      }
      let all = own.map { (name: $0, value: $1) } + values
      let assignments = values.map { "\($0.name) = excluded.\($0.name)" }.joined(separator: ", ")
      try db.execute(
        sql: """
          INSERT INTO main.\(table.name) (\(all.map(\.name).joined(separator: ", ")))
          VALUES (\(all.map { _ in "?" }.joined(separator: ", ")))
          ON CONFLICT (\(key.columns.joined(separator: ", "))) DO UPDATE SET \(assignments)
          """, arguments: StatementArguments(all.map(\.value)))
    }
    if table.hasFits {
      try db.execute(
        sql: "DELETE FROM main.story_fits WHERE story = ?",
        arguments: StatementArguments(key.values))
      for (field, value) in fields where field.hasPrefix(RecordedTable.fitPrefix) {
        guard !value.isBlank else { continue }
        let family = String(field.dropFirst(RecordedTable.fitPrefix.count))
        try db.execute(
          sql: "INSERT INTO main.story_fits VALUES (?, ?, ?)",
          arguments: StatementArguments(key.values + [family.databaseValue, value.stored]))
      }
    }
    for list in table.lists { try write(fields[list.field]?.list ?? [], list, key.values) }
  }

  /// Gives up the name that no two may have, since another may be about to get it; the row is written anew
  /// then.
  func giveUpName(of thing: ThingKey, in table: RecordedTable) throws {
    guard let column = table.uniqueName,
      let number = try numbers.number(of: thing.id, in: table.name)
    else { return }
    try db.run(
      "UPDATE main.\(table.name) SET \(column) = ? WHERE id = ?", ["\u{1}\(number)", number])
  }

  /// Takes the row away, and what hangs on it.
  func delete(_ thing: ThingKey, in table: RecordedTable) throws {
    guard let key = try key(of: thing, in: table) else { return }
    try db.execute(
      sql: "DELETE FROM main.\(table.name) WHERE \(key.condition)",
      arguments: StatementArguments(key.values))
  }

  // MARK: - Keys

  private struct RowKey {
    var columns: [String]
    var values: [DatabaseValue]
    var condition: String { columns.map { "\($0) = ?" }.joined(separator: " AND ") }

    init(columns: [String], values: [DatabaseValue]) {
      (self.columns, self.values) = (columns, values)
    }

    init(pair: [Int64]) {
      self.init(columns: ["criterion", "employer"], values: pair.map(\.databaseValue))
    }
  }

  /// Where its row is, or would be.
  ///
  /// - Parameters:
  ///   - thing: any.
  ///   - table: where it is.
  ///   - fields: what is to be written there; what has no number of its own is found by it.
  /// - Returns: its key; nil if it has none.
  /// - Throws: what SQLite says.
  private func key(
    of thing: ThingKey, in table: RecordedTable, _ fields: [String: RecordValue]? = nil
  ) throws -> RowKey? {
    switch table.key {
    case .text(let column): return RowKey(columns: [column], values: [thing.id.databaseValue])
    case .number:
      let number =
        try fields == nil
        ? numbers.number(of: thing.id, in: table.name)
        : numbers.numberForEver(of: thing.id, in: table.name)
      return number.map { RowKey(columns: ["id"], values: [$0.databaseValue]) }
    case .pair:
      return try pair(of: thing, fields).map { RowKey(pair: $0) }
    }
  }

  /// The numbers of the criterion and the employer that a verdict is of.
  private func pair(
    of thing: ThingKey, _ fields: [String: RecordValue]?
  ) throws -> [Int64]? {
    let fields = try fields ?? RecordLog(db: db, joined: numbers.joined).state(of: thing).values
    guard let criterion = fields["criterion"]?.text, let employer = fields["employer"]?.text,
      let first = try numbers.number(of: criterion, in: "criteria"),
      let second = try numbers.number(of: employer, in: "employers")
    else { return nil }
    return [first, second]
  }

  // MARK: - Values

  private func value(_ stored: DatabaseValue, target: String?) throws -> RecordValue {
    guard let target, case .int64(let number) = stored.storage else { return RecordValue(stored) }
    return try numbers.thing(number, in: target).map { .text($0) } ?? .null
  }

  private func stored(
    _ value: RecordValue?, in column: RecordedTable.Column
  ) throws -> DatabaseValue {
    guard let target = column.target else {
      guard let value, value != .null || !column.isRequired else { return column.blank.stored }
      return value.stored
    }
    guard let thing = value?.text, try numbers.hasRow(thing, in: target) else { return .null }
    return try numbers.number(of: thing, in: target)?.databaseValue ?? .null
  }

  private func values(
    of list: RecordedTable.List, _ owner: [DatabaseValue]
  ) throws -> [RecordValue] {
    let names = (["position"] + list.columns.map(\.name)).joined(separator: ", ")
    let rows = try db.rows(
      "SELECT \(names) FROM main.\(list.table) WHERE \(list.owner) = ? ORDER BY position",
      StatementArguments(owner), { $0.copy() })
    return try rows.map { row in
      var members: [String: RecordValue] = [:]
      for (index, column) in list.columns.enumerated() {
        members[column.name] = try value(row[index + 1], target: column.target)
      }
      if list.isOfNames { return members.values.first ?? .null }
      if list.hasPlaces { members["position"] = .integer(row[0]) }
      return .object(members)
    }
  }

  private func write(
    _ values: [RecordValue], _ list: RecordedTable.List, _ owner: [DatabaseValue]
  ) throws {
    try db.execute(
      sql: "DELETE FROM main.\(list.table) WHERE \(list.owner) = ?",
      arguments: StatementArguments(owner))
    var place: Int64 = 0
    for value in values {
      var row = owner
      if list.isOfNames {
        guard let target = list.columns[0].target, let thing = value.text,
          try numbers.hasRow(thing, in: target)
        else { continue }
        row += [
          place.databaseValue,
          try numbers.number(of: thing, in: target)?.databaseValue ?? .null,
        ]
      } else {
        let members = value.object ?? [:]
        let position = list.hasPlaces ? members["position"]?.integer ?? place : place
        row += [position.databaseValue] + list.columns.map { members[$0.name]?.stored ?? .null }
      }
      place += 1
      let names = ([list.owner, "position"] + list.columns.map(\.name)).joined(separator: ", ")
      try db.execute(
        sql: """
          INSERT INTO main.\(list.table) (\(names)) VALUES (\(row.map { _ in "?" }.joined(separator: ", ")))
          """, arguments: StatementArguments(row))
    }
  }
}

extension RecordedTable.List {
  /// Whether each of its values is the name of a thing.
  var isOfNames: Bool { columns.count == 1 && columns[0].target != nil }
}
