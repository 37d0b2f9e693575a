import Scheduler

/// How long each part of a spoken story took.
public struct PartTimes: Equatable, Sendable {
  /// What can be marked while speaking: the four parts, and what was learned after them.
  public enum Step: Int, CaseIterable, Comparable, Sendable {
    case situation, task, action, result, learning

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    public var title: String {
      StarPart(rawValue: rawValue)?.title ?? "Learning"
    }

    public var letter: Character { title[title.startIndex] }
  }

  private var times: [Int]

  public init(
    situation: Int = 0, task: Int = 0, action: Int = 0, result: Int = 0, learning: Int = 0
  ) {
    times = [situation, task, action, result, learning].map(Self.bounded)
  }

  /// Milliseconds of a step, from 0 to ``longest``.
  public subscript(step: Step) -> Int {
    get { times[step.rawValue] }
    set { times[step.rawValue] = Self.bounded(newValue) }
  }

  /// A week: no answer takes longer, and what is kept may be any number.
  public static let longest = 604_800_000

  private static func bounded(_ time: Int) -> Int { min(max(0, time), longest) }

  /// Milliseconds of a part; what was learned belongs to the Result.
  public subscript(part: StarPart) -> Int {
    switch part {
    case .situation: self[Step.situation]
    case .task: self[Step.task]
    case .action: self[Step.action]
    case .result: self[Step.result] + self[Step.learning]
    }
  }

  /// Milliseconds in all.
  public var total: Int { times.reduce(0, +) }

  /// The parts' shares in whole per cent, which add up to 100; all 0 when nothing was said.
  ///
  /// Rounded by the largest remainder; of equal ones the earlier part is rounded up.
  public var percentages: [Int] {
    let total = total
    guard total > 0 else { return StarPart.allCases.map { _ in 0 } }
    var shares = StarPart.allCases.map { self[$0] * 100 / total }
    let byRemainder = StarPart.allCases.sorted {
      let remainders = (self[$0] * 100 % total, self[$1] * 100 % total)
      return remainders.0 != remainders.1 ? remainders.0 > remainders.1 : $0 < $1
    }
    for part in byRemainder.prefix(100 - shares.reduce(0, +)) { shares[part.rawValue] += 1 }
    return shares
  }
}

extension StarPart {
  /// The share of an answer that suits this part, in per cent: 15, 10, 55, 20.
  ///
  /// Source: a middle between what careers services publish; a target, not a law.
  public var target: Int {
    switch self {
    case .situation: 15
    case .task: 10
    case .action: 55
    case .result: 20
    }
  }
}

/// How long an answer takes aloud, and what that means.
public enum AnswerLength: Equatable, Sendable {
  /// Under a minute.
  case short
  /// Between short and long.
  case inTime
  /// Over two and a half minutes.
  case long
  /// Over three minutes.
  case tooLong

  public init(milliseconds: Int) {
    switch milliseconds {
    case ..<60_000: self = .short
    case ...SpokenClock.target: self = .inTime
    case ...SpokenClock.limit: self = .long
    default: self = .tooLong
    }
  }

  /// Whether it is within the 60 to 150 seconds of a tick list.
  public var isInTime: Bool { self == .inTime }

  /// Milliseconds that so many words take aloud, unless told otherwise at the middle of the paces that
  /// are published.
  public static func milliseconds(words: Int, wordsPerMinute: Double = SpeakingPace.usual) -> Int {
    words.saturatingMultiply(60_000) / max(1, Int(wordsPerMinute.rounded()))
  }

  /// What is to be said of it.
  public var words: String {
    switch self {
    case .short: "short"
    case .inTime: "in time"
    case .long: "long"
    case .tooLong: "too long"
    }
  }
}
