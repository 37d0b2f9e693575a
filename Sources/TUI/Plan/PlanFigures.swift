public import Decks
public import Practice

/// What the screens of the plan show.
public struct PlanFigures: Equatable, Sendable {
  public var today: Today
  /// From today to the last interview; two weeks without one.
  public var days: [PlannedDay]
  /// The minutes of an ordinary day.
  public var minutes: Double
  /// Whether these minutes are only tried.
  public var isTried: Bool
  /// What the cards of the days ask, and those that will not fit.
  public var asks: [CardID: String]

  public init(
    today: Today, days: [PlannedDay], minutes: Double, isTried: Bool, asks: [CardID: String]
  ) {
    self.today = today
    self.days = days
    self.minutes = minutes
    self.isTried = isTried
    self.asks = asks
  }

  /// What a card asks; its id if no deck has it any more.
  func ask(_ card: CardID) -> String { asks[card] ?? "\(card)" }

  /// What other minutes bring: `25 min a day: all 40 fit, on course for about 84% (79–89).`.
  var trialWords: String {
    let figures = today.next.map { ": \($0.fitsWords), on course for \($0.onCourse)" }
    return "\(DateText.minutes(minutes)) a day\(figures ?? "")."
  }
}
