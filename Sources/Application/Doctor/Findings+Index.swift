import Store

extension Findings {
  /// Whether the index of the decks has its file; a damaged one was made anew by now.
  mutating func checkIndex() {
    let problem = store?.deckIndexProblem ?? DeckIndexFile(places.store).problem()
    note("index", places.store.deckIndex, [problem].compactMap(\.self))
  }
}
