/// A moment of a recording from which on a part is told.
public struct PartMark: Equatable, Sendable {
  public var step: PartTimes.Step
  /// Milliseconds of the recording, pauses of the clock left out; from 0 to ``PartTimes/longest``.
  public var time: Int

  public init(_ step: PartTimes.Step, at time: Int) {
    self.step = step
    self.time = min(max(0, time), PartTimes.longest)
  }
}

extension [PartMark] {
  /// The marks as a line: `S0 T22000 A31000`.
  public var encoded: String { map { "\($0.step.letter)\($0.time)" }.joined(separator: " ") }

  /// The marks of a line; what is no mark is left out, and so is what comes before the one before it.
  public init(encoded: String) {
    self = []
    for word in encoded.split(separator: " ") {
      guard let step = PartTimes.Step.allCases.first(where: { $0.letter == word.first }),
        let time = Int(word.dropFirst()), ((last?.time ?? 0)...PartTimes.longest).contains(time)
      else { continue }
      append(PartMark(step, at: time))
    }
  }

  /// Whether they part anything.
  public var areParting: Bool { contains { $0.step != .situation } }
}
