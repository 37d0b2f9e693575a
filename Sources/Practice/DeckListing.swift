public import Decks

/// A deck as lists show it.
public struct DeckListing: Equatable, Sendable {
  public var id: String
  public var title: String
  public var origin: Deck.Origin
  public var path: String
  public private(set) var cards = 0
  /// Cards with at least one review that counts.
  public private(set) var seen = 0
  /// Unsuspended cards that are due.
  public private(set) var due = 0
  private var unsuspended = 0
  private var recall = 0.0

  public init(id: String, title: String, origin: Deck.Origin, path: String) {
    self.id = id
    self.title = title
    self.origin = origin
    self.path = path
  }

  /// The mean recall now of the cards that are not suspended, 0…1; a card never practised counts
  /// as 0, an empty deck too.
  public var readiness: Double { unsuspended == 0 ? 0 : recall / Double(unsuspended) }

  /// Counts a card of the deck in.
  public mutating func add(_ card: CardListing) {
    cards += 1
    if card.recall != nil { seen += 1 }
    guard !card.isSuspended else { return }
    unsuspended += 1
    recall += card.recall ?? 0
    if card.isDue { due += 1 }
  }
}
