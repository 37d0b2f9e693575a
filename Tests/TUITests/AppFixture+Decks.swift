import Decks
import Practice

@testable import TUI

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

  /// Shows the list of the cards of a deck, or of all decks, which is searched.
  mutating func showCards(deck: String? = "d") { carryOut([.loadCards(CardFilter(deck: deck))]) }

  /// What a store with the cards of the fixture would answer; they are numbered from 10.
  static func cardList(_ filter: CardFilter, in listings: [CardListing]) -> CardList {
    func points(of card: CardListing) -> [String] {
      card.kind == .star ? ["P5", "W3"] : card.kind == .fit ? ["P2"] : []
    }
    func tags(of card: CardListing) -> [String] {
      card.kind == .star ? ["depot", "short"] : card.kind == .fit ? ["short"] : []
    }
    func admits(_ card: CardListing) -> Bool {
      let isInState =
        switch filter.state {
        case .all: true
        case .due: card.isDue && !card.isSuspended
        case .weak: card.isWeak && !card.isSuspended
        case .unseen: card.recall == nil && !card.isSuspended
        case .suspended: card.isSuspended
        case .core: card.isCore
        }
      return isInState && filter.kind ?? card.kind == card.kind
        && filter.family?.tags.contains(card.competency) ?? true
        && filter.point.map(points(of: card).contains) ?? true
        && filter.tag.map(tags(of: card).contains) ?? true
    }
    var list = CardList(filter: filter)
    list.numbers = listings.indices.filter { admits(listings[$0]) }.map { 10 + $0 }
    list.total = listings.count
    list.kinds = Set(listings.map(\.kind))
    list.points = Set(listings.flatMap(points))
    list.tags = Set(listings.flatMap(tags))
    list.competencies = Set(listings.map(\.competency))
    return list
  }

  static func found(by words: String) -> [Int] {
    let text = SearchText(cards.map(\.card), deckTitle: "")
    return text.bytes.withUnsafeBytes { bytes in
      text.ends.withUnsafeBytes { CardSearch(words).cards(in: bytes, ends: $0) }
    }.map { 10 + $0 }
  }

  static var decks: [DeckListing] {
    var people = DeckListing(
      id: "star-people", title: "STAR: working with people", origin: .bundled, path: "",
      cards: listings.count, suspended: 0)
    for listing in listings {
      if let recall = listing.recall { people.addSeen(recall: recall, isDue: listing.isDue) }
    }
    let mine = DeckListing(
      id: "mine", title: "我的问题", origin: .own, path: "/decks/mine.yaml", cards: 0, suspended: 0)
    return [people, mine]
  }
}
