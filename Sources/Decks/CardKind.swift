/// What a card asks of the person, and so how it is answered and graded.
public enum CardKind: String, CaseIterable, Sendable {
  /// A story in Situation, Task, Action, Result.
  case star
  /// Why this person and this employer suit each other.
  case fit
  /// Where the person is heading.
  case goal
  /// A doubt that round one may have left.
  case concern
  /// A thought about the employer that the person brings.
  case insight
  /// A follow-up question to one of the person's own stories.
  case probe
  /// A small piece of work, thought through aloud.
  case task
  /// A scene with several interviewers.
  case panel
  /// Writing in the log of a round.
  case reflect
  /// Finding out something about the employer.
  case research
  /// A question that the person puts to the interviewers.
  case ask
  /// A scene with a tempting mistake in it.
  case redflag
}
