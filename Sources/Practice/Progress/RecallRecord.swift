public import Scheduler

/// True recall against what the memory model expected.
///
/// Counts a card's first answer of a day, if the card was practised on a day before: what is asked
/// again within a day shows little of memory.
public struct RecallRecord: Equatable, Sendable {
  /// Answers that were expected about as likely to come back.
  public struct Bin: Equatable, Sendable {
    public fileprivate(set) var answers = 0
    fileprivate var expectedSum = 0.0
    fileprivate var recalledCount = 0

    /// The mean of what was expected; 0 without answers.
    public var expected: Retrievability { mean(expectedSum) }
    /// The share that came back: every grade but Again.
    public var recalled: Double { mean(Double(recalledCount)) }

    private func mean(_ sum: Double) -> Double { answers > 0 ? sum / Double(answers) : 0 }

    fileprivate mutating func count(expected: Retrievability, grade: Grade) {
      answers += 1
      expectedSum += expected
      if grade != .again { recalledCount += 1 }
    }
  }

  /// Twenty bins, each a twentieth wide; 1 falls into the last.
  public static let binCount = 20

  public private(set) var bins = [Bin](repeating: Bin(), count: binCount)
  public private(set) var whole = Bin()
  /// Those of them that were asked in words that the person had not met.
  public private(set) var firstSight = Bin()

  public init() {}

  /// Counts an answer; an expectation that is no probability counts nothing.
  public mutating func count(
    expected: Retrievability, grade: Grade, isFirstSight: Bool = false
  ) {
    guard (0...1).contains(expected) else { return }
    let index = min(Self.binCount - 1, Int(expected * Double(Self.binCount)))
    bins[index].count(expected: expected, grade: grade)
    whole.count(expected: expected, grade: grade)
    if isFirstSight { firstSight.count(expected: expected, grade: grade) }
  }

  /// The bins with answers in them, each with the per cent it reaches from and to.
  public var filled: [(from: Int, to: Int, bin: Bin)] {
    let width = 100 / Self.binCount
    return bins.enumerated().filter { $0.element.answers > 0 }
      .map { ($0.offset * width, ($0.offset + 1) * width, $0.element) }
  }
}
