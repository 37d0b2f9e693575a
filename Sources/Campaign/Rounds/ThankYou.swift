/// What to thank someone for after a round.
public struct ThankYou: Equatable, Sendable {
  public var interview = Number<Interview>(0)
  /// Nil for all who were there.
  public var person: Number<Person>?
  public var text = ""
  public var isSent = false

  public init() {}

  public init(interview: Number<Interview>, person: Number<Person>? = nil, text: String) {
    (self.interview, self.person, self.text) = (interview, person, text)
  }
}

extension ThankYou: NumberedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<ThankYou>]> { \.thankYous }
  public static let table = "thank_yous"
  public static let noun = "note of thanks"
  public static let longNoun = "thank-you"
  public static let formNoun = "thanks"
  public static let fields: [Field<ThankYou>] = [
    Field(nil, .round(\.interview.orNil), column: "interview", isIdentity: true),
    Field(
      "to", .person(\.person), title: "To whom", column: "person", isIdentity: true,
      hint: "whom; empty for all"),
    Field(
      "for", .text(\.text), title: "What for", column: "text", isRequired: true, isIdentity: true,
      hint: "what for"),
    Field("sent", .truth(\.isSent), column: "is_sent", hint: "it has gone out"),
  ]

  public func blank(today _: Int) -> ThankYou { ThankYou(interview: interview, text: "") }
}
