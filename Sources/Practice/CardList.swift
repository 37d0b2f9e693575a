public import Decks

/// The cards of a list, by their numbers in the deck index, which are in the order of the decks.
///
/// What the cards are is read when they are shown: there may be a great many.
public struct CardList: Equatable, Sendable {
  /// What was asked for.
  public var filter: CardFilter
  /// The numbers of the cards that the filter lets through, in order.
  public var numbers: [Int] = []
  /// How many there are without the filter.
  public var total = 0
  /// The kinds that there are without the filter.
  public var kinds: Set<CardKind> = []
  /// The competencies that there are without the filter.
  public var competencies: Set<String> = []

  /// The points of the guide that are served without the filter, by their codes.
  public var points: Set<String> = []

  /// The tags of the person's own that there are without the filter.
  public var tags: Set<String> = []

  public init(filter: CardFilter) { self.filter = filter }
}
