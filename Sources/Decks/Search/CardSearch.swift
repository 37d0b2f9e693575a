/// An index over cards that answers while a person types.
///
/// It holds every word of the cards' questions, notes and signals, in order; a search takes the cards
/// of each range of words that begin like a word of the query, and keeps those that are in all.
public struct CardSearch: Sendable {
  private let cards: [CardID]
  private let words: [String]
  /// The cards that have each word, as numbers in `cards`, sorted.
  private let holders: [[Int32]]

  /// - Complexity: Linear in the length of the texts.
  public init(_ decks: [Deck]) {
    var cards: [CardID] = []
    var index: [String: [Int32]] = [:]
    for deck in decks {
      let title = Words.set(deck.title)
      for card in deck.cards {
        let number = Int32(cards.count)
        cards.append(card.id)
        var found = title
        for text in card.searchedTexts { found.formUnion(Words.list(text)) }
        for word in found { index[word, default: []].append(number) }
      }
    }
    self.cards = cards
    let sorted = index.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    words = sorted.map(\.key)
    holders = sorted.map(\.value)
  }

  /// The cards that have all words of a query, each at least as the beginning of a word.
  ///
  /// Case and diacritics do not matter. A query without words finds all cards.
  ///
  /// - Parameter query: What the person typed so far.
  /// - Returns: Ids in the order of the decks.
  public func cards(matching query: String) -> [CardID] {
    var matches = [Bool](repeating: true, count: cards.count)
    for word in Words.set(query) {
      var has = [Bool](repeating: false, count: cards.count)
      for index in range(of: word) {
        for card in holders[index] { has[Int(card)] = true }
      }
      for card in matches.indices where !has[card] { matches[card] = false }
    }
    return cards.indices.filter { matches[$0] }.map { cards[$0] }
  }

  /// The words that begin with a text.
  private func range(of start: String) -> Range<Int> {
    let first = partition { $0.utf8.lexicographicallyPrecedes(start.utf8) }
    let end = words[first...].firstIndex { !$0.utf8.starts(with: start.utf8) } ?? words.count
    return first..<end
  }

  /// The number of words at the start for which a condition holds; it holds for no later one.
  private func partition(_ isBefore: (String) -> Bool) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(words[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Card {
  /// The texts in which a card is looked for.
  fileprivate var searchedTexts: [String] {
    var texts = [id.description, kind.rawValue, competency] + guide
    for (key, _) in CardCode.letters {
      switch key.shape {
      case .ask: texts.append(ask)
      case .text(let path): if let text = self[keyPath: path] { texts.append(text) }
      case .list(let path): texts += self[keyPath: path]
      case .id, .kind, .competency, .core, .stale: break
      }
    }
    return texts
  }
}
