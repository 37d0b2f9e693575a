/// A follow-up that was asked, and how it was met.
public struct ProbeAnswer: Equatable, Sendable {
  public var question: String
  public var result: ProbeResult
  /// Milliseconds until it was judged; nil when nobody measured.
  public var duration: Int?

  public init(question: String, result: ProbeResult, duration: Int? = nil) {
    self.question = question
    self.result = result
    self.duration = duration
  }
}
