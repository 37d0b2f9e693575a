public import Decks
import GRDB

extension Store {
  /// Whether the index holds these sources just as they are now, and memory follows it.
  public func isDeckIndexCurrent(for sources: [DeckSource]) throws(StoreError) -> Bool {
    try reading { db in
      guard try keptDecksStamp(in: db) == Self.stamp(of: sources) else { return false }
      let indexed: [(path: String, size: Int, changed: Int64)] = try db.rows(
        "SELECT path, size, changed_ns FROM deck_index.files ORDER BY path"
      ) { ($0[0], $0[1], $0[2]) }
      let sources = sources.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      return indexed.count == sources.count
        && zip(indexed, sources).allSatisfy { $0 == ($1.path, $1.size, $1.changed) }
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

  private func keptDecksStamp(in db: Database) throws -> String? {
    try db.row("SELECT value FROM cache WHERE name = 'decks'")?[0]
  }

  /// A text that differs whenever the decks do.
  private static func stamp(of sources: [DeckSource]) -> String {
    var fingerprint = Fingerprint()
    for source in sources.sorted(by: { $0.path < $1.path }) {
      fingerprint.add(source.path)
      fingerprint.add(source.origin.rawValue)
      for number in [Int64(source.size), source.changed, Int64(source.position)] {
        fingerprint.add(number)
      }
    }
    return fingerprint.text
  }
}
