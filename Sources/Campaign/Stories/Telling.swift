/// That a story was told in a round, beside what the round's log says of its questions.
public struct Telling: Equatable, Sendable {
  public var story: Number<Story>
  public var interview: Number<Interview>
  /// Who heard it; nil for all who were there.
  public var listener: Number<Person>?
  /// Whether it was told in full, or only touched on.
  public var isWhole: Bool

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
