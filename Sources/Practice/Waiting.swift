/// What is waiting.
public struct Waiting: Equatable, Sendable {
  /// Cards in the decks that are not suspended.
  public var cards: Int
  /// Of those: seen before and due now, unless buried until later.
  public var due: Int
  /// Of those: never practised.
  public var unseen: Int
  /// Of those: weak now.
  public var weak: Int

  public init(cards: Int, due: Int, unseen: Int, weak: Int) {
    self.cards = cards
    self.due = due
    self.unseen = unseen
    self.weak = weak
  }
}
