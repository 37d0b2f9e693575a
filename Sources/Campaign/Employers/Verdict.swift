/// What the person has seen of a criterion at an employer.
public struct Verdict: Equatable, Sendable {
  public var criterion = Number<Criterion>(0)
  public var employer = ""
  public var state = State.open
  /// What was seen or heard.
  public var evidence = ""

  public enum State: String, CaseIterable, Sendable {
    case open, yes, no

    /// Its sign in lists.
    public var sign: String {
      switch self {
      case .open: "·"
      case .yes: "✓"
      case .no: "✗"
      }
    }
  }

  public init() {}

  public init(
    criterion: Number<Criterion>, employer: String, state: State = .open, evidence: String = ""
  ) {
    self.criterion = criterion
    self.employer = employer
    self.state = state
    self.evidence = evidence
  }
}

extension Verdict: NotebookThing {
  public static let table = "verdicts"
  public static let isNumbered = false
  public static let noun = "verdict"
  public static let titleColumns = ["criterion", "employer"]
  public static let fields: [Field<Verdict>] = [
    Field(nil, .criterion(\.criterion.orNil), column: "criterion", isIdentity: true),
    Field(nil, .employer(\.employer), column: "employer", isIdentity: true),
    Field("state", .choice(\.state), title: "Is it so?"),
    Field(
      "evidence", .text(\.evidence), title: "Seen", length: .lines, hint: "what you saw or heard"),
  ]

  public var title: String { "\(criterion) \(employer)" }

  public func blank(today _: Int) -> Verdict { Verdict(criterion: criterion, employer: employer) }
}
