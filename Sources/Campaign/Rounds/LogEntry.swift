public import Decks

/// A question that was asked in a round, and how the answer went.
public struct LogEntry: Equatable, Sendable {
  public var interview = Number<Interview>(0)
  /// The question, as it comes back to the person.
  public var text = ""
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
  public var isPressed = false
  /// What they asked on about.
  public var pressedOn = ""

  /// How an answer landed.
  public enum Landing: String, CaseIterable, Sendable { case strong, fine, thin }

  public init() {}

  public init(interview: Number<Interview>, text: String) {
    (self.interview, self.text) = (interview, text)
  }

  /// Whether a card practises the question.
  public func asks(_ card: CardID, family: String?) -> Bool {
    self.card == card || (self.family != nil && self.family == family)
  }
}

extension LogEntry: NumberedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<LogEntry>]> { \.entries }
  public static let table = "log_entries"
  public static let noun = "question asked"
  public static let longNoun = "logged question"
  public static let formName = "asked"
  public static let fields: [Field<LogEntry>] = [
    Field(nil, .round(\.interview.orNil), column: "interview", isIdentity: true),
    Field(
      "question", .text(\.text), column: "text", isRequired: true, isIdentity: true,
      hint: "as it comes back to you"),
    Field("landed", .choice(\.landed)), Field("story", .story(\.story)),
    Field("family", .family(\.family)),
    Field("card", .card(\.card), hint: "the card that asks it"),
    Field("asked-by", .person(\.asker), column: "asker", hint: "who asked"),
    Field("pressed", .truth(\.isPressed), column: "is_pressed", hint: "they asked on"),
    Field("pressed-on", .text(\.pressedOn), hint: "what they asked on about"),
  ]

  public var phrase: String { "the question “\(text)”" }

  public func blank(today _: Int) -> LogEntry { LogEntry(interview: interview, text: "") }
}
