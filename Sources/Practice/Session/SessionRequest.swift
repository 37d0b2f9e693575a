public import Decks

/// What the person asked to practise.
public struct SessionRequest: Equatable, Sendable {
  /// These cards, in this order, and nothing else; empty means that cards are chosen.
  public var only: [CardID] = []
  /// Only cards of these; nil means all.
  public var among: Set<CardID>?
  /// Only these families, by their codes; empty means all.
  public var families: Set<String> = []
  /// Only these decks; empty means all.
  public var decks: [String]
  /// Only these kinds; empty means those that come up by themselves.
  public var kinds: [CardKind]
  public var coreOnly: Bool
  public var weakOnly: Bool
  /// Only the parts of stories that need work.
  public var rebuildsOnly: Bool
  /// Only this, of questions never met, within seconds each: a story to name, or what they are after.
  public var drill: SessionItem.Task?
  /// The minutes there are; nil means no limit.
  public var minutes: Double?
  /// Whether these are simply a day's minutes, of which there are fewer right before an interview.
  public var isDaily: Bool
  /// The most cards; nil means no limit.
  public var cards: Int?
  /// What wordings are drawn from.
  public var seed: UInt64

  public init(
    decks: [String] = [], kinds: [CardKind] = [], coreOnly: Bool = false, weakOnly: Bool = false,
    rebuildsOnly: Bool = false, minutes: Double? = nil, isDaily: Bool = false, cards: Int? = nil,
    seed: UInt64 = 0
  ) {
    self.decks = decks
    self.kinds = kinds
    self.coreOnly = coreOnly
    self.weakOnly = weakOnly
    self.rebuildsOnly = rebuildsOnly
    self.minutes = minutes
    self.isDaily = isDaily
    self.cards = cards
    self.seed = seed
  }

  /// Asks only for questions of these families that a story answers.
  public mutating func ask(for families: Set<String>) {
    self.families = families
    kinds = [.star]
  }

  /// Whether nothing narrows down which cards come.
  var isOpen: Bool {
    decks.isEmpty && among == nil && families.isEmpty && kinds.isEmpty && !coreOnly
  }

  /// Whether a card is one of those asked for.
  ///
  /// Naming a deck or cards asks for every kind in it; otherwise only the daily kinds come.
  public func admits(_ prospect: Prospect) -> Bool {
    if !decks.isEmpty, !decks.contains(prospect.id.deck) { return false }
    if let among, !among.contains(prospect.id) { return false }
    if !families.isEmpty, !families.contains(prospect.family ?? "") { return false }
    if coreOnly, !prospect.isCore { return false }
    if rebuildsOnly { return prospect.needsWork }
    if weakOnly { return prospect.isWeak || prospect.needsWork }
    guard kinds.isEmpty else { return kinds.contains(prospect.kind) }
    return !decks.isEmpty || among != nil || prospect.kind.isDaily
  }

  /// What is to be done at a card: where it is only that a part needs work, only that part.
  func item(for prospect: Prospect) -> SessionItem {
    let isSound = weakOnly && !prospect.isWeak
    return SessionItem(prospect.id, rebuildsOnly || isSound ? .rebuild : .answer)
  }
}
