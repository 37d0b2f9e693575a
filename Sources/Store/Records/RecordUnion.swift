import GRDB
import Practice
import Records

/// Takes records of another home in, and makes all rows what the records of both say together.
struct RecordUnion {
  private let db: Database
  private let log: RecordLog
  /// The action that they come with.
  private let action: Int64?
  /// Whether they come of an archive that knows things by numbers: what is known by the same is one then.
  private let isOld: Bool
  /// What the records here said before.
  let before: RecordState
  private(set) var after: RecordState
  /// What came, by what it says.
  private let incoming: RecordState
  /// How many records are new here, and how many of those nobody here can read.
  private(set) var added = 0
  private(set) var unread = 0

  /// - Parameters:
  ///   - records: all of the other home.
  ///   - isOld: whether they come of rows, and not of records.
  ///   - db: within a transaction.
  ///   - action: gives the action that they come with, when there are any that are new.
  /// - Throws: what SQLite says.
  init(
    _ records: [Records.Record], isOld: Bool, in db: Database, action: () throws -> Int64?
  ) throws {
    (self.db, self.isOld) = (db, isOld)
    log = RecordLog(db: db)
    guard !records.isEmpty else {
      (before, after, incoming) = (RecordState([]), RecordState([]), RecordState([]))
      self.action = nil
      return
    }
    let here = try log.all()
    let known = Set(here.map(\.id))
    before = RecordState(here)
    incoming = RecordState(records)
    var taken: Set<RecordID> = []
    var new = records.filter { !known.contains($0.id) && taken.insert($0.id).inserted }
    let matching = ThingMatching(
      before, incoming, together: RecordState(here + new), storiesToo: isOld)
    if isOld { new = matching.withoutWhatWasSaid(new, here) }
    new += matching.joining(here + new).filter { !known.contains($0.id) }
    guard !new.isEmpty else {
      (after, self.action) = (before, nil)
      return
    }
    let number = try action()
    self.action = number
    for record in new {
      try log.insert(record, in: number, about: nil)
      if case .unknown = record.change { unread += 1 }
    }
    added = new.count
    after = RecordState(here + new)
    try dropErased(new, here)
    try settleNames()
    var renewal = WholeRenewal(after, try log.all(), in: db)
    try renewal.run()
  }

  /// What was erased elsewhere is to be nowhere here, either.
  private func dropErased(_ new: [Records.Record], _ here: [Records.Record]) throws {
    var erased: Set<RecordID> = []
    for record in new + here {
      if case .erased(let of) = record.change { erased.formUnion(of) }
    }
    for record in new + here where erased.contains(record.id) {
      guard case .set(let setting) = record.change, setting.value != nil else { continue }
      try db.run(
        "UPDATE main.records SET line = ? WHERE id = ?",
        [record.withoutContent.line, record.id.digits])
    }
  }

  /// Whether something of what is here is erased by what came.
  static func erasedTexts(in records: [Records.Record]) -> Set<String> {
    var erased: Set<String> = []
    for record in records {
      if case .erased(let of) = record.change { erased.formUnion(of.map(\.digits)) }
    }
    return erased
  }

  /// Adds a record that follows from what there is, made at a time that does, too: every home makes the same.
  private mutating func follow(_ record: Records.Record, _ all: inout [Records.Record]) throws {
    guard try db.row("SELECT 1 FROM main.records WHERE id = ?", [record.id.digits]) == nil else {
      return
    }
    try log.insert(record, in: action)
    all.append(record)
    added += 1
  }

  /// Joins those that must be one, and numbers stories that share their title with an earlier one.
  private mutating func settleNames() throws {
    var all = try log.all()
    for _ in 0..<8 {
      let count = all.count
      for record in NameSettling(after, all).records + DeckSettling(after, all).records {
        try follow(record, &all)
      }
      guard all.count > count else { return }
      after = RecordState(all)
    }
  }
}

extension RecordUnion {
  /// What came of it for one thing.
  enum Becoming: Equatable {
    case came, gone, changed
    /// It was changed on both sides; whether what stood here is what is shown.
    case inConflict(isOurs: Bool)
    /// It was deleted here, by somebody who knew all that came.
    case staysDeleted
    case known
  }

  /// What has become of each thing that came.
  func becomings() -> [(thing: ThingKey, becoming: Becoming)] {
    let names = Set(incoming.things.keys.map { after.name(of: $0) })
    return names.sorted().map { thing in
      let (old, new) = (before[thing], after[thing])
      let was =
        old.isKnown ? old : before[after.group(of: thing).first { before[$0].isKnown } ?? thing]
      switch (was.isThere, new.isThere) {
      case (false, true): return (thing, .came)
      case (true, false): return (thing, .gone)
      case (false, false): return (thing, .staysDeleted)
      case (true, true): return (thing, becoming(of: thing, was, new))
      }
    }
  }

  private func becoming(of thing: ThingKey, _ was: ThingState, _ new: ThingState) -> Becoming {
    /// A value, with things by the names that they go by.
    func plain(_ value: RecordValue?, _ field: String) -> RecordValue {
      guard let value, let table = RecordedTable.named[thing.table] else { return value ?? .null }
      return table.renamed(value, field) { after.name(of: $0).id }
    }
    func others(_ state: ThingState, _ field: String) -> [RecordValue] {
      let shown = plain(state.value(of: field), field)
      return (state.heads[field] ?? []).compactMap(\.value).map { plain($0, field) }
        .filter { $0 != shown }
    }
    let fields = Set(new.heads.keys).union(was.heads.keys)
    let changed = fields.filter {
      plain(new.value(of: $0), $0) != plain(was.value(of: $0), $0)
    }
    let conflicts = fields.filter { field in
      let known = others(was, field)
      return others(new, field).contains { !known.contains($0) }
    }
    guard conflicts.isEmpty else {
      return .inConflict(isOurs: conflicts.isDisjoint(with: changed))
    }
    return changed.isEmpty ? .known : .changed
  }
}
