import GRDB
import Records

/// The records of this home, as they are kept.
struct RecordLog {
  let db: Database

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

  func records(of thing: ThingKey, before end: Int64? = nil) throws -> [Records.Record] {
    try db.rows(
      """
      SELECT line, id FROM main.records
      WHERE tbl = ?1 AND thing = ?2 AND number < ifnull(?3, 9223372036854775807)
      UNION ALL
      SELECT line, id FROM main.records
      WHERE tbl IS NULL AND kind IN ('back', 'erased')
        AND number < ifnull(?3, 9223372036854775807)
      """, [thing.table, thing.id, end]
    ) { Records.Record($0[0], id: RecordID($0[1])) }
  }

  /// All records, in the order in which they came.
  func all() throws -> [Records.Record] {
    try db.rows("SELECT line, id FROM main.records ORDER BY number") {
      Records.Record($0[0], id: RecordID($0[1]))
    }
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
  func things(naming id: String) throws -> [ThingKey] {
    try db.rows(
      """
      SELECT DISTINCT tbl, thing FROM main.records
      WHERE kind = 'set' AND thing <> ?1 AND instr(line, '"' || ?1 || '"') > 0
      """, [id]
    ) { ThingKey($0[0], $0[1]) }
  }
}

extension Records.Record {
  /// The thing that it names; nil if it names none.
  fileprivate var thing: ThingKey? {
    switch change {
    case .set(let setting): setting.thing
    case .gone(let thing, _): thing
    case .same(let one, _): one
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
