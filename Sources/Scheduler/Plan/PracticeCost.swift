/// What practising a card costs, in minutes.
public struct PracticeCost: Equatable, Sendable {
  /// One go at the card.
  public let answer: Double
  /// The return within the session that an answer Again brings.
  public let retry: Double

  /// A full spoken answer with its probes, unless told otherwise.
  ///
  /// Answers are cut to 0.05…240 minutes, returns to 0…240; what is not a number counts as least.
  public init(answer: Double = 3.5, retry: Double = 1.5) {
    self.answer = answer.isNaN ? 0.05 : answer.clamped(0.05, 240)
    self.retry = retry.isNaN ? 0 : retry.clamped(0, 240)
  }
}
