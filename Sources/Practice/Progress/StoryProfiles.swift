public import Scheduler

/// How the parts of the stories told were marked, week by week.
public struct StoryProfiles: Equatable, Sendable {
  /// Seven days that end on today's weekday.
  public struct Week: Equatable, Sendable {
    public fileprivate(set) var stories = 0
    fileprivate var sums = [Int](repeating: 0, count: RubricPart.allCases.count)

    /// The mean mark of a part, 1…5; nil if no story was told and ticked.
    public subscript(part: RubricPart) -> Double? {
      guard stories > 0, let index = RubricPart.allCases.firstIndex(of: part) else { return nil }
      return Double(sums[index]) / Double(stories)
    }
  }

  /// The weeks that are looked at.
  public static let length = 12

  public let today: Day
  /// The last is the one that today is in.
  public private(set) var weeks = [Week](repeating: Week(), count: length)

  public init(today: Day) { self.today = today }

  /// The first day of a week, by its index.
  public func start(ofWeek index: Int) -> Day { today - (7 * (Self.length - index) - 1) }

  public mutating func count(_ marks: StoryMarks, on day: Day) {
    let age = today - day
    guard age >= 0, age < 7 * Self.length else { return }
    let index = Self.length - 1 - age / 7
    weeks[index].stories += 1
    for (part, mark) in marks.all.enumerated() { weeks[index].sums[part] += mark }
  }

  /// The last four weeks as one.
  public var recent: Week {
    weeks.suffix(4).reduce(into: Week()) { sum, week in
      sum.stories += week.stories
      for part in sum.sums.indices { sum.sums[part] += week.sums[part] }
    }
  }

  /// The lowest part of the last four weeks; nil if no story was told, or nothing was missing in any.
  ///
  /// Of equal ones it is the first.
  public var weakest: RubricPart? {
    let recent = recent
    return RubricPart.allCases.compactMap { part in recent[part].map { (part, $0) } }
      .filter { $0.1 < 5 }.min { $0.1 < $1.1 }?.0
  }
}
