public import Scheduler

/// How much was practised on each day of the last year.
public struct PractisedDays: Equatable, Sendable {
  /// What was done on one day.
  public struct Total: Equatable, Sendable {
    /// Answers graded, and goes without a grade.
    public var answers = 0
    /// Milliseconds spoken or written, as far as somebody measured.
    public var milliseconds = 0

    public init(answers: Int = 0, milliseconds: Int = 0) {
      self.answers = answers
      self.milliseconds = milliseconds
    }

    public var minutes: Double { Double(milliseconds) / 60_000 }
  }

  /// The days that are looked at, today included.
  public static let length = 365

  public let today: Day
  /// By day; the last is today.
  private var totals = [Total](repeating: Total(), count: length)

  public init(today: Day) { self.today = today }

  /// The first day that is looked at.
  public var first: Day { today - (Self.length - 1) }

  /// What was done on a day; nothing for one that is not looked at.
  public subscript(day: Day) -> Total {
    let index = day - first
    return totals.indices.contains(index) ? totals[index] : Total()
  }

  /// Counts a go at a card; one of a day that is not looked at counts nothing.
  public mutating func count(on day: Day, milliseconds: Int?) {
    let index = day - first
    guard totals.indices.contains(index) else { return }
    totals[index].answers += 1
    totals[index].milliseconds = totals[index].milliseconds
      .saturatingAdd(max(0, milliseconds ?? 0))
  }

  /// The days on which anything was practised.
  public var practised: [(day: Day, total: Total)] {
    totals.enumerated().filter { $0.element.answers > 0 }.map { (first + $0.offset, $0.element) }
  }

  /// Everything together.
  public var sum: Total { sum(of: totals[...]) }

  /// What was done in the last `count` days, today included.
  public func sum(ofLast count: Int) -> Total { sum(of: totals.suffix(max(0, count))) }

  private func sum(of totals: ArraySlice<Total>) -> Total {
    totals.reduce(into: Total()) { sum, total in
      sum.answers += total.answers
      sum.milliseconds = sum.milliseconds.saturatingAdd(total.milliseconds)
    }
  }

  /// Days in a row up to today, or up to yesterday as long as today is not over.
  public var streak: Int {
    let days = totals.reversed().drop { $0.answers == 0 }
    let isUnbroken = totals.count - days.count <= 1
    return isUnbroken ? days.prefix { $0.answers > 0 }.count : 0
  }

  /// The most days in a row.
  public var longestStreak: Int {
    var longest = 0
    var current = 0
    for total in totals {
      current = total.answers > 0 ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  /// The answers of a usual day: the median of those on which anything was practised; 0 without any.
  public var usual: Int {
    let counts = totals.map(\.answers).filter { $0 > 0 }.sorted()
    return counts.isEmpty ? 0 : counts[counts.count / 2]
  }

  /// How much a day's practice was beside ``usual``: 0 nothing, 1 up to a half, 2 up to a usual day, 3 up
  /// to one and a half, 4 more.
  public func level(of day: Day, beside usual: Int) -> Int {
    let answers = self[day].answers
    guard answers > 0, usual > 0 else { return 0 }
    return min(4, (answers * 2 + usual - 1) / usual)
  }

  /// The Mondays of the weeks from when the person began, as far as they reach into the days looked at.
  public var mondays: [Day] {
    let begins = practised.first?.day ?? today
    let monday = begins - (begins.weekday - 1)
    return stride(from: 0, through: today - monday, by: 7).map { monday + $0 }
  }
}
