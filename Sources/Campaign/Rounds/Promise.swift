/// Something that the person said they would do after a round.
public struct Promise: Equatable, Sendable {
  public var id: Number<Promise>?
  public var interview: Number<Interview>
  public var text: String
  /// The day by which it is due, in days since 1 January 1970.
  public var due: Int?
  public var isKept: Bool

  public init(
    id: Number<Promise>? = nil, interview: Number<Interview>, text: String, due: Int? = nil,
    isKept: Bool = false
  ) {
    self.id = id
    self.interview = interview
    self.text = text
    self.due = due
    self.isKept = isKept
  }
}

/// What to thank someone for after a round.
public struct ThankYou: Equatable, Sendable {
  public var id: Number<ThankYou>?
  public var interview: Number<Interview>
  /// Nil for all who were there.
  public var person: Number<Person>?
  public var text: String
  public var isSent: Bool

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
