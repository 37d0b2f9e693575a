/// Something that decides whether the person wants a job; the same for each employer.
public struct Criterion: Equatable, Sendable {
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

  public init(text: String) { self.text = text }
}

extension Criterion: ListedThing {
  public static var list: WritableKeyPath<Notebook, [Kept<Criterion>]> { \.criteria }
  public static let table = "criteria"
  public static let noun = "criterion"
  public static let fields: [Field<Criterion>] = [
    Field(
      "criterion", .text(\.text), column: "text", isRequired: true, isIdentity: true,
      hint: "such as weekends off"),
    Field("weight", .choice(\.weight)),
    Field("question", .text(\.question), hint: "the question that would settle it"),
  ]

  public static let command = "decision"
  public static let abstract = "What decides whether you want a job, and what you have seen of it."
  public static let columns: [Column<Criterion>] = ["weight", "criterion"]
}
