/// An interview that the person prepares for.
public struct Interview: Equatable, Sendable {
  /// The employer, as the person writes it.
  public var employer: String
  /// 1 for the first interview there.
  public var round: Int
  /// Milliseconds since 1970 UTC.
  public var startsAt: Int64

  public init(employer: String, round: Int, startsAt: Int64) {
    self.employer = employer
    self.round = round
    self.startsAt = startsAt
  }
}
