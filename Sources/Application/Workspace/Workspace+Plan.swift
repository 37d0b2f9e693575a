import Decks
import Exchange
import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// The days ahead for their screen.
  ///
  /// - Parameter minutes: those of an ordinary day, to be tried; nil for those of the settings.
  /// - Returns: the plan, with what its cards ask.
  /// - Throws: ``StoreError``.
  func planFigures(minutes: Double?) throws -> PlanFigures {
    let now = clock.now
    let (today, plan) =
      try minutes.map { try todayAndPlan(minutes: $0, at: now) } ?? todayAndPlan(at: now)
    let ids = Set(plan.days.flatMap { $0.items.map(\.card) }).union(
      today.interviews.flatMap(\.willNotFit))
    let asks = try store.cards(Array(ids)).map { ($0.id, $0.ask) }
    return PlanFigures(
      today: today, days: plan.days, minutes: minutes ?? settings.minutes,
      isTried: minutes != nil, asks: Dictionary(asks) { first, _ in first })
  }
}
