import BundledDecks
import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Cards as a package that Anki imports, with how well each is known.
struct AnkiExport {
  let workspace: Workspace
  /// Only these decks; none for all that are on.
  let decks: [String]
  /// Whether answers and dates go along.
  let hasSchedule: Bool

  /// Writes it; Ctrl-C stops it, and then nothing has changed.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  func write(to path: String) throws {
    let bytes = try ProgressLine.during(
      "making the package", ifStopped: "stopped; nothing was written"
    ) {
      try self.bytes($0)
    }
    try workspace.export(bytes, to: path, opening: AnkiContent.opening, saying: "the package is")
    guard path != "-" else { return }
    Output.warn(
      "in Anki, tick “Import any learning progress” the first time: it takes no more answers for cards that it already has"
    )
  }

  private func bytes(_ progress: (Double) -> Bool) throws -> [UInt8]? {
    let (store, now) = (workspace.store, workspace.clock.now)
    let sources = try workspace.decks(named: decks).map { deck in
      (deck: deck, changed: try changed(deck))
    }
    let content = AnkiContent(
      sources, reviews: hasSchedule ? try reviews() : [:],
      suspended: hasSchedule ? Set(try store.suspendedCards()) : [],
      model: try store.model(.fsrs6), schedule: store.schedule, now: now,
      offset: workspace.clock.clocks.here)
    guard let (tables, log) = content.tables(progress: { progress(0.6 * $0) }) else { return nil }
    let folder = try PackageFolder(in: workspace.places.store.folder)
    defer { folder.remove() }
    let path = folder.file("collection.anki2")
    try AnkiFile.write(tables, log: log, to: path)
    guard progress(0.9) else { return nil }
    do throws(FileBytes.Unreadable) {
      return AnkiContent.package(try FileBytes.read(path, limit: .max))
    } catch {
      throw Failure(.inputOutput, "cannot read \(path): \(error.reason)")
    }
  }

  /// The answers that count, by card and time.
  private func reviews() throws -> [CardID: [(review: Review, duration: Int?)]] {
    // Anki takes what is of the future for what is of now.
    let times = Timestamp.firstHappening...workspace.clock.now.time
    var cards: [String: CardID?] = [:]
    var reviews: [CardID: [(review: Review, duration: Int?)]] = [:]
    for row in try workspace.store.reviewRows() where times.contains(row.review.time) {
      let card = cards[row.card] ?? CardID(row.card)
      cards[row.card] = card
      if let card { reviews[card, default: []].append((row.review, row.duration)) }
    }
    return reviews
  }

  /// When a text of a deck was changed last, in seconds since 1970.
  private func changed(_ deck: Deck) throws -> Int {
    guard deck.origin == .own else { return BundledDecks.changed }
    if deck.id == Notebook.deckID { return try store.lastChange().map { Int($0 / 1000) } ?? 0 }
    return FileStatus(deck.path)?.seconds ?? BundledDecks.changed
  }

  private var store: Store { workspace.store }
}

extension Workspace {
  /// The decks of some ids, or all there are.
  ///
  /// - Throws: ``Failure`` if there is no deck of an id.
  func listings(of ids: [String]) throws -> [DeckListing] {
    let listings = try store.decks(at: clock.now)
    let ids = ids.map { meantDeck($0, among: listings.map(\.id)) }
    for id in ids where !listings.contains(where: { $0.id == id }) {
      throw Failure(.badData, noDeck(id, among: listings.map(\.id)))
    }
    return ids.isEmpty ? listings : listings.filter { ids.contains($0.id) }
  }

  /// The decks of some ids with their cards, or all that are on; says which are left out.
  ///
  /// - Throws: ``Failure`` if there is no deck of an id.
  func decks(named ids: [String]) throws -> [Deck] {
    let listings = try listings(of: ids)
    let chosen = listings.filter { !ids.isEmpty || $0.isOn }
    let off = listings.filter { !$0.isOn && $0.cards > 0 }.map(\.id)
    if ids.isEmpty, !off.isEmpty {
      Output.warn(
        "\(off.count.of("deck is off and is", "decks are off and are")) left out: \(off.firstFew); --deck ID takes it"
      )
    }
    return try chosen.map { listing in
      Deck(
        id: listing.id, title: listing.title, cards: try store.cards(ofDeck: listing.id),
        origin: listing.origin, path: listing.path)
    }
  }
}
