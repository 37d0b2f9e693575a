import Campaign
import GRDB
import Practice
import Records
import Scheduler

extension Store {
  /// A field that was set to different values by homes that did not know of each other.
  public struct Conflict: Equatable, Sendable {
    /// `the story “The refund”`.
    public let title: String
    /// The field's name, as in a form of the thing.
    public let field: String
    /// What it is called on a screen: `First line`.
    public let fieldTitle: String
    /// The wordings, that which is shown first.
    public let wordings: [Wording]
    /// Whether it is a text that a person can write in yet another way.
    public let isText: Bool
    let thing: ThingKey

    /// One of the values.
    public struct Wording: Equatable, Sendable {
      /// As a person reads it.
      public let text: String
      /// When it was set, in milliseconds since 1970 UTC by the clock of its home.
      public let at: Int64
      /// Whether this home has set it.
      public let isOfThisHome: Bool
      let value: RecordValue
    }

    /// Whether a line of elsewhere is the change that a wording comes of.
    public func isSaid(_ wording: Wording, by line: String) -> Bool {
      guard line.contains("\"at\":\(wording.at),"),
        let record = Records.Record(json: line), record.at == wording.at,
        case .set(let setting) = record.change
      else { return false }
      return setting.thing.table == thing.table && setting.field == field
        && setting.value == wording.value
    }
  }

  /// How a conflict is settled.
  public enum Settling: Sendable {
    /// By one of its wordings, by its place among them.
    case keeping(Int)
    /// By another one.
    case writing(String)
  }

  /// What was changed on both sides and is not settled, in an order of its content.
  public func conflicts() throws(StoreError) -> [Conflict] {
    try reading { db in try Self.conflicts(in: db) }
  }

  private static func conflicts(in db: Database) throws -> [Conflict] {
    let state = RecordState(try RecordLog(db: db).all())
    let titles = ThingTitles(db: db)
    let rows = ThingRows(db)
    return try state.things.sorted { $0.key < $1.key }.flatMap { thing, said in
      guard said.isThere, !said.conflicts.isEmpty, thing.table != "drafts" else {
        return [Conflict]()
      }
      if let table = RecordedTable.named[thing.table] {
        guard try rows.isVisible(said, in: table) else { return [] }
      } else if thing.table != Belongings.deckTable {
        return []
      }
      let title = try titles.title(of: thing, said)
      let columns = RecordedTable.named[thing.table]?.columns ?? []
      // When a note was changed goes with its text.
      return try said.conflicts.keys.filter { $0 != "changed_ms" }.sorted().map { field in
        let target = columns.first { $0.name == field }?.target
        var wordings: [Conflict.Wording] = []
        for head in (said.heads[field] ?? []).reversed() {
          guard let value = head.value, !wordings.contains(where: { $0.value == value }) else {
            continue
          }
          let named = target.flatMap { target in value.text.map { ThingKey(target, $0) } }
          let text = try named.map { try titles.title(of: $0, state[$0]) } ?? value.words
          wordings.append(
            Conflict.Wording(
              text: text, at: head.at, isOfThisHome: try isOfThisHome(head, of: thing, in: db),
              value: value))
        }
        return Conflict(
          title: title, field: field, fieldTitle: Self.fieldTitle(field, of: thing.table),
          wordings: wordings,
          isText: Self.isText(field, of: thing.table), thing: thing)
      }
    }
  }

  private static func fieldTitle(_ field: String, of table: String) -> String {
    func title<Thing: NotebookThing>(in _: Thing.Type) -> String? {
      Thing.columns.first { $0.name == field }?.field.title
    }
    let kind = Notebook.kinds.first { $0.table == table }
    return kind.flatMap { title(in: $0) } ?? field
  }

  private static func isText(_ field: String, of table: String) -> Bool {
    switch TableRules.all[table]?[field] {
    case .text, .name: RecordedTable.named[table] != nil
    default: false
    }
  }

  /// Whether it was first set here: what an undo has set again is whose it was.
  private static func isOfThisHome(
    _ head: ThingState.Head, of thing: ThingKey, in db: Database
  ) throws -> Bool {
    try db.row(
      """
      SELECT a.kind IS NOT NULL AND a.kind NOT IN ('import', 'upkeep')
      FROM main.records r LEFT JOIN main.actions a ON a.id = r.action
      WHERE r.tbl = ? AND r.kind = 'set' AND r.at_ms = ? ORDER BY r.number LIMIT 1
      """, [thing.table, head.at])?[0] ?? false
  }

  /// Settles a conflict: the field is set anew, by somebody who knew all wordings.
  ///
  /// - Parameters:
  ///   - conflict: as ``conflicts()`` gives it.
  ///   - settling: what it is from now on.
  ///   - decks: as for ``merge(_:at:isImport:decks:)``.
  /// - Throws: ``StoreError``, ``StoreError/changed(what:)`` if it is none any more.
  public func settle(
    _ conflict: Conflict, by settling: Settling, decks: ([DeckChange]) throws -> Void
  ) throws(StoreError) {
    // Like what is brought back it has a step of its own, in which only this is done.
    try writing(.back) { db in
      guard let value = conflict.value(of: settling), try Self.conflicts(in: db).contains(conflict)
      else { throw StoreError.changed(what: conflict.title) }
      let log = RecordLog(db: db)
      let before = try log.state(of: conflict.thing)
      let heads = (before.heads[conflict.field] ?? []).map(\.id)
      let time = clock().milliseconds.bounded(by: Bounds.times)
      let marks = try FactMarks(db)
      let action = try Action.add(.back, at: time, from: marks, to: marks, in: db)
      try log.add(in: action, at: time, about: conflict.thing) {
        .set(
          conflict.field, of: conflict.thing, to: value, at: $0, replacing: heads)
      }
      var renewal = ThingRenewal(in: db)
      try renewal.renew([conflict.thing])
      guard conflict.thing.table == Belongings.deckTable else { return }
      let text = try log.state(of: conflict.thing).deckText
      guard text != before.deckText else { return }
      try decks([DeckChange(name: conflict.thing.id, from: before.deckText, to: text)])
    }
  }
}

extension Store.Conflict {
  /// What a field is when it is settled so; nil if that cannot be.
  fileprivate func value(of settling: Store.Settling) -> RecordValue? {
    switch settling {
    case .keeping(let place): wordings.indices.contains(place) ? wordings[place].value : nil
    case .writing(let text): isText && text.utf8.count <= ColumnRule.longestText ? .text(text) : nil
    }
  }
}

extension RecordValue {
  /// As a person reads it.
  fileprivate var words: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .text(let text): text
    case .list, .object: line
    }
  }
}
