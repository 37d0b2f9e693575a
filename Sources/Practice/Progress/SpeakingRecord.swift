public import Scheduler

/// How the person has spoken week by week, as far as their engine gave times: pace, and pauses inside parts.
public struct SpeakingRecord: Equatable, Sendable {
  /// The spoken answers of seven days.
  public struct Week: Equatable, Sendable {
    public fileprivate(set) var answers = 0
    /// Long pauses inside a part.
    public fileprivate(set) var pauses = 0
    fileprivate var paces: [Double] = []

    /// The middle of their words a minute; nil where none could be told.
    public var pace: Double? {
      guard !paces.isEmpty else { return nil }
      let sorted = paces.sorted()
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
  }

  /// The latest last.
  public private(set) var weeks = [Week](repeating: Week(), count: Self.count)
  private let today: Day

  /// The weeks that are looked back.
  public static let count = 12

  public init(today: Day) { self.today = today }

  /// Counts an answer in; one of before those weeks counts nothing.
  public mutating func count(_ file: HeardFile, on day: Day) {
    let age = today - day
    guard (0..<7 * Self.count).contains(age),
      let delivery = Delivery(of: file.speech, duration: file.duration ?? 0)
    else { return }
    let week = Self.count - 1 - age / 7
    weeks[week].answers += 1
    weeks[week].pauses += delivery.pauses.count { !$0.isBetweenParts }
    if let pace = delivery.pace { weeks[week].paces.append(pace) }
  }

  public var answers: Int { weeks.reduce(0) { $0 + $1.answers } }
  public var pauses: Int { weeks.reduce(0) { $0 + $1.pauses } }

  /// The middle of all words a minute; nil where none could be told.
  public var pace: Double? {
    var all = Week()
    all.paces = weeks.flatMap(\.paces)
    return all.pace
  }

  /// The day on which a week begins.
  public func start(ofWeek index: Int) -> Day { today - (7 * (Self.count - index) - 1) }
}
