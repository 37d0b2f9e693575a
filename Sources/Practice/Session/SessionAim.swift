public import Scheduler

/// The interview that a session is for: with one ahead a grade is told by what it does for that day, and
/// no card's date is told at all.
public struct SessionAim: Equatable, Sendable {
  /// The moment that recall is judged at.
  public var time: Timestamp
  /// Its local day.
  public var day: Day

  public init(time: Timestamp, day: Day) {
    self.time = time
    self.day = day
  }

  /// Recall on the day in words, `58%`.
  public func words(_ memory: Memory, model: any MemoryModel) -> String {
    "\(model.retrievability(of: memory, at: time).percent)%"
  }

  /// `recall on Thu`, with the date where that is not within the week.
  public func phrase(from today: Day) -> String {
    "recall \(dayWords(from: today))"
  }

  /// `on Thu`, `today`, `tomorrow`, `on Thu 10 Dec`.
  public func dayWords(from today: Day) -> String {
    switch day - today {
    case ...1: DateText.day(max(day, today), from: today)
    case ..<7: "on \(DateText.day(day).prefix(3))"
    default: "on \(DateText.day(day))"
    }
  }
}
