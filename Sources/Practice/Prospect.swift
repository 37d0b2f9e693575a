public import Decks
public import Scheduler

/// What choosing a session needs to know of a card: little enough for ten thousand of them.
public struct Prospect: Equatable, Sendable {
  public var id: CardID
  public var kind: CardKind
  /// The code of the card's competency family; nil when its competency belongs to none.
  public var family: String?
  public var isCore: Bool
  /// Nil for a card never practised.
  public var memory: Memory?
  /// When it is due; nil for a card never practised.
  public var due: Due?
  /// Whether it is put away until a later day.
  public var isBuried: Bool
  /// Whether it is weak on the day; see ``Weakness``.
  public var isWeak: Bool
  /// Whether its last answer was Again.
  public var hasSlipped: Bool
  /// Whether a part of its story needs work.
  public var needsWork: Bool
  /// Its last grade; nil for a card never practised.
  public var lastGrade: Grade?
  /// The cards that the same true story answers.
  public var likes: [CardID] = []
  /// How much it matters for each of the interviews ahead, the next one first, 1…4; a single value
  /// holds for all of them.
  public var priorities = [1.0]
  /// The minutes that one practice of it takes this person.
  public var minutes: Double
  /// Whether it is made of what the person wrote down: of the family *Your notes*, and no part of
  /// readiness until it was practised.
  public var isOwnNote = false
  /// When it was done last, where that gives no memory; nil if never.
  public var lastDone: Timestamp?
  /// How many wordings it has.
  public var wordings = 1

  public init(
    id: CardID, kind: CardKind, family: String?, isCore: Bool, memory: Memory? = nil,
    due: Due? = nil, isBuried: Bool = false, isWeak: Bool = false, hasSlipped: Bool = false,
    needsWork: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.family = family
    self.isCore = isCore
    self.memory = memory
    self.due = due
    self.isBuried = isBuried
    self.isWeak = isWeak
    self.hasSlipped = hasSlipped
    self.needsWork = needsWork
    minutes = kind.minutes
  }

  /// The code of the family of cards that are made of what the person wrote down.
  public static let notesFamily = "NOTE"

  /// The minutes for the planner.
  public var cost: PracticeCost { PracticeCost(answering: minutes) }
}
