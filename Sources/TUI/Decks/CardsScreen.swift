import Decks
import Practice
import Screen

/// A list of cards: those of a deck, or of all decks; filtered, and searched as one types.
///
/// It holds the numbers of all its cards, and what is shown only of those near the window.
struct CardsScreen {
  let title: String
  private(set) var list: CardList
  /// The numbers of the cards that the search lets through, in order.
  private(set) var shown: [Int] = []
  private(set) var position = ListPosition()
  private(set) var query = ""
  /// Whether what is typed goes into the search.
  var isSearching: Bool
  /// The numbers of the cards that were found, and by which query.
  private var found: (query: String, numbers: [Int])?
  /// What is wrong in a deck since it was edited here.
  var fault: Fault?
  private var listings: [Int: CardListing] = [:]
  private let families: [Family]

  init(title: String, list: CardList, families: Competencies) {
    self.title = title
    self.list = list
    self.families = families.families
    // All decks at once are listed to be searched.
    isSearching = list.filter.deck == nil
    refresh()
  }

  /// The deck's id; nil for all decks.
  var deck: String? { list.filter.deck }

  /// Whether what the query finds is known.
  var isFoundYet: Bool { query.isEmpty || found?.query == query }

  /// The card the person is on; nil when none is shown.
  var selected: CardListing? { listing(at: position.selected) }

  /// The card in a row, counted from the first; nil when it is not known, or there is none.
  func listing(at row: Int) -> CardListing? {
    shown.indices.contains(row) ? listings[shown[row]] : nil
  }

  /// The numbers of cards to be read before a window of `height` rows can be drawn: none, or those
  /// of the pages around as well.
  func missing(height: Int) -> [Int] {
    let rows = position.window(height: height, count: shown.count)
    guard rows.contains(where: { listings[shown[$0]] == nil }) else { return [] }
    let around = max(0, rows.lowerBound - height)..<min(shown.count, rows.upperBound + height)
    return shown[around].filter { listings[$0] == nil }
  }

  // MARK: - Changes

  mutating func move(by rows: Int) { position.move(by: rows, count: shown.count) }

  mutating func setQuery(_ text: String) {
    query = text
    position = ListPosition()
    refresh()
  }

  mutating func setSuspended(_ id: CardID, _ isSuspended: Bool) {
    for (number, listing) in listings where listing.id == id {
      listings[number]?.isSuspended = isSuspended
    }
  }

  /// Takes in the cards anew, with the same search and place.
  mutating func renew(_ list: CardList) {
    self.list = list
    listings = [:]
    refresh()
  }

  mutating func take(found numbers: [Int], by query: String) {
    found = (query, numbers)
    refresh()
  }

  /// Takes in what cards are; those asked for that are no more leave the list.
  mutating func take(_ found: [Int: CardListing], of asked: [Int]) {
    listings.merge(found) { $1 }
    let gone = Set(asked.filter { found[$0] == nil })
    guard !gone.isEmpty else { return }
    list.numbers.removeAll(where: gone.contains)
    refresh()
  }

  private mutating func refresh() {
    if let found, !query.isEmpty {
      shown = list.numbers.common(with: found.numbers)
    } else {
      shown = list.numbers
    }
    position.move(by: 0, count: shown.count)
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
