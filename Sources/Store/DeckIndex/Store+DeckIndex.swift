public import Decks
import GRDB

extension Store {
  /// Whether the index holds these sources just as they are now, and memory follows it.
  public func isDeckIndexCurrent(for sources: [DeckSource]) throws(StoreError) -> Bool {
    try reading { db in
      var indexed = 0
      var states: [String: (size: Int, changed: Int64)] = [:]
      var stamp: String?
      _ = try db.rows(
        """
        SELECT path, size, changed_ns, (SELECT value FROM cache WHERE name = 'decks')
        FROM deck_index.files
        """
      ) { row in
        states[row[0]] = (row[1], row[2])
        if indexed == 0 { stamp = row[3] }
        indexed += 1
      }
      return stamp == Self.stamp(of: sources) && indexed == sources.count
        && sources.allSatisfy { source in
          states[source.path].map { $0 == (source.size, source.changed) } ?? false
        }
    }
  }

  /// Brings the index up to date: reads what is new or changed and forgets what is gone.
  ///
  /// A deck of the person's own takes the place of a bundled one with the same id. Of two of their
  /// own with the same id the first by position and path counts, and the other is said to be at fault.
  ///
  /// - Parameters:
  ///   - sources: all there are now.
  ///   - progress: called before each file that is read, with the bytes read and to read.
  ///   - read: reads one source; it is kept, to read all of them again should the index be lost.
  /// - Throws: ``StoreError``.
  public func updateDeckIndex(
    to sources: [DeckSource], progress: (_ done: Int, _ total: Int) -> Void,
    read: @escaping @Sendable (DeckSource) -> Reading
  ) throws(StoreError) {
    deckIndex.supply = DeckIndex.Supply(sources: sources, read: read)
    guard try !isDeckIndexCurrent(for: sources) else { return }
    var update = try reading { db in try DeckIndexUpdate(sources, in: db) }
    // Reading many decks takes seconds, and another Starling may want to write meanwhile.
    update.readChanged(progress: progress, read: read)
    let found = update
    try recovering(.writing) { db in try apply(found, to: sources, read: read, in: db) }
    try deriving { db in try followDecks(sources, in: db) }
  }

  /// Fills an index that was made anew, if decks were asked for; not within a transaction.
  func fillDeckIndex(in db: Database) throws {
    guard let supply = deckIndex.supply else { return }
    var update = try DeckIndexUpdate(supply.sources, in: db)
    update.readChanged(progress: { _, _ in }, read: supply.read)
    try apply(update, to: supply.sources, read: supply.read, in: db)
  }

  private func apply(
    _ found: DeckIndexUpdate, to sources: [DeckSource], read: (DeckSource) -> Reading,
    in db: Database
  ) throws {
    func isNeeded() throws -> Bool { try !DeckIndexUpdate(sources, in: db).isEmpty }
    try deckIndex.change(in: db, if: isNeeded) {
      var update = found
      // What is changed may be another index by now, or an empty one.
      if try !update.isFit(for: db) {
        update = try DeckIndexUpdate(sources, in: db)
        update.readChanged(progress: { _, _ in }, read: read)
      }
      try db.inTransaction(.immediate) {
        try update.apply(to: db, read: read)
        return .commit
      }
    }
  }

  /// Says anew which memories are of cards that can be practised, and by which decks that was said.
  private func followDecks(_ sources: [DeckSource], in db: Database) throws {
    try markActiveMemories(in: db)
    try db.execute(
      literal: """
        INSERT OR REPLACE INTO cache (name, value) VALUES ('decks', \(Self.stamp(of: sources)))
        """)
  }

  /// Sees to it that ``followDecks(_:in:)`` runs at the next look at the decks, unless they were looked
  /// at: what is said of a memory without knowing the decks is a guess.
  func doubtDecks(in db: Database) throws {
    guard deckIndex.supply == nil else { return }
    try db.run("DELETE FROM cache WHERE name = 'decks'")
  }

  /// A text that differs whenever the decks do, or their order.
  private static func stamp(of sources: [DeckSource]) -> String {
    var fingerprint = Fingerprint()
    for source in sources {
      fingerprint.add(source.path)
      fingerprint.add(source.origin.rawValue)
      for number in [Int64(source.size), source.changed, Int64(source.position)] {
        fingerprint.add(number)
      }
    }
    return fingerprint.text
  }
}
