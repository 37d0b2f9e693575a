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

/// What comes after a session: tomorrow, and how the person's own judgement has held.
public struct SessionOutlook: Equatable, Sendable {
  /// What will be waiting tomorrow.
  public var tomorrow: Waiting
  /// What else there will be to do.
  public var work: WorkList
  public var calibration: Calibration

  public init(tomorrow: Waiting, work: WorkList, calibration: Calibration) {
    self.tomorrow = tomorrow
    self.work = work
    self.calibration = calibration
  }

  /// What to do tomorrow, line by line.
  public var lines: [String] {
    let due = WorkList.count(tomorrow.due, "card is due", "cards are due")
    let things = (due.map { [$0] } ?? []) + work.lines
    if !things.isEmpty { return things }
    return tomorrow.unseen > 0
      ? ["Nothing is due; there are new cards."] : ["Nothing waits. Rest."]
  }
}
