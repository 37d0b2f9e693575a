import Decks
import Practice
import Store

extension Findings {
  /// Whether the index of the decks has its file; a damaged one was made anew by now.
  mutating func checkIndex() {
    let problem = store?.deckIndexProblem ?? DeckIndexFile(places.store).problem()
    note("index", places.store.deckIndex, [problem].compactMap(\.self))
  }

  /// The decks, and the faults in those of the person's own; without a database their files alone.
  mutating func checkDecks() throws {
    guard case .success(let workspace) = workspace else {
      let files = try DeckFolder(path: places.decks).files()
      let faults = files.flatMap { DeckFolder.read(path: $0).faults }
      return note(
        "decks", "\(files.count.of("file")) in \(places.decks)",
        faults.filter { $0.severity == .error }.map(\.description))
    }
    try workspace.updateDecks()
    let decks = try workspace.store.decks(at: clock.now)
    let cards = decks.reduce(0) { $0 + $1.cards }
    let folder = workspace.folder.sources().problem
    note(
      "decks",
      "\(decks.count.of("deck")), \(cards.of("card")); your own are in \(places.decks)",
      [folder].compactMap(\.self) + (try workspace.store.deckFaults().flatMap(\.lines))
        + (try Self.deckFaults(of: workspace.store, index: places.store.deckIndex)))
  }
}
