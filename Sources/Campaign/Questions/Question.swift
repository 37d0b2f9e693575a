public import Decks

/// A question that the person wants to ask an employer.
public struct Question: Equatable, Sendable {
  public var employer = ""
  public var text = ""
  /// The card of the decks that it is; nil for one of the person's own.
  public var card: CardID?
  /// The kind of listener that it is for, such as “hiring manager”; empty for anyone.
  public var listener = ""
  /// The very person that it is for.
  public var person: Number<Person>?
  public var state = State.unused
  /// What they said.
  public var answer = ""

  public enum State: String, CaseIterable, Sendable { case unused, asked, answered }

  public init() {}

  public init(employer: String, text: String) {
    (self.employer, self.text) = (employer, text)
  }
}

extension Question: ListedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Question>]> { \.questions }
  public static let table = "questions"
  public static let noun = "question"
  public static let fields: [Field<Question>] = [
    Field("employer", .employer(\.employer), isRequired: true, isIdentity: true),
    Field(
      "question", .text(\.text), column: "text", isRequired: true, isIdentity: true,
      hint: "as you ask it"),
    Field(
      "for", .text(\.listener), title: "For whom", column: "listener",
      hint: "such as peers, hiring manager, senior leaders or HR"),
    Field("person", .person(\.person), hint: "the very person, if it is for one"),
    Field("state", .choice(\.state)),
    Field("answer", .text(\.answer), length: .lines, hint: "what they said"),
    Field("card", .card(\.card), hint: "the card that it is, such as your-questions/YQ-01"),
  ]

  public static let command = "questions"
  public static let abstract = "Questions to ask them: for whom, and what came of them."
  public static let columns: [Column<Question>] = [
    "employer", "state",
    Column("FOR") { question, around in
      let whom = around.notebook.person(question.person)?.title ?? question.listener
      return whom.isEmpty ? "anyone" : whom
    }, "question",
  ]

  public var heading: String { "Question to ask" }
}
