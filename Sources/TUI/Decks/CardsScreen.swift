import Decks
import Practice
import Screen

/// A list of cards: those of a deck, or of all decks; filtered, and searched as one types.
struct CardsScreen {
  /// The deck's id; nil for all decks.
  let deck: String?
  let title: String
  private(set) var cards: [CardListing]
  /// The cards shown, as indices into ``cards``.
  private(set) var shown: [Int] = []
  private(set) var position = ListPosition()
  private(set) var filter = CardFilter()
  private(set) var query = ""
  /// Whether what is typed goes into the search.
  private(set) var isSearching: Bool
  private let search: CardSearch?
  private let families: Competencies

  init(
    deck: String?, title: String, cards: [CardListing], search: CardSearch?,
    families: Competencies
  ) {
    self.deck = deck
    self.title = title
    self.cards = cards
    self.search = search
    self.families = families
    isSearching = search != nil
    refresh()
  }

  var canSearch: Bool { search != nil }

  /// The card the person is on; nil when none is shown.
  var selected: CardListing? {
    shown.indices.contains(position.selected) ? cards[shown[position.selected]] : nil
  }

  // MARK: - Changes

  mutating func move(by rows: Int) { position.move(by: rows, count: shown.count) }

  mutating func setSearching(_ isOn: Bool) { isSearching = isOn }

  mutating func setQuery(_ text: String) {
    query = text
    position = ListPosition()
    refresh()
  }

  mutating func setSuspended(_ id: CardID, _ isSuspended: Bool) {
    guard let index = cards.firstIndex(where: { $0.id == id }) else { return }
    cards[index].isSuspended = isSuspended
    refresh()
  }

  /// Takes in the cards anew, with the same filter, search and place.
  mutating func renew(_ cards: [CardListing]) {
    self.cards = cards
    refresh()
  }

  mutating func nextState() {
    filter.state = CardFilter.State.allCases.next(after: filter.state) ?? .all
    refresh()
  }

  mutating func nextKind() {
    let kinds = CardKind.allCases.filter { kind in cards.contains { $0.kind == kind } }
    filter.kind = kinds.next(after: filter.kind)
    refresh()
  }

  mutating func nextFamily() {
    let codes = families.families.map(\.code).filter { code in
      cards.contains { family(of: $0) == code }
    }
    filter.family = codes.next(after: filter.family)
    refresh()
  }

  private func family(of card: CardListing) -> String? {
    families.family(of: card.competency)?.code
  }

  private mutating func refresh() {
    let found = query.isEmpty ? nil : search.map { Set($0.cards(matching: query)) }
    shown = cards.indices.filter { index in
      (found?.contains(cards[index].id) ?? true)
        && filter.admits(cards[index], family: family(of: cards[index]))
    }
    position.move(by: 0, count: shown.count)
  }
}
