/// The marks of a story's parts: derived from ticks, changed only through them.
public struct Profile: Equatable, Sendable {
  /// The marks, 1…5, in the order of ``RubricPart/allCases``.
  private let marks: [Int]
  /// How it held under follow-ups, 1…4; nil if nobody asked any.
  public let depth: Int?

  /// What no mark may exceed without one particular occasion, or without steps of one's own: that
  /// is no story, whatever else it has.
  static let cap = 2
  /// A part below this needs work.
  public static let sound = 3

  public init(ticks: Set<Tick>, probes: [ProbeResult] = []) {
    let isStory = ticks.contains(.s1) && ticks.contains(.a1)
    let most = isStory ? 5 : Self.cap
    marks = RubricPart.allCases.map { min(most, $0.mark(of: ticks)) }
    depth = probes.depth.map { min(most, $0) }
  }

  public subscript(part: RubricPart) -> Int {
    RubricPart.allCases.firstIndex(of: part).map { marks[$0] } ?? 1
  }

  /// The parts below ``sound``, in their order.
  public var needsWork: [RubricPart] { RubricPart.allCases.filter { self[$0] < Self.sound } }

  /// `S 3/5 T 2/5 A 4/5 R 2/5 D 3/5`, and `P 3/4` after it if there were follow-ups.
  public var text: String {
    let parts = RubricPart.allCases.map { "\($0.letter) \(self[$0])/5" }
    return (parts + (depth.map { ["P \($0)/4"] } ?? [])).joined(separator: " ")
  }

  /// `Situation 3/5   Task 2/5   …   Follow-ups 3/4`.
  public var longText: String {
    let parts = RubricPart.allCases.map { "\($0.title) \(self[$0])/5" }
    return (parts + (depth.map { ["Follow-ups \($0)/4"] } ?? [])).joined(separator: "   ")
  }

  /// The same to be read out: `Situation 3, Task 2, Action 4, Result 2, Delivery 3, each of 5`.
  public var spokenText: String {
    let parts = RubricPart.allCases.map { "\($0.title) \(self[$0])" }
    let depth = depth.map { "; follow-ups \($0) of 4" } ?? ""
    return parts.joined(separator: ", ") + ", each of 5" + depth
  }
}

extension [ProbeResult] {
  /// The mark for depth: 1 stuck on all, 2 no more than half answered, 3 most answered, 4 all; nil
  /// without follow-ups.
  fileprivate var depth: Int? {
    guard !isEmpty else { return nil }
    let answered = count { $0 == .answered }
    if answered == count { return 4 }
    if allSatisfy({ $0 == .stuck }) { return 1 }
    return answered * 2 > count ? 3 : 2
  }
}
