import GRDB
public import Practice
import Records
public import Scheduler

extension Store {
  /// Something that was deleted and can be brought back.
  public struct Deleted: Equatable, Sendable {
    /// The table that it was in, and its name in the records.
    public var table: String
    public var thing: String
    /// A noun and a name: `the story “The refund”`.
    public var title: String
    public var time: Timestamp
  }

  /// For so many days what was deleted is listed.
  public static let daysDeletedAreListed = 90

  /// What was deleted in the last ninety days and is not there again, the latest first.
  ///
  /// What went with something else comes back with that, and is not among it; what is gone because its
  /// adding was taken back is, since there is no other way back to it.
  public func deleted(at now: Timestamp) throws(StoreError) -> [Deleted] {
    let first = now.adding(days: -Double(Self.daysDeletedAreListed))
    return try reading { db in
      let things = try db.rows(
        """
        SELECT DISTINCT tbl, thing FROM main.records WHERE kind = 'gone' AND at_ms >= ?
          AND tbl NOT IN ('card_states', 'drafts', 'deck_states')
        """, [first.milliseconds]
      ) { ThingKey($0[0], $0[1]) }
      let (log, titles) = (RecordLog(db: db), ThingTitles(db: db))
      let deleted = try things.compactMap { thing -> Deleted? in
        let state = try log.state(of: thing)
        guard !state.isThere, !state.isErased, let time = state.deletedAt,
          time >= first.milliseconds
        else {
          return nil
        }
        return Deleted(
          table: thing.table, thing: thing.id, title: try titles.title(of: thing, state),
          time: Timestamp(milliseconds: time))
      }
      return deleted.sorted { ($1.time, $0.title) < ($0.time, $1.title) }
    }
  }

  /// What came of bringing something back.
  public struct BroughtBack: Equatable, Sendable {
    /// What it is called now.
    public var title: String
    /// How many things that hang on it came with it.
    public var with: Int
  }

  /// Brings back what was deleted, with all that hung on it.
  ///
  /// A story whose title another has since gets a number behind it.
  ///
  /// - Parameters:
  ///   - deleted: as ``deleted(at:)`` gives it.
  ///   - moment: now.
  ///   - decks: puts a deck's file in its place; if it fails, nothing comes back.
  /// - Returns: what came back.
  /// - Throws: ``StoreError/refused(detail:)`` when it cannot come back as things are, and
  ///   ``StoreError/gone(what:)`` when it is there again, or unknown.
  public func bringBack(
    _ deleted: Deleted, at moment: Moment, decks: ([DeckChange]) throws -> Void = { _ in }
  ) throws(StoreError) -> BroughtBack {
    try writing(.back) { db in
      let thing = ThingKey(deleted.table, deleted.thing)
      let (log, titles) = (RecordLog(db: db), ThingTitles(db: db))
      let state = try log.state(of: thing)
      let table = RecordedTable.named[thing.table]
      guard table != nil || thing.table == Belongings.deckTable, !state.deletions.isEmpty,
        !state.isErased
      else {
        throw StoreError.refused(detail: "\(deleted.title) is not among what was deleted")
      }
      if let table { try refuseWithoutWhole(state, in: table, db) }
      let time = clock().milliseconds.bounded(by: Bounds.times)
      let marks = try FactMarks(db)
      let action = try Action.add(.back, at: time, from: marks, to: marks, in: db)
      try log.add(in: action, at: time, about: thing) { .back(at: $0, of: state.deletions) }
      guard let table else {
        let text = try log.state(of: thing).deckText
        try decks([DeckChange(name: thing.id, from: nil, to: text)])
        return BroughtBack(title: try titles.title(of: thing, state), with: 0)
      }
      var renewal = ThingRenewal(in: db)
      try renewal.renew([thing])
      // Another title than it had is a change of it.
      let fields = try ThingRows(db).fields(of: thing, in: table) ?? state.values
      var now = state
      now.show(fields)
      return BroughtBack(
        title: try titles.title(of: thing, now), with: renewal.companions.count)
    }
  }

  private func refuseWithoutWhole(
    _ state: ThingState, in table: RecordedTable, _ db: Database
  ) throws {
    let (log, titles, numbers) = (
      RecordLog(db: db), ThingTitles(db: db), ThingNumbers(db: db)
    )
    for column in table.requirements {
      guard let target = column.target, let id = state.value(of: column.name)?.text,
        try !numbers.hasRow(id, in: target)
      else { continue }
      let whole = ThingKey(target, id)
      let title = try titles.title(of: whole, log.state(of: whole))
      throw StoreError.refused(
        detail: "what it belongs to is deleted: bring \(title) back first")
    }
    // Two employers of one name would be one.
    if table.name != "stories", let column = table.uniqueName,
      let name = state.value(of: column)?.text,
      try numbers.holder(of: Schema.foldedName(name), in: table.name) != nil
    {
      let noun = table.name == "employers" ? "an employer" : "a criterion"
      throw StoreError.refused(
        detail: "there is \(noun) of that name already: rename that one first")
    }
  }
}
