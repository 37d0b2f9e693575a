public import Scheduler

/// Which days of a plan have a whole panel beside their session: every third one, up to so many in all.
public struct PanelPlan: Equatable, Sendable {
  /// How many were sat through.
  public var done: Int
  /// The day of the last of them.
  public var last: Day?
  /// How many there are to be in all.
  public var goal: Int

  /// From one to the next.
  static let gap = 3
  /// A panel comes so many days after the beginning, when there is something to say.
  static let start = 2

  public init(done: Int = 0, last: Day? = nil, goal: Int = 0) {
    (self.done, self.last, self.goal) = (done, last, goal)
  }

  /// The days, each with the number of its panel.
  ///
  /// - Parameters:
  ///   - today: the first day.
  ///   - begun: the first day on which anything was practised; nil if nothing was.
  ///   - end: the day of the interview; neither it nor its eve has any.
  /// - Returns: the days.
  func days(from today: Day, begun: Day?, to end: Day) -> [Day: Int] {
    var day = max(today, last.map { $0 + Self.gap } ?? (begun ?? today) + Self.start)
    var days: [Day: Int] = [:]
    var number = done + 1
    while number <= goal, end - day > 1 {
      days[day] = number
      number += 1
      day = day + Self.gap
    }
    return days
  }
}
