/// How an answer was given.
public enum AnswerMode: String, CaseIterable, Sendable {
  /// Aloud, with the clock.
  case spoken
  /// In writing.
  case typed
  /// One sentence.
  case headline
  /// Only naming the story.
  case pick
  /// Only a follow-up question.
  case probe
  /// Only saying what the question is after.
  case reading
  /// Away from the screen, recorded afterwards.
  case away

  /// Whether the whole answer is given, and not only a piece of it.
  public var isWhole: Bool {
    switch self {
    case .spoken, .typed, .away: true
    case .headline, .pick, .probe, .reading: false
    }
  }
}
