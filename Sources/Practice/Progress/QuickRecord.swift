/// What is done within seconds: reading what a question is after, and naming a story that fits.
public struct QuickRecord: Equatable, Sendable {
  /// How often something was tried, and how often it was right.
  public struct Count: Equatable, Sendable {
    public var all = 0
    public var right = 0

    public init(all: Int = 0, right: Int = 0) {
      self.all = all
      self.right = right
    }

    /// The share that was right; 0 where nothing was tried.
    public var share: Double { all > 0 ? Double(right) / Double(all) : 0 }
  }

  /// One family that was taken for another.
  public struct Mistake: Hashable, Sendable {
    public var meant: String
    public var named: String
  }

  /// By the family that was meant.
  public private(set) var families: [String: Count] = [:]
  public private(set) var mistakes: [Mistake: Int] = [:]
  public private(set) var picks = Count()
  /// Milliseconds that each took.
  private var readingTimes: [Int] = []
  private var pickTimes: [Int] = []

  public init() {}

  public mutating func count(_ guess: FamilyGuess) {
    families[guess.meant, default: Count()].all += 1
    if guess.isRight {
      families[guess.meant]?.right += 1
    } else {
      mistakes[Mistake(meant: guess.meant, named: guess.named), default: 0] += 1
    }
    readingTimes.append(guess.milliseconds)
  }

  public mutating func countPick(fits: Bool, milliseconds: Int?) {
    picks.all += 1
    if fits { picks.right += 1 }
    if let milliseconds { pickTimes.append(milliseconds) }
  }

  /// Of all questions that were read.
  public var readings: Count {
    families.values.reduce(into: Count()) { sum, count in
      sum.all += count.all
      sum.right += count.right
    }
  }

  /// The usual time of a reading, in milliseconds; nil if there was none.
  public var readingTime: Int? { Self.median(readingTimes) }
  /// The same of a pick.
  public var pickTime: Int? { Self.median(pickTimes) }

  /// What is taken for something else, most often first.
  public var confusions: [(mistake: Mistake, count: Int)] {
    mistakes.map { (mistake: $0.key, count: $0.value) }.sorted { one, other in
      one.count != other.count
        ? one.count > other.count
        : (one.mistake.meant, one.mistake.named) < (other.mistake.meant, other.mistake.named)
    }
  }

  private static func median(_ times: [Int]) -> Int? {
    guard !times.isEmpty else { return nil }
    return times.sorted()[(times.count - 1) / 2]
  }
}
