/// A short go at a card, measured in seconds.
public enum Drill: CaseIterable, Sendable {
  /// Name the story that fits.
  case pick
  /// The story in one sentence.
  case headline
  /// One follow-up question.
  case probe
  /// Say what the question is after.
  case reading

  /// The seconds there are for it.
  public var seconds: Int {
    switch self {
    case .pick, .reading: 10
    case .headline: 25
    case .probe: 40
    }
  }

  public var mode: AnswerMode {
    switch self {
    case .pick: .pick
    case .headline: .headline
    case .probe: .probe
    case .reading: .reading
    }
  }
}
