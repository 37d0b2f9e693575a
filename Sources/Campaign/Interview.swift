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

extension Collection<Interview> {
  /// The first of these interviews that begins after an instant: the one to prepare for.
  public func next(after time: Int64) -> Interview? {
    filter { $0.startsAt > time }.min { $0.startsAt < $1.startsAt }
  }
}
