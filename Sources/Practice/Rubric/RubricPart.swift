/// A part of a story that is marked by itself.
public enum RubricPart: Character, CaseIterable, Sendable {
  case situation = "S"
  case task = "T"
  case action = "A"
  /// With what was learned.
  case result = "R"
  /// How it was said.
  case delivery = "D"

  public var title: String {
    switch self {
    case .situation: "Situation"
    case .task: "Task"
    case .action: "Action"
    case .result: "Result"
    case .delivery: "Delivery"
    }
  }

  public var letter: Character { rawValue }

  /// Its ticks, the one that decides most first.
  public var ticks: [Tick] {
    switch self {
    case .situation: [.s1, .s2, .s3]
    case .task: [.t1, .t2]
    case .action: [.a1, .a2, .a3, .a4]
    case .result: [.r1, .r2, .r3, .r4]
    case .delivery: [.d1, .d2, .d3, .d4]
    }
  }

  /// The part that a part of the answer itself is marked as.
  public init(_ part: StarPart) {
    switch part {
    case .situation: self = .situation
    case .task: self = .task
    case .action: self = .action
    case .result: self = .result
    }
  }

  /// The mark that ticks give this part by themselves, 1…5: 5 if they are all there, and no tick ever
  /// lowers it.
  ///
  /// Source: the anchors of the project's own rubric, from five-point scales of structured
  /// interviews.
  func mark(of ticks: Set<Tick>) -> Int {
    let count = self.ticks.count { ticks.contains($0) }
    func has(_ tick: Tick) -> Bool { ticks.contains(tick) }
    if count == 0 { return 1 }
    if count == self.ticks.count { return 5 }
    switch self {
    case .situation:
      // A time and a place without one occasion are no more than a vague one.
      return has(.s1) && count > 1 ? 3 : 2
    case .task: return has(.t1) ? 3 : 2
    case .action: return has(.a1) ? has(.a2) ? 4 : 3 : 2
    case .result: return has(.r1) ? has(.r2) ? 4 : 3 : 2
    case .delivery: return has(.d1) && has(.d2) && has(.d3) ? 3 : 2
    }
  }
}

extension [RubricPart] {
  /// The parts as a sentence names them: `the Task and the Result`.
  public var words: String {
    if count > 3 { return "the whole answer" }
    let names = map { "the \($0.title)" }
    guard let last = names.last, count > 1 else { return names.joined() }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}
