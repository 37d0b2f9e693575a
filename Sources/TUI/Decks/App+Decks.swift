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
      return decks.selected.map { [.loadCards(CardFilter(deck: $0.id))] } ?? []
    case .search: return [.loadCards(CardFilter())]
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
      case .done: cards.isSearching = false
      case .cancel:
        guard !cards.query.isEmpty else { return goBack() }
        cards.setQuery("")
        cards.isSearching = false
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
    return cards.isFoundYet ? [] : [.search(cards.query, inDeck: cards.deck)]
  }

  private mutating func perform(_ action: CardsScreen.Action, in cards: CardsScreen) -> [Effect] {
    var cards = cards
    switch action {
    case .open: return cards.selected.map { [.loadCard($0.id)] } ?? []
    case .suspend: return cards.selected.map { [suspend($0)] } ?? []
    case .edit:
      if let fault = cards.fault { return [.mend(fault)] }
      return cards.selected.map { [.editCard($0.id)] } ?? []
    case .search: cards.isSearching = true
    case .state: return [.loadCards(cards.nextState)]
    case .kind: return [.loadCards(cards.nextKind)]
    case .family: return [.loadCards(cards.nextFamily)]
    case .up: cards.move(by: -1)
    case .down: cards.move(by: 1)
    case .pageUp: cards.move(by: -frame.listHeight)
    case .pageDown: cards.move(by: frame.listHeight)
    case .top: cards.move(by: -cards.shown.count)
    case .bottom: cards.move(by: cards.shown.count)
    }
    show(.cards(cards))
    return []
  }

  mutating func perform(_ action: CardScreen.Action, in card: CardScreen) -> [Effect] {
    var card = card
    switch action {
    case .suspend: return [suspend(card.listing)]
    case .edit: return [card.fault.map { .mend($0) } ?? .editCard(card.listing.id)]
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

  /// Shows a list of cards, or brings the one that is on the way up to date.
  mutating func showCards(_ list: CardList) {
    guard changeCards({ $0.deck == list.filter.deck }, { $0.renew(list) }) else {
      let name = list.filter.deck.map { title(ofDeck: $0) } ?? "All cards"
      return path.append(.cards(CardsScreen(title: name, list: list, families: competencies)))
    }
  }

  mutating func takeFound(_ numbers: [Int], by words: String) {
    _ = changeCards { $0.take(found: numbers, by: words) }
  }

  mutating func takeListings(_ found: [Int: CardListing], of asked: [Int]) {
    _ = changeCards { $0.take(found, of: asked) }
  }

  /// Changes the list of cards that is shown or on the way; false if there is none like that.
  private mutating func changeCards(
    _ isMeant: (CardsScreen) -> Bool = { _ in true }, _ change: (inout CardsScreen) -> Void
  ) -> Bool {
    for index in path.indices.reversed() {
      guard case .cards(var cards) = path[index], isMeant(cards) else { continue }
      change(&cards)
      path[index] = .cards(cards)
      return true
    }
    return false
  }

  /// The effects, or if there are none, what has to be read before the screen can be drawn.
  func withMissing(_ effects: [Effect]) -> [Effect] {
    guard effects.isEmpty, case .cards(let cards) = path.last else { return effects }
    let missing = cards.missing(height: frame.listHeight)
    return missing.isEmpty ? [] : [.loadListings(missing)]
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

  private func suspend(_ card: CardListing) -> Effect {
    .practice(.suspend(card.id, !card.isSuspended, in: nil))
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
    // What a filter by state lets through may be another set now.
    guard case .cards(let cards) = path.last, cards.list.filter.state != .all else { return [] }
    return [.loadCards(cards.list.filter)]
  }

  /// A deck was edited: shows what is there now, and any fault at its place.
  mutating func edited(_ fault: Fault?) -> [Effect] {
    var effects: [Effect] = []
    for (index, place) in path.enumerated() {
      switch place {
      case .cards(var cards):
        cards.fault = fault
        path[index] = .cards(cards)
        effects.append(.loadCards(cards.list.filter))
        if !cards.query.isEmpty { effects.append(.search(cards.query, inDeck: cards.deck)) }
      case .card(var card):
        card.fault = fault
        path[index] = .card(card)
        if fault == nil { effects.append(.loadCard(card.listing.id)) }
      default: break
      }
    }
    if let fault {
      notice = Notice(text: "line \(fault.line): \(fault.message)", isProblem: true)
    }
    return effects
  }
}

extension String {
  /// Without its last word and the white space after it.
  fileprivate var droppingLastWord: String {
    let rest = reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    return String(rest.reversed())
  }
}
