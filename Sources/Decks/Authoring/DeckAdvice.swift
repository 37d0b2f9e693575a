/// Warnings that take several cards, or the past, to see.
public enum DeckAdvice {
  /// A card that has reviews, as it was when it was last practised.
  public struct PastCard: Equatable, Sendable {
    public var id: CardID
    /// The hash of its texts then; nil if it is not known.
    public var textHash: UInt64?
    /// Its question then; nil if it is not known.
    public var question: String?

    public init(id: CardID, textHash: UInt64? = nil, question: String? = nil) {
      self.id = id
      self.textHash = textHash
      self.question = question
    }
  }

  /// From which share of common words on two questions count as nearly the same.
  static let likeness = 0.8

  /// Warns of questions that are nearly the same as one on another card.
  ///
  /// Measured is the share of words that two wordings have in common among all their words (the
  /// Jaccard index), without regard to case, diacritics and order: from 0.8 on they are nearly the
  /// same. Each card is named once, at its own place, with the first earlier card that it resembles.
  ///
  /// - Parameter decks: All decks in use.
  /// - Returns: One warning for each card that resembles an earlier one.
  public static func repeatedQuestions(in decks: [Deck]) -> [Fault] {
    var faults: [Fault] = []
    var index = WordSetIndex(sets: decks.flatMap(\.cards).flatMap(\.wordings).map(Words.set))
    var owners: [CardID] = []
    for deck in decks {
      for card in deck.cards {
        var twin: CardID?
        for words in card.wordings.map(Words.set) {
          let near = index.insert(words, likeness: likeness)
          let other = near.map { owners[$0] }.first { $0 != card.id }
          twin = twin ?? other
          owners.append(card.id)
        }
        if let twin {
          faults.append(
            warning(deck, card, "card `\(card.id)` asks nearly the same as `\(twin)`"))
        }
      }
    }
    return faults
  }

  /// Warns of links to cards that are in no deck.
  ///
  /// - Parameters:
  ///   - checked: The decks whose links are looked at.
  ///   - decks: All decks in use.
  /// - Returns: A warning for each id in `like` that no card has.
  public static func brokenLinks(in checked: [Deck], among decks: [Deck]) -> [Fault] {
    let present = Set((decks + checked).flatMap(\.cards).map(\.id))
    return checked.flatMap { deck in
      deck.cards.flatMap { card in
        card.likes.filter { !present.contains($0) }.map { other in
          let others = present.subtracting([card.id]).map(\.description).sorted()
          let near = Suggestion.nearest(to: other.description, among: others)
          return warning(
            deck, card,
            "card `\(card.id)` is like `\(other)`, which is in no deck"
              + (near.map { "; did you mean `\($0)`?" } ?? ""))
        }
      }
    }
  }

  /// Warns of cards that seem to be old ones under a new id, and so have lost their history.
  ///
  /// - Parameters:
  ///   - decks: All decks in use.
  ///   - past: All cards with reviews.
  /// - Returns: A warning for each card without a past whose texts, or whose question, a card had
  ///   that is in no deck any more.
  public static func renamedCards(in decks: [Deck], past: [PastCard]) -> [Fault] {
    let present = Set(decks.flatMap(\.cards).map(\.id))
    let known = Set(past.map(\.id))
    let gone = past.filter { !present.contains($0.id) }.sorted { $0.id < $1.id }
    guard !gone.isEmpty else { return [] }
    let byHash = Dictionary(
      gone.compactMap { old in old.textHash.map { ($0, old.id) } },
      uniquingKeysWith: { old, _ in old })
    let asked = gone.filter { $0.question != nil }
    let words = asked.map { Words.set($0.question ?? "") }
    var index = WordSetIndex(sets: words)
    for set in words { _ = index.insert(set, likeness: likeness) }

    var faults: [Fault] = []
    for deck in decks {
      for card in deck.cards where !known.contains(card.id) {
        let like = index.near(Words.set(card.ask), likeness: likeness).first.map { asked[$0].id }
        guard let old = byHash[card.textHash] ?? like else { continue }
        faults.append(
          warning(
            deck, card,
            "card `\(card.id)` seems to be `\(old)`, which has reviews and is gone; "
              + "with its old id it keeps them"))
      }
    }
    return faults
  }

  private static func warning(_ deck: Deck, _ card: Card, _ message: String) -> Fault {
    Fault(path: deck.path, line: card.line, column: 1, severity: .warning, message: message)
  }
}
