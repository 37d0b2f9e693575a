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
  /// Cards with a part that needs work, follow-ups to meet again, and written answers to tick again.
  public var rebuilds: Int
  public var probes: Int
  public var regrades: Int
  public var calibration: Calibration

  public init(
    tomorrow: Waiting, rebuilds: Int, probes: Int, regrades: Int, calibration: Calibration
  ) {
    self.tomorrow = tomorrow
    self.rebuilds = rebuilds
    self.probes = probes
    self.regrades = regrades
    self.calibration = calibration
  }

  /// What to do tomorrow, line by line.
  public var lines: [String] {
    func count(_ number: Int, _ one: String, _ many: String) -> String? {
      number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }
    let things = [
      count(regrades, "written answer to tick again, cold", "written answers to tick again, cold"),
      count(probes, "follow-up that you were stuck on", "follow-ups that you were stuck on"),
      count(tomorrow.due, "card is due", "cards are due"),
      count(rebuilds, "answer to rebuild a part of", "answers to rebuild a part of"),
    ].compactMap { $0 }
    if !things.isEmpty { return things }
    return tomorrow.unseen > 0
      ? ["Nothing is due; there are new cards."] : ["Nothing waits. Rest."]
  }
}
