import Decks
import Practice
import Screen

/// A list of cards: those of a deck, or of all decks; filtered, and searched as one types.
///
/// It holds the numbers of all its cards, and what is shown only of those near the window.
struct CardsScreen: ScreenModel {
  let title: String
  private(set) var list: CardList
  /// The numbers of the cards that the search lets through, in order.
  private(set) var shown: [Int] = []
  private(set) var position = ListPosition()
  private(set) var search = Search()
  /// The numbers of the cards that were found, and by which query.
  private var found: (query: String, numbers: [Int])?
  /// What is wrong in a deck since it was edited here.
  private(set) var fault: Fault?
  private var listings: [Int: CardListing] = [:]
  private let families: [Family]

  init(title: String, list: CardList, families: Competencies) {
    self.title = title
    self.list = list
    self.families = families.families
    // All decks at once are listed to be searched.
    search.isTyping = list.filter.deck == nil
    refresh()
  }

  /// The deck's id; nil for all decks.
  private var deck: String? { list.filter.deck }

  /// The card the person is on; nil when none is shown.
  var selected: CardListing? { listing(at: position.selected) }

  /// The card in a row, counted from the first; nil when it is not known, or there is none.
  func listing(at row: Int) -> CardListing? {
    shown.indices.contains(row) ? listings[shown[row]] : nil
  }

  /// Reads what cards are before they are drawn: those in the window, and on the pages around as well.
  func missing(on stage: Stage) -> [Effect] {
    let rows = position.window
    guard rows.contains(where: { listings[shown[$0]] == nil }) else { return [] }
    let height = stage.frame.listHeight
    let around = max(0, rows.lowerBound - height)..<min(shown.count, rows.upperBound + height)
    return [.loadListings(shown[around].filter { listings[$0] == nil })]
  }

  // MARK: - What the person does

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .open: return selected.map { [.loadCard($0.id)] } ?? []
    case .practise: return selected.map { stage.practise($0) } ?? []
    case .suspend: return selected.map { [$0.suspending] } ?? []
    case .edit:
      return fault.map { [.mend($0)] } ?? selected.map { [.editCard($0.id)] } ?? []
    case .search: search.isTyping = true
    case .state: return [.loadCards(nextState)]
    case .kind: return [.loadCards(nextKind)]
    case .family: return [.loadCards(nextFamily)]
    case .point: return [.loadCards(nextPoint)]
    case .tag:
      if list.tags.isEmpty {
        stage.say("No card here has a tag; “tags:” in a deck of your own gives it some.")
        return []
      }
      return [.loadCards(nextTag)]
    case .move(let move): position.move(move)
    case .type(.cancel) where search.query.isEmpty: stage.go(.back)
    case .type(let action): return look { $0.edit(action) }
    }
    return []
  }

  var takesText: Bool { search.isTyping }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard search.isTyping, case .character(let character) = key else { return nil }
    return look { $0.query.append(character) }
  }

  /// Changes what is looked for, and looks for it from the first card on.
  private mutating func look(_ change: (inout Search) -> Void) -> [Effect] {
    let before = search.query
    change(&search)
    let query = search.query
    if query != before { position = ListPosition() }
    refresh()
    return query.isEmpty || found?.query == query ? [] : [.search(query, inDeck: deck)]
  }

  // MARK: - What comes of it

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .cards(let list) = outcome else { return nil }
    let deck = list.filter.deck
    let title = stage.decks.first { $0.id == deck }?.title ?? deck ?? "All cards"
    return Self(title: title, list: list, families: stage.competencies)
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .cards(let list) where list.filter.deck == deck:
      self.list = list
      listings = [:]
    case .found(let words, let numbers): found = (words, numbers)
    case .listings(let found, let asked):
      listings.merge(found) { $1 }
      // Those asked for that are no more leave the list.
      let gone = Set(asked.filter { found[$0] == nil })
      guard !gone.isEmpty else { return [] }
      list.numbers.removeAll(where: gone.contains)
    case .practice(.suspended(let id, let isSuspended)):
      for (number, listing) in listings where listing.id == id {
        listings[number]?.isSuspended = isSuspended
        listings[number]?.reason = nil
      }
      stage.saySuspended(id, isSuspended)
      // What a filter by state lets through may be another set now.
      return list.filter.state == .all ? [] : renewal
    case .deckEdited(let fault):
      self.fault = fault
      return renewal + (search.query.isEmpty ? [] : [.search(search.query, inDeck: deck)])
    default: return nil
    }
    refresh()
    return []
  }

  mutating func settle(on stage: Stage) {
    position.settle(count: shown.count, height: stage.frame.listHeight)
  }

  var changesCards: Bool { true }

  var renewal: [Effect] { [.loadCards(list.filter)] }

  private mutating func refresh() {
    guard let found, !search.query.isEmpty else { return shown = list.numbers }
    shown = list.numbers.common(with: found.numbers)
  }

  // MARK: - Filters

  /// The filter with the next state.
  var nextState: CardFilter {
    filter { $0.state = CardFilter.State.allCases.next(after: $0.state) ?? .all }
  }

  /// The filter with the next kind that there is.
  var nextKind: CardFilter {
    filter { $0.kind = CardKind.allCases.filter(list.kinds.contains).next(after: $0.kind) }
  }

  /// The filter with the next family that there is.
  var nextFamily: CardFilter {
    let present = families.filter { $0.tags.contains(where: list.competencies.contains) }
    return filter { $0.family = present.next(after: $0.family) }
  }

  /// The filter with the next point of the guide that a card serves.
  var nextPoint: CardFilter {
    let present = GuidePoint.points.map(\.code).filter(list.points.contains)
    return filter { $0.point = present.next(after: $0.point) }
  }

  /// The filter with the next tag that a card has.
  var nextTag: CardFilter { filter { $0.tag = list.tags.sorted().next(after: $0.tag) } }

  private func filter(_ change: (inout CardFilter) -> Void) -> CardFilter {
    var filter = list.filter
    change(&filter)
    return filter
  }
}

extension [Int] {
  /// The numbers that are in both, when both are in order.
  fileprivate func common(with other: [Int]) -> [Int] {
    var common: [Int] = []
    var rest = other[...]
    for number in self {
      while let first = rest.first, first < number { rest.removeFirst() }
      if rest.first == number { common.append(number) }
    }
    return common
  }
}

extension CardListing {
  /// Keeps the card out of practice, or lets it come back.
  var suspending: Effect { .practice(.suspend(id, !isSuspended, in: nil)) }
}

extension Stage {
  /// Begins a session with that card, unless it is one that is not asked.
  mutating func practise(_ listing: CardListing) -> [Effect] {
    guard !listing.isSuspended else {
      say("\(listing.id.card) is suspended; press x to bring it back.")
      return []
    }
    guard !listing.isOff else {
      say("\(listing.id.card) is of a deck that is off; r among the decks turns it on.")
      return []
    }
    return [.startSession(request(for: listing.id))]
  }

  mutating func saySuspended(_ id: CardID, _ isSuspended: Bool) {
    say(
      isSuspended
        ? "\(id.card) is suspended; press x to bring it back." : "\(id.card) is back.")
  }
}
