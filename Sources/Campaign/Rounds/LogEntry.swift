public import Decks

/// A question that was asked in a round, and how the answer went.
public struct LogEntry: Equatable, Sendable {
  public var id: Number<LogEntry>?
  public var interview: Number<Interview>
  /// The question, as it comes back to the person.
  public var text: String
  /// The card that asks it.
  public var card: CardID?
  /// The code of the family that it probes.
  public var family: String?
  /// Who asked.
  public var asker: Number<Person>?
  /// The story told; nil for none, or not said yet.
  public var story: Number<Story>?
  /// Nil until the person has said it.
  public var landed: Landing?
  /// Whether they asked on.
  public var isPressed: Bool
  /// What they asked on about.
  public var pressedOn: String

  /// How an answer landed.
  public enum Landing: String, CaseIterable, Sendable { case strong, fine, thin }

  public init(
    id: Number<LogEntry>? = nil, interview: Number<Interview>, text: String, card: CardID? = nil,
    family: String? = nil, asker: Number<Person>? = nil, story: Number<Story>? = nil,
    landed: Landing? = nil, isPressed: Bool = false, pressedOn: String = ""
  ) {
    self.id = id
    self.interview = interview
    self.text = text
    self.card = card
    self.family = family
    self.asker = asker
    self.story = story
    self.landed = landed
    self.isPressed = isPressed
    self.pressedOn = pressedOn
  }

  /// Whether a card practises the question.
  public func asks(_ card: CardID, family: String?) -> Bool {
    self.card == card || (self.family != nil && self.family == family)
  }
}
