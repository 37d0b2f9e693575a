public import Scheduler

/// Readiness now and on the day of the next interview, and how it has come to that.
public struct ReadinessRecord: Equatable, Sendable {
  /// Recall now.
  public var now: Readiness
  /// Recall at the start of the next interview if nothing more is practised; nil if none is ahead.
  public var onTheDay: Readiness?
  /// What recall was at this hour so many weeks ago, the earliest first and none before the person
  /// began: of the cards that count now, by the reviews made until then.
  public var earlier: [Readiness] {
    get { sinceBeginning }
    set { sinceBeginning = Array(newValue.drop { $0.whole == 0 }) }
  }
  private var sinceBeginning: [Readiness] = []

  /// The weeks that are looked back.
  public static let weeks = 12

  public init(now: Readiness, onTheDay: Readiness? = nil, earlier: [Readiness] = []) {
    self.now = now
    self.onTheDay = onTheDay
    self.earlier = earlier
  }

  /// When it begins: `12 weeks ago`.
  public var begins: String { earlier.isEmpty ? "now" : "\(earlier.count.of("week")) ago" }

  /// The whole from week to week, now included.
  public var course: [Retrievability] { (earlier + [now]).map(\.whole) }

  /// The days of ``course``, which ends today.
  public func days(to today: Day) -> [Day] {
    (0...earlier.count).map { today - 7 * (earlier.count - $0) }
  }

  /// A family's part of ``onTheDay``; nil if it has none, or no interview is ahead.
  public func onTheDay(of family: String) -> Retrievability? {
    onTheDay?.families.first { $0.family == family }?.recall
  }

  /// A family's part from week to week, now included.
  public func course(of family: String) -> [Retrievability] {
    (earlier + [now]).map { readiness in
      readiness.families.first { $0.family == family }?.recall ?? 0
    }
  }
}
