import Decks
import Practice

extension AppFixture {
  /// The cards of the fixture as lists show them: 84 % and due, weak, and never practised.
  static var listings: [CardListing] {
    zip(cards, [0.84, 0.41, nil]).map { card, recall in
      CardListing(
        id: card.card.id, kind: card.card.kind, competency: card.card.competency,
        isCore: recall == 0.84, recall: recall, isDue: recall == 0.84, isWeak: recall == 0.41,
        isSuspended: false, ask: card.card.ask)
    }
  }

  static var search: CardSearch {
    CardSearch(
      cards.map { card in
        Deck(id: card.card.id.deck, title: "", cards: [card.card], origin: .bundled, path: "")
      })
  }

  static var decks: [DeckListing] {
    var people = DeckListing(
      id: "star-people", title: "STAR: working with people", origin: .bundled, path: "")
    for listing in listings { people.add(listing) }
    let mine = DeckListing(id: "mine", title: "我的问题", origin: .own, path: "/decks/mine.yaml")
    return [people, mine]
  }
}
