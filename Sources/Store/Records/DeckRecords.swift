import Decks
import GRDB
import Practice
import Records
import Scheduler

/// A file of a deck of the person's own that is to become another.
public struct DeckChange: Equatable, Sendable {
  /// The file's name, without its folder.
  public var name: String
  /// What the records took it for; nil if it was not there.
  public var from: String?
  /// What it is to be; nil if it is to go.
  public var to: String?

  public init(name: String, from: String?, to: String?) {
    (self.name, self.from, self.to) = (name, from, to)
  }
}

extension ThingState {
  /// The text of a deck's file; nil if it is not there.
  var deckText: String? { isThere ? value(of: "text")?.text : nil }
}

extension ThingKey {
  init(deck name: String) { self.init(Belongings.deckTable, name) }
}

extension Store {
  /// Records what has become of the own decks' files since they were looked at last.
  ///
  /// - Parameters:
  ///   - files: the texts of all that there are, by name.
  ///   - unread: the names of those that cannot be read, of which nothing is known.
  ///   - isStep: whether that is something that can be taken back; if not, the person has changed them by
  ///     other means.
  /// - Throws: ``StoreError``; then nothing was recorded.
  public func noteDecks(
    _ files: [String: String], unread: Set<String> = [], asStep isStep: Bool = false
  ) throws(StoreError) {
    let changes = try reading { db in
      try Self.deckNames(in: db).union(files.keys).subtracting(unread).sorted().filter { name in
        try RecordLog(db: db).state(of: ThingKey(deck: name)).deckText != files[name]
      }
    }
    guard !changes.isEmpty else { return }
    try writing(isStep ? .change : .upkeep) { db in
      let time = clock().milliseconds.bounded(by: Bounds.times)
      let marks = try FactMarks(db)
      let action = try Action.add(
        isStep ? .change : .upkeep, at: time, from: marks, to: marks, in: db)
      for name in changes {
        try Self.note(name, files[name], at: time, in: RecordLog(db: db), action: action)
      }
    }
  }

  /// Records what a deck's file is now; nil if it is no more.
  static func note(
    _ name: String, _ text: String?, at time: Int64, in log: RecordLog, action: Int64
  ) throws {
    let thing = ThingKey(deck: name)
    let state = try log.state(of: thing)
    guard let text else {
      if state.isThere {
        try log.add(in: action, at: time) { .gone(thing, at: $0, of: state.allHeads) }
      }
      return
    }
    if !state.deletions.isEmpty, !state.isThere {
      try log.add(in: action, at: time, about: thing) { .back(at: $0, of: state.deletions) }
    }
    guard state.value(of: "text")?.text != text else { return }
    let heads = (state.heads["text"] ?? []).map(\.id)
    try log.add(in: action, at: time) {
      .set("text", of: thing, to: .text(text), at: $0, replacing: heads)
    }
  }

  /// The records of decks' files that come and are not as the records beside them say: those have not seen
  /// the last change, or there are none.
  ///
  /// - Parameters:
  ///   - files: what comes, by name.
  ///   - records: what comes with it.
  ///   - isOld: whether nothing is known of what they were; then a name is that of a file here, however
  ///     capitals are used.
  ///   - db: within a transaction.
  /// - Returns: the records, each the same however often it is made.
  /// - Throws: what SQLite says.
  static func deckRecords(
    _ files: [String: String], besides records: [Records.Record], isOld: Bool, in db: Database
  ) throws -> [Records.Record] {
    guard !files.isEmpty else { return [] }
    let state = RecordState(records)
    let names =
      isOld
      ? Dictionary(try deckNames(in: db).map { ($0.lowercased(), $0) }) { min($0, $1) } : [:]
    return files.sorted { $0.key < $1.key }.compactMap { name, text in
      let thing = ThingKey(deck: names[name.lowercased()] ?? name)
      let said = state[thing]
      guard said.deckText != text else { return nil }
      let heads = said.heads["text"] ?? []
      return .set(
        "text", of: thing, to: .text(text), at: heads.last.map { $0.at + 1 } ?? 0,
        replacing: heads.map(\.id))
    }
  }

  private static func deckNames(in db: Database) throws -> Set<String> {
    Set(
      try db.rows("SELECT DISTINCT thing FROM main.records WHERE tbl = ?", [Belongings.deckTable]) {
        $0[0] as String
      })
  }
}

extension RecordUnion {
  /// The deck files that have become others.
  func deckChanges() -> [DeckChange] {
    after.things.keys.filter { $0.table == Belongings.deckTable }.sorted().compactMap { thing in
      let (old, new) = (before[thing].deckText, after[thing].deckText)
      return old == new ? nil : DeckChange(name: thing.id, from: old, to: new)
    }
  }
}

/// Brings decks together that were changed on both sides, card by card.
struct DeckSettling {
  private(set) var records: [Records.Record] = []

  /// - Parameters:
  ///   - state: what all records say.
  ///   - all: all of them.
  init(_ state: RecordState, _ all: [Records.Record]) {
    let decks = state.things.filter { $0.key.table == Belongings.deckTable && $0.value.isThere }
      .sorted { $0.key < $1.key }
    for (thing, said) in decks {
      guard let heads = said.heads["text"], let last = heads.last, let mine = last.value?.text,
        heads.count == 2, let other = heads[0].value?.text, other != mine
      else { continue }
      let base = Self.base(of: heads.map(\.id), all)
      guard let text = DeckMerging(mine, other, base: base).text else { continue }
      records.append(
        .set("text", of: thing, to: .text(text), at: last.at + 1, replacing: heads.map(\.id)))
    }
  }

  /// The text that both were made of; nil if there is none, or it is not known.
  private static func base(of heads: [RecordID], _ all: [Records.Record]) -> String? {
    var settings: [RecordID: (at: Int64, setting: Records.Record.Setting)] = [:]
    for record in all {
      guard case .set(let setting) = record.change, setting.thing.table == Belongings.deckTable
      else {
        continue
      }
      settings[record.id] = (record.at, setting)
    }
    func ancestors(of head: RecordID) -> Set<RecordID> {
      var found: Set<RecordID> = []
      var waiting = [head]
      while let next = waiting.popLast() {
        guard found.insert(next).inserted else { continue }
        waiting += settings[next]?.setting.of ?? []
      }
      return found
    }
    let common = heads.dropFirst().reduce(ancestors(of: heads[0])) {
      $0.intersection(ancestors(of: $1))
    }
    let latest = common.compactMap { id in settings[id].map { (at: $0.at, id: id) } }
      .max { ($0.at, $0.id) < ($1.at, $1.id) }
    return latest.flatMap { settings[$0.id]?.setting.value?.text }
  }
}
