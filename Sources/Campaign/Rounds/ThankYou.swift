/// What to thank someone for after a round.
public struct ThankYou: Equatable, Sendable {
  public var id: Number<ThankYou>?
  public var interview = Number<Interview>(0)
  /// Nil for all who were there.
  public var person: Number<Person>?
  public var text = ""
  public var isSent = false

  public init() {}

  public init(
    id: Number<ThankYou>? = nil, interview: Number<Interview>, person: Number<Person>? = nil,
    text: String,
    isSent: Bool = false
  ) {
    self.id = id
    self.interview = interview
    self.person = person
    self.text = text
    self.isSent = isSent
  }
}

extension ThankYou: NotebookThing {
  public static let table = "thank_yous"
  public static let noun = "note of thanks"
  public static let longNoun = "thank-you"
  public static let fields: [Field<ThankYou>] = [
    Field(nil, .round(\.interview.orNil), column: "interview", isIdentity: true),
    Field("to", .person(\.person), column: "person", isIdentity: true, hint: "whom; empty for all"),
    Field(
      "for", .name(\.text), column: "text", isRequired: true, isIdentity: true, hint: "what for"),
    Field("sent", .truth(\.isSent), column: "is_sent", hint: "it has gone out"),
  ]
}
