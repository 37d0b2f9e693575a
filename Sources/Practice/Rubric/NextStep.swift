/// The one thing to do next about a story.
public struct NextStep: Equatable, Sendable {
  public var part: RubricPart
  /// What is missing there.
  public var tick: Tick

  /// What would help most; nil if every tick is there.
  ///
  /// First what keeps it from being a story at all, then the lowest part; of equal ones that which
  /// takes the larger share of an answer.
  public init?(ticks: Set<Tick>) {
    let order: [RubricPart] = [.action, .result, .situation, .task, .delivery]
    let cause: Tick? = [.s1, .a1].first { !ticks.contains($0) }
    // Sorting is not stable, so the place in the order is part of what is compared.
    let lowest = order.enumerated()
      .filter { !$0.element.ticks.allSatisfy(ticks.contains) }
      .min { ($0.element.mark(of: ticks), $0.offset) < ($1.element.mark(of: ticks), $1.offset) }?
      .element
    guard let missing = cause ?? lowest?.nextTick(after: ticks), let part = missing.part
    else { return nil }
    self.part = part
    tick = missing
  }

  /// The step in words: `evidence you can defend, for the Result`.
  public var text: String {
    switch tick {
    case .s1: "tell one particular occasion, not what you usually do"
    case .s2: "say when, where and who in three sentences at most"
    case .s3: "say what was at stake"
    case .t1: "say what was yours to do"
    case .t2: "say what success would be, or the limit you had"
    case .a1: "tell three steps that you took yourself"
    case .a2: "say why you did it that way, or what you turned down"
    case .a3: "tell of an obstacle, or of someone you had to win"
    case .a4: "show the competency that was asked for"
    case .r1: "say what changed in the end"
    case .r2: "find evidence for the Result that you can defend"
    case .r3: "tie the Result back to the task"
    case .r4: "say what you learned and where you used it since"
    case .d1: "answer the question that was asked"
    case .d2: "bring it to between one minute and two and a half"
    case .d3: "tell it without notes"
    case .d4: "begin with the headline and stop cleanly"
    default: ""
    }
  }
}

extension RubricPart {
  /// The missing tick that decides most here.
  fileprivate func nextTick(after ticks: Set<Tick>) -> Tick? {
    // An answer to another question is worse than one that took too long.
    let order: [Tick] = self == .delivery ? [.d1, .d3, .d2, .d4] : self.ticks
    return order.first { !ticks.contains($0) }
  }
}
