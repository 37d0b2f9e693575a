/// Something that decides whether the person wants a job; the same for each employer.
public struct Criterion: Equatable, Sendable {
  public var id: Number<Criterion>?
  public var text: String
  public var weight: Weight
  /// The question that would settle it; empty if there is none yet.
  public var question: String

  public enum Weight: String, CaseIterable, Sendable {
    case must, nice
    /// If it is so, the person walks away.
    case walkAway = "walk-away"
  }

  public init(
    id: Number<Criterion>? = nil, text: String, weight: Weight = .must, question: String = ""
  ) {
    self.id = id
    self.text = text
    self.weight = weight
    self.question = question
  }
}

/// What the person has seen of a criterion at an employer.
public struct Verdict: Equatable, Sendable {
  public var criterion: Number<Criterion>
  public var employer: String
  public var state: State
  /// What was seen or heard.
  public var evidence: String

  public enum State: String, CaseIterable, Sendable { case open, yes, no }

  public init(
    criterion: Number<Criterion>, employer: String, state: State = .open, evidence: String = ""
  ) {
    self.criterion = criterion
    self.employer = employer
    self.state = state
    self.evidence = evidence
  }
}
