/// That a story was told in a round, beside what the round's log says of its questions.
public struct Telling: Equatable, Sendable {
  public var story = Number<Story>(0)
  public var interview = Number<Interview>(0)
  /// Who heard it; nil for all who were there.
  public var listener: Number<Person>?
  /// Whether it was told in full, or only touched on.
  public var isWhole = true

  public init() {}

  public init(
    story: Number<Story>, interview: Number<Interview>, listener: Number<Person>? = nil,
    isWhole: Bool = true
  ) {
    self.story = story
    self.interview = interview
    self.listener = listener
    self.isWhole = isWhole
  }
}

extension Telling: NotebookThing {
  public static let table = "tellings"
  public static let noun = "telling"
  public static let longNoun = "telling of"
  public static let titleColumns = ["story"]
  public static let fields: [Field<Telling>] = [
    Field(nil, .round(\.interview.orNil), column: "interview", isIdentity: true),
    Field(
      "story", .story(\.story.orNil), isRequired: true, isIdentity: true, hint: "its title"),
    Field(
      "to", .person(\.listener), column: "listener", isIdentity: true,
      hint: "who heard it; empty for all"),
    Field(
      "in-full", .truth(\.isWhole, usually: true), column: "is_whole",
      hint: "false if it was only touched on"),
  ]
}
