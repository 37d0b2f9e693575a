/// An interview that the person prepares for.
public struct Interview: Equatable, Sendable {
  /// The number that it is kept under; nil until it is kept.
  public var id: Int64?
  /// The employer, as the person writes it.
  public var employer: String
  /// 1 for the first interview there.
  public var round: Int
  /// Milliseconds since 1970 UTC.
  public var startsAt: Int64

  public init(id: Int64? = nil, employer: String, round: Int, startsAt: Int64) {
    self.id = id
    self.employer = employer
    self.round = round
    self.startsAt = startsAt
  }
}

extension Collection<Interview> {
  /// The round of one more interview with an employer: one more than there were.
  ///
  /// Who has told of none so far is being called back, so it is the second.
  public func nextRound(with employer: String) -> Int {
    let rounds = filter { $0.isWith(employer) }.map(\.round)
    return rounds.max().map { $0 + 1 } ?? 2
  }
}

extension Interview {
  /// Whether it is with the employer of that name, however capitals are used.
  public func isWith(_ name: String) -> Bool { employer.lowercased() == name.lowercased() }
}
