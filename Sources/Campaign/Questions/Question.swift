public import Decks

/// A question that the person wants to ask an employer.
public struct Question: Equatable, Sendable {
  public var id: Number<Question>?
  public var employer: String
  public var text: String
  /// The card of the decks that it is; nil for one of the person's own.
  public var card: CardID?
  /// The kind of listener that it is for, such as “hiring manager”; empty for anyone.
  public var listener: String
  /// The very person that it is for.
  public var person: Number<Person>?
  public var state: State
  /// What they said.
  public var answer: String

  public enum State: String, CaseIterable, Sendable { case unused, asked, answered }

  public init(
    id: Number<Question>? = nil, employer: String, text: String, card: CardID? = nil,
    listener: String = "", person: Number<Person>? = nil, state: State = .unused,
    answer: String = ""
  ) {
    self.id = id
    self.employer = employer
    self.text = text
    self.card = card
    self.listener = listener
    self.person = person
    self.state = state
    self.answer = answer
  }
}
