import Practice
import Store

extension Findings {
  /// The decks and the faults in those of the person's own.
  mutating func checkDecks() throws {
    guard let workspace = try? workspace.get() else { return }
    try workspace.updateDecks()
    let decks = try workspace.store.decks(at: SystemClock.now)
    let cards = decks.reduce(0) { $0 + $1.cards }
    note(
      "decks",
      "\(decks.count.of("deck")), \(cards.of("card")); your own are in \(places.decks)",
      try workspace.store.deckFaults().flatMap(\.lines))
  }
}
