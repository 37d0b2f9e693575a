public import Decks

/// Which cards a list shows.
public struct CardFilter: Equatable, Sendable {
  /// By the state of a card; due, weak and unseen cards are those that are not suspended.
  public enum State: String, CaseIterable, Sendable {
    case all, due, weak, unseen, suspended, core
  }

  /// The deck's id; nil shows all decks.
  public var deck: String?
  public var state = State.all
  /// Nil shows every kind.
  public var kind: CardKind?
  /// Nil shows every family.
  public var family: Family?

  /// A point of the guide, such as `P5`; nil shows what serves any, or none.
  public var point: String?
  /// A tag of the person's own; nil shows what has any, or none.
  public var tag: String?

  public init(deck: String? = nil) { self.deck = deck }
}
