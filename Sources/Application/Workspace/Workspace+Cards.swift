package import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

extension Workspace {
  /// The card of that id; nil if it is in no deck now but was practised once.
  ///
  /// - Throws: ``Failure`` if it is in no deck and never was practised, or there is no such deck.
  package func known(_ id: CardID) throws -> Card? {
    if let card = try store.card(id) { return card }
    guard try store.memory(of: id) == nil else { return nil }
    try requireDecks([id.deck])
    throw Failure(
      .badData, "there is no card “\(id)”; “starling decks show \(id.deck)” lists its deck")
  }
}

extension Workspace {
  /// Asks whether the cards were meant that have this id in their decks; nil if none has.
  package func suggestion(forOwnID id: String) throws -> String? {
    let cards = try store.cards(withOwnID: id)
    guard !cards.isEmpty else { return nil }
    return "did you mean \(cards.map(\.description).joined(separator: " or "))?"
  }
}
