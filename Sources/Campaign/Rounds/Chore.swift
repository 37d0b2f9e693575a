/// Something to do for an employer beside practising.
public enum Chore: Equatable, Sendable {
  /// A round that was held has no finished log.
  case logRound(Int)
  /// Promises that are not kept yet.
  case keepPromises(Int)
  /// Thanks that are not sent yet.
  case sendThanks(Int)
  /// Facts that are past their shelf life.
  case checkFacts(Int)
  /// Doubts whose reply lacks its evidence or its story.
  case answerDoubts(Int)

  /// Whether it is of a round that has been, and so has its own place at home.
  public var isErrand: Bool {
    switch self {
    case .logRound, .keepPromises, .sendThanks: true
    case .checkFacts, .answerDoubts: false
    }
  }

  /// What to do, in a few words.
  public var words: String {
    switch self {
    case .logRound(let round): "log round \(round)"
    case .keepPromises(let count): "keep \(Self.counted(count, "promise"))"
    case .sendThanks(let count): count == 1 ? "send a thank-you" : "send \(count) thank-yous"
    case .checkFacts(let count): "check \(Self.counted(count, "stale fact"))"
    case .answerDoubts(let count): "find proof against \(Self.counted(count, "doubt"))"
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension Notebook {
  /// What is to be done for an employer, the most pressing first.
  ///
  /// - Parameters:
  ///   - employer: with whom the next interview is.
  ///   - time: now, in milliseconds since 1970 UTC.
  ///   - today: the local day, in days since 1 January 1970.
  /// - Returns: what is still to do; nothing once a round is logged and all of it is done.
  public func chores(for employer: String, at time: Int64, today: Int) -> [Chore] {
    let held = interviews(with: employer).filter { $0.thing.isHeld(at: time) }
    let keys = held.map(\.id)
    let promised = promises.count { !$0.isKept && keys.contains($0.interview) }
    let thanks = thankYous.count { !$0.isSent && keys.contains($0.interview) }
    let stale = facts(on: employer).count { $0.thing.isStale(on: today) }
    let bare = doubts(of: employer).count { $0.isOpen && $0.gap != nil }
    var chores: [Chore] = []
    if let last = held.last, !last.isLogged, !last.isWavedOff {
      chores.append(.logRound(last.round))
    }
    if promised > 0 { chores.append(.keepPromises(promised)) }
    if thanks > 0 { chores.append(.sendThanks(thanks)) }
    if stale > 0 { chores.append(.checkFacts(stale)) }
    if bare > 0 { chores.append(.answerDoubts(bare)) }
    return chores
  }
}
