import GRDB
import Records

/// Writes the records of a transaction, at its end: whatever way a row has changed, what its thing is now
/// is compared with what the records say, and the difference is recorded.
struct Recorder {
  private let db: Database
  private let kind: ActionKind
  /// Milliseconds since 1970 UTC.
  private let time: Int64
  /// Gives the name of a new thing: 64 random bits.
  private let random: () -> UInt64
  private let log: RecordLog
  private let rows: ThingRows
  private var numbers: ThingNumbers { rows.numbers }
  private let before: FactMarks?
  private let last: Int64?
  private var action: Int64?
  /// How many new things there were so far: each is of a time of its own, so that their order is known
  /// elsewhere, too.
  private var begun: Int64 = 0

  /// - Parameters:
  ///   - db: within the transaction.
  ///   - kind: what it does.
  ///   - before: the facts that there were when it began; nil where its kind says how many came.
  ///   - last: the last action before it; nil where it begins none itself.
  ///   - time: now, in milliseconds since 1970 UTC.
  ///   - random: gives the name of a new thing.
  init(
    in db: Database, _ kind: ActionKind, from before: FactMarks?, after last: Int64? = nil,
    at time: Int64, random: @escaping () -> UInt64
  ) {
    (self.db, self.kind, self.before, self.time, self.random) = (db, kind, before, time, random)
    self.last = last
    log = RecordLog(db: db)
    rows = ThingRows(db)
  }

  /// Records what the transaction has changed.
  ///
  /// - Parameter isTouched: whether things are among it.
  /// - Throws: what SQLite says, and ``StoreError/refused(detail:)`` when a name is taken.
  mutating func finish(isTouched: Bool) throws {
    // A mere grade is its own record.
    guard isTouched || [.attempt, .import].contains(kind) else { return }
    if kind == .undo || kind == .back {
      // It has a row already, before which it did nothing.
      action = try Action.last("kind = ?", [kind.rawValue], in: db)?.id
    } else if let last {
      action = try Action.last("id > ? AND kind = ?", [last, kind.rawValue], in: db)?.id
    }
    if isTouched { try recordThings() }
    if kind == .attempt || kind == .import { try beginAction() }
  }

  /// Leaves a draft to the next transaction that is none, or to whoever reads the records: it changes
  /// every second while somebody writes, and each record has its whole text for ever.
  static func leave(in db: Database) throws {
    try db.run(
      """
      DELETE FROM main.touched
      WHERE rowid NOT IN (SELECT max(rowid) FROM main.touched GROUP BY tbl, key, is_old)
      """)
  }

  /// The action that the records are of; begins it with the first.
  private mutating func beginAction() throws {
    guard action == nil else { return }
    let after = try FactMarks(db)
    var from = before ?? after
    if kind == .grade { from.reviews -= 1 }
    if kind == .attempt { from.attempts -= 1 }
    guard from != after || kind != .import || isRecorded else { return }
    action = try Action.add(kind, at: time, from: from, to: after, in: db)
  }

  private var isRecorded = false

  // MARK: - Things

  /// One thing that was touched.
  private struct Touched {
    var table: RecordedTable
    var thing: ThingKey
    /// Its row's number, where it has one.
    var number: Int64?
    /// The numbers of the criterion and the employer that it is of, where it is of such.
    var pair: [Int64]?
    var isOld: Bool
  }

  private mutating func recordThings() throws {
    let things = try touched()
    try keepNames(of: things)
    for touched in things { try record(touched) }
    try db.run("DELETE FROM main.touched")
  }

  /// What was touched, those first that others name; new things get their names.
  private func touched() throws -> [Touched] {
    let found: [(table: String, key: DatabaseValue, isOld: Bool)] = try db.rows(
      "SELECT tbl, key, max(is_old) FROM main.touched GROUP BY tbl, key ORDER BY tbl, key"
    ) { ($0[0], $0[1], $0[2]) }
    let byTable = Dictionary(grouping: found, by: \.table)
    var things: [Touched] = []
    for table in RecordedTable.all(named: byTable.keys) {
      var names = NewNames(numbers, table, random)
      for (_, key, isOld) in byTable[table.name] ?? [] {
        let id: String?
        var number: Int64?
        var pair: [Int64]?
        switch table.key {
        case .text: id = String.fromDatabaseValue(key)
        case .pair:
          pair = String.fromDatabaseValue(key)?.split(separator: " ").compactMap { Int64($0) }
          id = try pair.flatMap { try verdict(of: $0) }
        case .number:
          number = Int64.fromDatabaseValue(key)
          id = try number.flatMap { number in
            try numbers.thing(number, in: table.name)
              ?? names.name(number, isOld: isOld || kind == .import)
          }
        }
        guard let id else { continue }
        things.append(
          Touched(
            table: table, thing: ThingKey(table.name, id), number: number, pair: pair, isOld: isOld)
        )
      }
    }
    return things
  }

  /// The name of what is said of a criterion at an employer, by their numbers: it is the same in every home.
  private func verdict(of pair: [Int64]) throws -> String? {
    guard pair.count == 2, let criterion = try numbers.thing(pair[0], in: "criteria"),
      let employer = try numbers.thing(pair[1], in: "employers")
    else { return nil }
    return NewNames.name("verdicts", [criterion, employer], 1)
  }

  /// Keeps the names that no two may have, first giving up those that were there.
  private func keepNames(of things: [Touched]) throws {
    let named = things.filter { $0.table.uniqueName != nil }
    guard !named.isEmpty else { return }
    for touched in named {
      guard let number = touched.number else { continue }
      try numbers.keepName(nil, of: number, in: touched.table.name)
    }
    for touched in named {
      guard let number = touched.number, let column = touched.table.uniqueName else { continue }
      let name: String? = try db.row(
        "SELECT \(column) FROM main.\(touched.table.name) WHERE id = ?", [number])?[0]
      guard let name else { continue }
      // What another program has made of a row is no reason to take nothing more in.
      if kind == .upkeep,
        try numbers.holder(of: Schema.foldedName(name), in: touched.table.name) != nil
      {
        continue
      }
      try numbers.keepName(name, of: number, in: touched.table.name)
    }
  }

  private mutating func record(_ touched: Touched) throws {
    let (table, thing) = (touched.table, touched.thing)
    let state = try log.state(of: thing)
    var here = try rows.fields(of: thing, in: table, pair: touched.pair)
    // The row of what has been joined with another goes, and the thing is in the other's.
    if here == nil, touched.pair != nil { here = try rows.fields(of: thing, in: table) }
    guard let fields = here else {
      guard state.isThere, try rows.isVisible(state, in: table) else { return }
      return try add(touched) { .gone(thing, at: $0, of: state.allHeads) }
    }
    guard state.isThere || !table.saysNothing(fields) else { return }
    if !state.deletions.isEmpty, !state.isThere {
      try add(touched) { .back(at: $0, of: state.deletions) }
    }
    defer { if !state.isKnown { begun += 1 } }
    // Those that the records know and the row has no more are empty now.
    for field in Set(fields.keys).union(state.heads.keys).sorted() {
      let value = fields[field] ?? .null
      guard try !isShown(value, field, state, in: table) else { continue }
      let heads = (state.heads[field] ?? []).map(\.id)
      try add(touched) { .set(field, of: thing, to: value, at: $0, replacing: heads) }
    }
  }

  private mutating func add(_ touched: Touched, _ make: (Int64) -> Records.Record) throws {
    if touched.isOld { return try log.add(in: nil, at: 0, about: touched.thing, make) }
    isRecorded = true
    try beginAction()
    try log.add(
      in: action, at: writtenAt(touched) ?? time + begun, about: touched.thing, make)
  }

  /// When a draft was written that is recorded later; nil for all else.
  private func writtenAt(_ touched: Touched) throws -> Int64? {
    guard kind == .upkeep, touched.table.name == "drafts" else { return nil }
    return try db.row(
      "SELECT max(changed_ms) FROM main.drafts WHERE card = ?", [touched.thing.id])?[0]
  }

  /// Whether a field is what the records say already, as far as that can be seen here.
  private func isShown(
    _ value: RecordValue, _ field: String, _ state: ThingState, in table: RecordedTable
  ) throws -> Bool {
    guard let shown = try rows.visible(state.value(of: field) ?? .null, field, in: table) else {
      return true
    }
    return shown == value || shown.isBlank && table.isNothing(value, in: field)
  }
}
