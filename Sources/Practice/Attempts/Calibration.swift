public import Scheduler

/// How the person's own judgement has held: sure before the answer against how it came, and ticks made
/// at once against ticks made cold.
public struct Calibration: Equatable, Sendable {
  /// For each confidence, 1…4: the answers, and those that did not come back.
  public private(set) var answers = [Int](repeating: 0, count: 4)
  public private(set) var misses = [Int](repeating: 0, count: 4)
  /// Lines ticked at once that a cold look took back, and lines that it added.
  public private(set) var takenBack = 0
  public private(set) var added = 0
  /// Written answers that were ticked again.
  public private(set) var regrades = 0

  /// What the steps of sureness are called, 1…4.
  public static let steps = ["not at all", "hardly", "fairly", "quite"]

  public init() {}

  /// Counts an answer in; one of which the person didn't say how sure they were counts nothing.
  public mutating func count(confidence: Int?, grade: Grade) {
    guard let confidence, (1...4).contains(confidence) else { return }
    answers[confidence - 1] += 1
    if grade == .again { misses[confidence - 1] += 1 }
  }

  /// Counts a second look at an answer in.
  public mutating func count(first: Set<Tick>, cold: Set<Tick>) {
    regrades += 1
    takenBack += first.subtracting(cold).count
    added += cold.subtracting(first).count
  }

  /// Answers that the person was sure of (3 or 4), and how many of them came back.
  public var sure: (count: Int, held: Int) {
    let count = answers[2] + answers[3]
    return (count, count - misses[2] - misses[3])
  }

  /// Answers that the person doubted (1 or 2), and how many of them came back all the same.
  public var unsure: (count: Int, held: Int) {
    let count = answers[0] + answers[1]
    return (count, count - misses[0] - misses[1])
  }

  /// Both ways in words, for the end of a session; empty where there is nothing to say.
  public var lines: [String] {
    var lines: [String] = []
    if sure.count > 0 {
      lines.append("You were sure \(Self.times(sure.count)): \(sure.held) came back.")
    }
    if unsure.count > 0 {
      lines.append(
        "You had doubts \(Self.times(unsure.count)): \(unsure.held) came back all the same.")
    }
    if regrades > 0 {
      lines.append(
        takenBack == 0 && added == 0
          ? "A day later your ticks stood as they were."
          : "A day later you took \(takenBack) \(takenBack == 1 ? "tick" : "ticks") back and added \(added)."
      )
    }
    return lines
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
