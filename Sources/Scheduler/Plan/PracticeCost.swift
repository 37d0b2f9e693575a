/// What practising a card costs, in minutes.
public struct PracticeCost: Equatable, Sendable {
  /// One go at the card.
  public var answer: Double
  /// The return within the session that an answer Again brings.
  public var retry: Double

  /// A full spoken answer with its probes, unless told otherwise.
  public init(answer: Double = 3.5, retry: Double = 1.5) {
    self.answer = answer
    self.retry = retry
  }
}
