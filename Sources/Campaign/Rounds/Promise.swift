/// Something that the person said they would do after a round.
public struct Promise: Equatable, Sendable {
  public var interview = Number<Interview>(0)
  public var text = ""
  /// The day by which it is due, in days since 1 January 1970.
  public var due: Int?
  public var isKept = false

  public init() {}

  public init(interview: Number<Interview>, text: String) {
    (self.interview, self.text) = (interview, text)
  }
}

extension Promise: NumberedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Promise>]> { \.promises }
  public static let table = "promises"
  public static let noun = "promise"
  public static let fields: [Field<Promise>] = [
    Field(nil, .round(\.interview.orNil), column: "interview", isIdentity: true),
    Field(
      "promise", .text(\.text), column: "text", isRequired: true, isIdentity: true,
      hint: "what you said you would do"),
    Field("due", .day(\.due), column: "due_day", hint: "the day by which it is due"),
    Field("kept", .truth(\.isKept), column: "is_kept", hint: "done"),
  ]

  public func blank(today _: Int) -> Promise { Promise(interview: interview, text: "") }
}
