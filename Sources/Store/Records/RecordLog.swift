import GRDB
import Records

/// The records of this home, as they are kept.
struct RecordLog {
  let db: Database
  let joined: JoinedNames

  init(db: Database, joined: JoinedNames? = nil) {
    self.db = db
    self.joined = joined ?? JoinedNames(db)
  }

  /// What the records say of a thing, or said of it.
  ///
  /// - Parameters:
  ///   - thing: any.
  ///   - end: only what came before the record of this number counts; nil for all.
  /// - Returns: the state; of a thing that nothing was ever said of, one that says so.
  /// - Throws: what SQLite says.
  func state(of thing: ThingKey, before end: Int64? = nil) throws -> ThingState {
    RecordState(try records(of: thing, before: end))[thing]
  }

  /// What was ever recorded of a thing under any of its names, with what says that these are one.
  func records(of thing: ThingKey, before end: Int64? = nil) throws -> [Records.Record] {
    let names = try joined.group(of: thing.id, in: thing.table)
    let marks = names.indices.map { "?\($0 + 3)" }.joined(separator: ", ")
    let records = try db.rows(
      """
      SELECT line, id FROM main.records
      WHERE tbl = ?1 AND thing IN (\(marks)) AND number < ifnull(?2, 9223372036854775807)
      UNION ALL
      SELECT line, id FROM main.records
      WHERE tbl IS NULL AND kind IN ('back', 'erased')
        AND number < ifnull(?2, 9223372036854775807)
      """,
      StatementArguments(
        [thing.table.databaseValue, end.databaseValue] + names.map(\.databaseValue))
    ) { Records.Record($0[0], id: RecordID($0[1])) }
    return names.count == 1 ? records : try records + joined.records(in: thing.table)
  }

  /// All records, in the order in which they came.
  func all() throws -> [Records.Record] {
    try db.rows("SELECT line, id FROM main.records ORDER BY number") {
      Records.Record($0[0], id: RecordID($0[1]))
    }
  }

  /// One record, by its name; nil if there is none.
  func record(_ id: RecordID) throws -> Records.Record? {
    try db.rows("SELECT line FROM main.records WHERE id = ?", [id.digits]) {
      Records.Record($0[0], id: id)
    }.first
  }

  /// Adds a record.
  ///
  /// - Parameters:
  ///   - action: the action of this home that it is of; nil if it is of none.
  ///   - time: milliseconds since 1970, or a little later: no two records are the same.
  ///   - thing: the thing that it is about, where it does not name it itself.
  ///   - make: gives it, made at a time.
  /// - Throws: what SQLite says.
  func add(
    in action: Int64?, at time: Int64, about thing: ThingKey? = nil,
    _ make: (Int64) -> Records.Record
  ) throws {
    var time = time
    var record = make(time)
    while try db.row("SELECT 1 FROM main.records WHERE id = ?", [record.id.digits]) != nil {
      // One of before there were records is the same in each home.
      if action == nil { return }
      time += 1
      record = make(time)
    }
    try insert(record, in: action, about: thing)
  }

  /// Puts a record there that is not there yet.
  func insert(_ record: Records.Record, in action: Int64?, about thing: ThingKey? = nil) throws {
    let key = record.thing ?? thing
    try db.run(
      """
      INSERT INTO main.records (id, kind, tbl, thing, at_ms, line, action)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        record.id.digits, record.kind, key?.table, key?.id, record.at, record.line, action,
      ])
  }

  /// The things whose records name one, in no order: what hangs on it, or mentions it.
  func things(naming thing: ThingKey) throws -> [ThingKey] {
    let names = try joined.group(of: thing.id, in: thing.table)
    return try names.flatMap { id in
      try db.rows(
        """
        SELECT DISTINCT tbl, thing FROM main.records
        WHERE kind = 'set' AND thing <> ?1 AND instr(line, '"' || ?1 || '"') > 0
        """, [id]
      ) { ThingKey($0[0], $0[1]) }
    }
  }
}

extension Records.Record {
  /// The thing that it names; nil if it names none.
  fileprivate var thing: ThingKey? {
    switch change {
    case .set(let setting): setting.thing
    case .gone(let thing, _): thing
    case .same(let one, let other): ThingKey(JoinedNames.mark(one.table), other.id)
    case .back, .erased, .unknown: nil
    }
  }

  fileprivate var kind: String {
    switch change {
    case .set: "set"
    case .gone: "gone"
    case .back: "back"
    case .same: "same"
    case .erased: "erased"
    case .unknown: "unknown"
    }
  }
}
