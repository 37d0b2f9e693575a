import Campaign
import Decks
import Practice
import Store

// Which deck or card is meant by what is written of its id, where only one can be.

extension Workspace {
  /// The id of the deck that is meant: its own whatever the capitals, or a word of one alone, as `care` of
  /// `care-and-teaching`; as it is written where none or several are.
  func meantDeck(_ text: String, among known: [String]) -> String {
    known.first { $0 == text } ?? known.first { $0.isSameName(as: text) }
      ?? (decksNamed(text, among: known).onlyOne ?? text)
  }

  /// The decks with a word in their ids that begins so.
  func decksNamed(_ text: String, among known: [String]) -> [String] {
    guard text.count > 2 else { return [] }
    let begun = known.filter { id in
      id.lowercased().hasPrefix(text.lowercased())
        || id.split(separator: "-").contains { $0.lowercased().hasPrefix(text.lowercased()) }
    }
    let whole = begun.filter {
      $0.split(separator: "-").contains { String($0).isSameName(as: text) }
    }
    return whole.isEmpty ? begun : whole
  }

  /// The card that is meant: its own deck may be named so, and its number may be written without zeros,
  /// as `PE-1` for `PE-01`; as it is written where there is none.
  func meantCard(_ id: CardID) throws -> CardID {
    guard try store.card(id) == nil else { return id }
    let deck = meantDeck(id.deck, among: try store.decks(at: clock.now).map(\.id))
    let cards = try store.cards(ofDeck: deck).map(\.id)
    if let same = cards.first(where: { $0.card.isSameName(as: id.card) }) { return same }
    guard let wanted = NumberedID(id.card) else { return id }
    return cards.filter { NumberedID($0.card) == wanted }.onlyOne ?? id
  }

  /// The card that is meant by its own id alone, as `pe-1` for `star-people/PE-01`; nil where none or
  /// several are.
  func meantCard(ownID id: String) throws -> CardID? { try cards(ownID: id).onlyOne }

  /// The cards that have this id in their decks, its number written with or without zeros.
  private func cards(ownID id: String) throws -> [CardID] {
    let cards = try store.cards(withOwnID: id)
    guard cards.isEmpty, let wanted = NumberedID(id) else { return cards }
    return try store.cards(ofKinds: CardKind.allCases).map(\.id)
      .filter { NumberedID($0.card) == wanted }
  }

  /// Asks which of the cards was meant that have this id in their decks; nil if none has, or many.
  package func suggestion(forOwnID id: String) throws -> String? {
    let cards = try cards(ownID: id)
    guard !cards.isEmpty, cards.count <= 4 else { return nil }
    return "did you mean \(cards.map(\.description).joined(separator: " or "))?"
  }
}

/// An id that ends in a number, for which zeros and a dash before it mean nothing; nil for any other.
private struct NumberedID: Equatable {
  let name: String
  let number: UInt64

  init?(_ id: String) {
    let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let number = UInt64(String(digits.reversed())) else { return nil }
    let name = id.dropLast(digits.count).lowercased()
    self.name = name.last == "-" ? String(name.dropLast()) : name
    self.number = number
  }
}

extension Array {
  /// What is in it, where that is one alone.
  fileprivate var onlyOne: Element? { count == 1 ? first : nil }
}
