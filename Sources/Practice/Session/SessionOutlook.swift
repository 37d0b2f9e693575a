/// What is left of a session that somebody went away from.
public struct SessionLeft: Equatable, Sendable {
  /// Things still to do.
  public var count: Int
  public var minutes: Double

  public init(count: Int, minutes: Double) {
    self.count = count
    self.minutes = minutes
  }
}

/// What comes after a session: today as it is now, and tomorrow.
public struct SessionOutlook: Equatable, Sendable {
  public var today: Today

  public init(today: Today) {
    self.today = today
  }

  /// How ready the person is now: for the next interview, or without one at this moment.
  public var ready: Double { today.next?.readyNow ?? today.readiness.whole }

  /// What tomorrow brings, in a sentence.
  public var tomorrow: String {
    guard !today.tomorrow.isEmpty else { return "Nothing is due tomorrow." }
    let minutes = DateText.minutes(today.tomorrow.reduce(0) { $0 + $1.minutes })
    return "Tomorrow, \(minutes): \(Today.contents(of: today.tomorrow))."
  }

  /// How ready the person is now, beside what they were in the morning.
  public var readiness: String {
    let now = ready.percent
    let before = today.readyThisMorning.percent
    return "Ready now \(now)%" + (now == before ? "." : ", this morning \(before)%.")
  }

  /// What tomorrow's session has, line by line.
  public var lines: [String] {
    guard !today.tomorrow.isEmpty else { return ["Nothing is due tomorrow. Have a rest."] }
    let minutes = DateText.minutes(today.tomorrow.reduce(0) { $0 + $1.minutes })
    return ["\(minutes): \(Today.contents(of: today.tomorrow))."]
  }
}
