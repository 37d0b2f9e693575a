import Decks
import Practice
import Screen

extension App {
  // MARK: - Keys

  mutating func perform(_ action: DecksScreen.Action, in decks: DecksScreen) -> [Effect] {
    var decks = decks
    let page = frame.listHeight
    let count = decks.decks.count
    switch action {
    case .open:
      return decks.selected.map { [.loadCards(deck: $0.id, search: false)] } ?? []
    case .search: return [.loadCards(deck: nil, search: true)]
    case .practise:
      guard let deck = decks.selected else { return [] }
      var request = daily
      request.decks = [deck.id]
      return [.startSession(request)]
    case .up: decks.position.move(by: -1, count: count)
    case .down: decks.position.move(by: 1, count: count)
    case .pageUp: decks.position.move(by: -page, count: count)
    case .pageDown: decks.position.move(by: page, count: count)
    case .top: decks.position.move(by: -count, count: count)
    case .bottom: decks.position.move(by: count, count: count)
    }
    show(.decks(decks))
    return []
  }

  /// What a key does in a list of cards; nil when it does nothing of its own there.
  mutating func press(_ key: Key, in cards: CardsScreen) -> [Effect]? {
    guard cards.isSearching else {
      return CardsScreen.listKeys.action(for: key).map { perform($0, in: cards) }
    }
    var cards = cards
    if let action: CardsScreen.SearchAction = CardsScreen.searchKeys.action(for: key) {
      switch action {
      case .done: cards.setSearching(false)
      case .cancel:
        guard !cards.query.isEmpty else { return goBack() }
        cards.setQuery("")
        cards.setSearching(false)
      case .delete: cards.setQuery(String(cards.query.dropLast()))
      case .deleteWord: cards.setQuery(cards.query.droppingLastWord)
      case .clear: cards.setQuery("")
      case .up: cards.move(by: -1)
      case .down: cards.move(by: 1)
      }
    } else if case .character(let character) = key {
      cards.setQuery(cards.query + String(character))
    } else {
      return nil
    }
    show(.cards(cards))
    return []
  }

  private mutating func perform(_ action: CardsScreen.Action, in cards: CardsScreen) -> [Effect] {
    var cards = cards
    switch action {
    case .open: return cards.selected.map { [.loadCard($0.id)] } ?? []
    case .suspend: return cards.selected.map { [.suspend($0.id, !$0.isSuspended)] } ?? []
    case .edit: return cards.selected.map { [.editCard($0.id)] } ?? []
    case .search:
      guard cards.canSearch else { return [.loadCards(deck: cards.deck, search: true)] }
      cards.setSearching(true)
    case .state: cards.nextState()
    case .kind: cards.nextKind()
    case .family: cards.nextFamily()
    case .up: cards.move(by: -1)
    case .down: cards.move(by: 1)
    case .pageUp: cards.move(by: -frame.listHeight)
    case .pageDown: cards.move(by: frame.listHeight)
    case .top: cards.move(by: -cards.cards.count)
    case .bottom: cards.move(by: cards.cards.count)
    }
    show(.cards(cards))
    return []
  }

  mutating func perform(_ action: CardScreen.Action, in card: CardScreen) -> [Effect] {
    var card = card
    switch action {
    case .suspend: return [.suspend(card.listing.id, !card.listing.isSuspended)]
    case .edit: return [.editCard(card.listing.id)]
    case .up: card.scroll(by: -1, in: frame)
    case .down: card.scroll(by: 1, in: frame)
    case .pageUp: card.scroll(by: -frame.height(), in: frame)
    case .pageDown: card.scroll(by: frame.height(), in: frame)
    }
    show(.card(card))
    return []
  }

  // MARK: - Outcomes

  mutating func showDecks(_ decks: [DeckListing]) {
    if case .decks(var shown) = path.last {
      shown.decks = decks
      shown.position.move(by: 0, count: decks.count)
      show(.decks(shown))
    } else {
      path.append(.decks(DecksScreen(decks: decks)))
    }
  }

  mutating func showCards(_ cards: [CardListing], of deck: String?, _ search: CardSearch?) {
    if case .cards(var shown) = path.last, shown.deck == deck {
      if search == nil {
        shown.renew(cards)
        return show(.cards(shown))
      }
      return show(.cards(cardsScreen(cards, of: deck, search)))
    }
    path.append(.cards(cardsScreen(cards, of: deck, search)))
  }

  private func cardsScreen(_ cards: [CardListing], of deck: String?, _ search: CardSearch?)
    -> CardsScreen
  {
    CardsScreen(
      deck: deck, title: deck.map { title(ofDeck: $0) } ?? "All cards", cards: cards,
      search: search, families: competencies)
  }

  private func title(ofDeck id: String) -> String {
    for case .decks(let screen) in path {
      if let deck = screen.decks.first(where: { $0.id == id }) { return deck.title }
    }
    return id
  }

  mutating func showCard(_ card: SessionCard, _ listing: CardListing) {
    if case .card = path.last {
      show(.card(CardScreen(card: card, listing: listing)))
    } else {
      path.append(.card(CardScreen(card: card, listing: listing)))
    }
  }

  /// The card's state in the lists; nil when no list is shown.
  mutating func suspendedInList(_ id: CardID, _ isSuspended: Bool) -> [Effect]? {
    switch path.last {
    case .cards, .card: break
    default: return nil
    }
    for (index, place) in path.enumerated() {
      switch place {
      case .cards(var cards):
        cards.setSuspended(id, isSuspended)
        path[index] = .cards(cards)
      case .card(var card) where card.listing.id == id:
        card.listing.isSuspended = isSuspended
        path[index] = .card(card)
      default: break
      }
    }
    notice = Notice(
      text: isSuspended
        ? "\(id.card) is kept out of practice; x lets it come back." : "\(id.card) is back.")
    return []
  }

  /// The deck was edited: shows what is there now, and any fault at its place.
  mutating func edited(_ id: CardID, _ fault: String?) -> [Effect] {
    if let fault { notice = Notice(text: fault, isProblem: true) }
    switch path.last {
    case .cards(let cards): return [.loadCards(deck: cards.deck, search: false)]
    case .card: return fault == nil ? [.loadCard(id)] : []
    default: return []
    }
  }
}

extension String {
  /// Without its last word and the white space after it.
  fileprivate var droppingLastWord: String {
    let rest = reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    return String(rest.reversed())
  }
}
