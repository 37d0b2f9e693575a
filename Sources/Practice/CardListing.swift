public import Decks
public import Scheduler

/// Why a card is kept out of practice.
public enum SuspensionReason: String, Sendable {
  /// What it asks is not so of this person: a gap, a move, a doubt that they do not have.
  case doesNotApply = "does not apply"
}

/// A card as lists show it.
public struct CardListing: Equatable, Sendable {
  public var id: CardID
  public var kind: CardKind
  public var competency: String
  public var isCore: Bool
  /// Recall now; nil for a card never practised.
  public var recall: Retrievability?
  public var isDue: Bool
  public var isWeak: Bool
  public var isSuspended: Bool
  /// Why it is suspended; nil if nobody said, or it is not.
  public var reason: SuspensionReason?
  /// Whether its deck is off.
  public var isOff = false
  /// The card's own question; empty where nobody asked for it.
  public var ask: String

  public init(
    id: CardID, kind: CardKind, competency: String, isCore: Bool, recall: Retrievability?,
    isDue: Bool, isWeak: Bool, isSuspended: Bool, ask: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.competency = competency
    self.isCore = isCore
    self.recall = recall
    self.isDue = isDue
    self.isWeak = isWeak
    self.isSuspended = isSuspended
    self.ask = ask
  }
}
