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
    let meant = try nearest(toDeckOrCard: id.description)
    if meant == nil { try requireDecks([id.deck]) }
    throw Failure(
      .badData,
      "there is no card “\(id)”; \(meant ?? "“starling decks show \(id.deck)” lists its deck")")
  }

  /// Says that there is no such deck, and which was probably meant.
  func noDeck(_ id: String, among known: [String]) -> String {
    let near = Suggestion.nearest(to: id, among: known)
    let named = near.map { [$0] } ?? decksNamed(id, among: known)
    guard !named.isEmpty, named.count <= 4 else {
      return "there is no deck “\(id)”; “starling decks list” names them"
    }
    let names = named.map { "“\($0)”" }.joined(separator: " or ")
    return "there is no deck “\(id)”; did you mean \(names)?"
  }

  /// Asks whether the deck or card was meant whose id is nearest; nil if none is near.
  package func nearest(toDeckOrCard id: String) throws -> String? {
    let decks = try store.decks(at: clock.now).map(\.id)
    let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
    guard let first = parts.first,
      let deck = decks.first(where: { $0 == first }) ?? Suggestion.nearest(to: first, among: decks)
    else { return nil }
    guard parts.count == 2, let own = parts.last else {
      return deck == id ? nil : "did you mean “\(deck)”?"
    }
    let cards = try store.cards(ofDeck: deck).map(\.id.card)
    guard let card = cards.first(where: { $0 == own }) ?? Suggestion.nearest(to: own, among: cards)
    else { return deck == first ? nil : "did you mean a card of “\(deck)”?" }
    guard "\(deck)/\(card)" != id else { return nil }
    return "did you mean “\(deck)/\(card)”?"
  }
}
