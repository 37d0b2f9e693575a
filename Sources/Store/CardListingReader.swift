import Decks
import GRDB
import Practice
import Scheduler

/// Reads cards as lists show them, as they are at one moment.
struct CardListingReader {
  private let model: any MemoryModel
  private let now: Timestamp
  private let arguments: StatementArguments

  init(_ store: Store, at moment: Moment, in db: Database) throws {
    model = store.schedule.model
    now = moment.time
    let horizon = try store.horizon(at: moment, in: db).milliseconds
    arguments = store.dueArguments(at: moment) + ["horizon": horizon]
  }

  /// The card `c` of a condition, which is about `:value`.
  func listing(where condition: String, _ value: any DatabaseValueConvertible, in db: Database)
    throws -> CardListing?
  {
    try db.row(
      """
      SELECT c.card, c.kind, c.competency, c.is_core, \(MemoryRow.columns), \(Store.isDue),
        m.weak_from_ms <= :horizon OR q.needs_work <> '', s.is_suspended, c.ask,
        ifnull(s.reason, ''), c.deck IN (\(Store.decksOff))
      FROM deck_index.cards c
      LEFT JOIN memory m ON m.card = c.card
      LEFT JOIN card_states s ON s.card = c.card
      LEFT JOIN standing q ON q.card = c.card
      WHERE \(condition)
      """, arguments + ["value": value]
    ).flatMap(listing)
  }

  private func listing(_ row: Row) -> CardListing? {
    guard let id = CardID(row[0]), let kind = CardKind(rawValue: row[1]) else { return nil }
    var listing = CardListing(
      id: id, kind: kind, competency: row[2], isCore: row[3],
      recall: MemoryRow(row, from: 4).map { model.retrievability(of: $0.memory, at: now) },
      isDue: row[13] ?? false, isWeak: row[14] ?? false, isSuspended: row[15] ?? false,
      ask: row[16])
    listing.reason = SuspensionReason(rawValue: row[17])
    listing.isOff = row[18]
    return listing
  }
}
