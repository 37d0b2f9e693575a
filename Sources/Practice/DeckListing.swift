public import Decks
public import Scheduler

/// A deck as lists show it.
public struct DeckListing: Equatable, Sendable {
  public var id: String
  public var title: String
  public var origin: Deck.Origin
  public var path: String
  public var cards: Int
  public var suspended: Int
  /// Whether it is off until the person turns it on.
  public var isPack: Bool
  /// Whether its cards are asked, counted and proposed.
  public var isOn: Bool
  /// Cards with at least one review that counts.
  public private(set) var seen = 0
  /// Unsuspended cards that are due.
  public private(set) var due = 0
  private var recall = 0.0

  public init(
    id: String, title: String, origin: Deck.Origin, path: String, cards: Int, suspended: Int,
    isPack: Bool = false, isOn: Bool = true
  ) {
    self.id = id
    self.title = title
    self.origin = origin
    self.path = path
    self.cards = cards
    self.suspended = suspended
    (self.isPack, self.isOn) = (isPack, isOn)
  }

  /// The mean recall now of the cards that are not suspended, 0…1; a card never practised counts
  /// as 0, an empty deck too.
  public var readiness: Double { cards > suspended ? recall / Double(cards - suspended) : 0 }

  /// Notes that a card of the deck was practised.
  ///
  /// - Parameters:
  ///   - recall: now; nil if the card is suspended, and so neither due nor waiting to be recalled.
  ///   - isDue: whether it is due.
  public mutating func addSeen(recall: Retrievability?, isDue: Bool) {
    seen += 1
    guard let recall else { return }
    self.recall += recall
    if isDue { due += 1 }
  }
}
