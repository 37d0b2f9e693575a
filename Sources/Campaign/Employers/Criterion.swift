/// Something that decides whether the person wants a job; the same for each employer.
public struct Criterion: Equatable, Sendable {
  public var id: Number<Criterion>?
  public var text = ""
  public var weight = Weight.must
  /// The question that would settle it; empty if there is none yet.
  public var question = ""

  public enum Weight: String, CaseIterable, Sendable {
    case must, nice
    /// If it is so, the person walks away.
    case walkAway = "walk-away"
  }

  public init() {}

  public init(
    id: Number<Criterion>? = nil, text: String, weight: Weight = .must, question: String = ""
  ) {
    self.id = id
    self.text = text
    self.weight = weight
    self.question = question
  }
}

extension Criterion: NotebookThing {
  public static let table = "criteria"
  public static let noun = "criterion"
  public static let fields: [Field<Criterion>] = [
    Field(
      "criterion", .name(\.text), column: "text", isRequired: true, isIdentity: true,
      hint: "such as weekends off"),
    Field("weight", .choice(\.weight)),
    Field("question", .text(\.question), hint: "the question that would settle it"),
  ]
}
