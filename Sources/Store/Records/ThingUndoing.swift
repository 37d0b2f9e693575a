import GRDB
import Practice
import Records

/// Takes back what an action did to things: their records say then what they said before it.
struct ThingUndoing {
  private let action: Action
  private let undo: Int64
  private let time: Int64
  private let db: Database
  private let log: RecordLog

  private(set) var things: [Store.TakenBack.Thing] = []
  /// What stays as it is, since it was changed since.
  private(set) var left: [String] = []
  /// Whether other cards can be practised now.
  private(set) var changesWhatIsActive = false
  /// The decks' files that are to become others.
  private(set) var decks: [DeckChange] = []

  /// What a thing was called before the action, and is called now.
  private typealias Titles = (old: String, now: String)

  /// - Parameters:
  ///   - action: what is taken back.
  ///   - undo: the action that takes it back.
  ///   - time: now, in milliseconds since 1970 UTC.
  ///   - db: within a transaction.
  init(of action: Action, by undo: Int64, at time: Int64, in db: Database) {
    (self.action, self.undo, self.time, self.db) = (action, undo, time, db)
    log = RecordLog(db: db)
  }

  mutating func run() throws {
    let changed = try db.rows(
      """
      SELECT tbl, thing, min(number) FROM main.records
      WHERE action = ? AND thing IS NOT NULL AND substr(tbl, 1, 1) <> '='
      GROUP BY tbl, thing ORDER BY min(number)
      """, [action.id]
    ) { (thing: ThingKey($0[0], $0[1]), first: $0[2] as Int64) }
    var renewed: [(thing: ThingKey, before: ThingState, now: ThingState, titles: Titles)] = []
    var seen: Set<ThingKey> = []
    for (thing, first) in changed {
      let name = ThingKey(thing.table, try log.joined.name(of: thing.id, in: thing.table))
      guard seen.insert(name).inserted else { continue }
      let now = try log.state(of: thing)
      let before = try log.state(of: thing, before: first)
      // Nothing brings back what was erased.
      guard !now.isErased else { continue }
      let title = try ThingTitles(db: db).title(of: thing, now)
      guard try !isChangedSince(thing) else {
        if thing.table != "drafts" { left.append(title) }
        continue
      }
      // What it is called again, which is what is found from now on.
      let old = before.isThere ? try ThingTitles(db: db).title(of: thing, before) : title
      try takeBack(thing, from: now, to: before)
      renewed.append((thing, before, now, (old, title)))
    }
    let own = Set(renewed.map(\.thing))
    let rows = ThingRows(db)
    // Names change hands: none of them is in another's way.
    for (thing, _, now, _) in renewed where now.isThere {
      if let table = RecordedTable.named[thing.table] { try rows.giveUpName(of: thing, in: table) }
    }
    for (thing, before, now, titles) in renewed {
      var renewal = ThingRenewal(in: db)
      try renewal.renew([thing])
      if ["card_states", "deck_states"].contains(thing.table) { changesWhatIsActive = true }
      if thing.table == Belongings.deckTable {
        let text = try log.state(of: thing).deckText
        if text != now.deckText {
          decks.append(DeckChange(name: thing.id, from: now.deckText, to: text))
        }
      }
      guard thing.table != "drafts" else { continue }
      let companions = renewal.companions.subtracting(own).count
      let becoming: Store.TakenBack.Becoming =
        switch (now.isThere, before.isThere) {
        case (false, true): .thereAgain(with: companions)
        // A card that was neither suspended nor buried has no row, and still is a card.
        case (true, false) where !["card_states", "deck_states"].contains(thing.table):
          action.kind == .back ? .deletedAgain(with: companions) : .gone(with: companions)
        default: .asBefore
        }
      let isRenamed = becoming == .asBefore && titles.old != titles.now
      things.append(
        Store.TakenBack.Thing(
          title: isRenamed ? titles.old : titles.now, becoming: becoming,
          was: isRenamed ? titles.now : nil))
    }
    try Store.deleteDraftsOfGone(in: db)
  }

  /// Whether something that still counts, or came from elsewhere, has changed it after the action.
  private func isChangedSince(_ thing: ThingKey) throws -> Bool {
    let names = try log.joined.group(of: thing.id, in: thing.table)
    let marks = names.indices.map { "?\($0 + 4)" }.joined(separator: ", ")
    return try db.row(
      """
      SELECT 1 FROM main.records r LEFT JOIN main.actions a ON a.id = r.action
      WHERE r.tbl = ?1 AND r.thing IN (\(marks))
        AND r.number > (SELECT max(number) FROM main.records
          WHERE action = ?2 AND tbl = ?1 AND thing IN (\(marks)))
        AND (a.id IS NULL OR a.undone_by IS NULL AND a.kind <> 'undo') AND a.id IS NOT ?3
      LIMIT 1
      """,
      StatementArguments(
        [thing.table.databaseValue, action.id.databaseValue, undo.databaseValue]
          + names.map(\.databaseValue))) != nil
  }

  private func takeBack(
    _ thing: ThingKey, from now: ThingState, to before: ThingState
  ) throws {
    guard before.isThere else {
      // A field set anew would bring back what was gone before and is gone now.
      guard now.isThere else { return }
      return try log.add(in: undo, at: time, about: thing) {
        .gone(thing, at: $0, of: now.allHeads)
      }
    }
    if !now.isThere {
      try log.add(in: undo, at: time, about: thing) { .back(at: $0, of: now.deletions) }
    }
    for field in Set(now.heads.keys).union(before.heads.keys).sorted() {
      try takeBack(field, of: thing, from: now, to: before)
    }
  }

  /// Sets a field again to what it was; where it was in conflict, to each of its wordings, which know of
  /// all that is now and not of each other.
  private func takeBack(
    _ field: String, of thing: ThingKey, from now: ThingState, to before: ThingState
  ) throws {
    let heads = (now.heads[field] ?? []).map(\.id)
    if let others = before.conflicts[field], !others.isEmpty {
      guard now.conflicts[field] != others || now.value(of: field) != before.value(of: field)
      else { return }
      var known: [RecordValue] = []
      for head in before.heads[field] ?? [] {
        guard let value = head.value, !known.contains(value) else { continue }
        known.append(value)
        try log.add(in: undo, at: head.at, about: thing) {
          .set(field, of: thing, to: value, at: $0, replacing: heads)
        }
      }
      return
    }
    let value = before.value(of: field) ?? .null
    let shown = now.value(of: field) ?? .null
    guard value != shown, !(value.isBlank && shown.isBlank) else { return }
    try log.add(in: undo, at: time, about: thing) {
      .set(field, of: thing, to: value, at: $0, replacing: heads)
    }
  }
}
