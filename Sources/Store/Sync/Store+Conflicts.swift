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
    /// The wordings, that which is shown first.
    public let wordings: [Wording]
    let thing: ThingKey

    /// One of the values.
    public struct Wording: Equatable, Sendable {
      /// As a person reads it.
      public let text: String
      /// When it was set, in milliseconds since 1970 UTC by the clock of its home.
      public let at: Int64
      let value: RecordValue
    }
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
          wordings.append(Conflict.Wording(text: text, at: head.at, value: value))
        }
        return Conflict(title: title, field: field, wordings: wordings, thing: thing)
      }
    }
  }

  /// Settles a conflict: the field is set anew, by somebody who knew all wordings.
  ///
  /// - Parameters:
  ///   - conflict: as ``conflicts()`` gives it.
  ///   - wording: the place of the one that is kept.
  ///   - decks: as for ``merge(_:at:isImport:decks:)``.
  /// - Throws: ``StoreError``, ``StoreError/changed(what:)`` if it is none any more.
  public func settle(
    _ conflict: Conflict, keeping wording: Int, decks: ([DeckChange]) throws -> Void
  ) throws(StoreError) {
    // Like what is brought back it has a step of its own, in which only this is done.
    try writing(.back) { db in
      guard conflict.wordings.indices.contains(wording),
        try Self.conflicts(in: db).contains(conflict)
      else { throw StoreError.changed(what: conflict.title) }
      let log = RecordLog(db: db)
      let before = try log.state(of: conflict.thing)
      let heads = (before.heads[conflict.field] ?? []).map(\.id)
      let time = clock().milliseconds.bounded(by: Bounds.times)
      let marks = try FactMarks(db)
      let action = try Action.add(.back, at: time, from: marks, to: marks, in: db)
      try log.add(in: action, at: time, about: conflict.thing) {
        .set(
          conflict.field, of: conflict.thing, to: conflict.wordings[wording].value, at: $0,
          replacing: heads)
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
