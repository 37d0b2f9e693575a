import Decks
import Practice
import Scheduler

@testable import TUI

extension AppFixture {
  /// A plan over two interviews, or over two weeks without one.
  static func plan(
    inDays days: Int? = 6, minutes: Double = 20, isTried: Bool = false, isDone: Bool = false
  ) -> PlanFigures {
    var today = today(inDays: days, isBegun: false, isDone: isDone)
    if isDone { for index in today.drawn.indices { today.drawn[index].state = .done } }
    if !today.interviews.isEmpty {
      today.interviews[0].willNotFit = cards.map(\.card.id)
      today.interviews[0].fits = 37
      today.interviews[1].fits = 40
    }
    let tasks: [SessionItem.Task] = [.headline, .regrade, .probe, .rebuild]
    let planned = (0...(days.map { $0 + 7 } ?? 13)).map { place -> PlannedDay in
      let items = tasks.prefix(place % 5).enumerated().map {
        Today.Item(
          SessionItem(cards[$0 % 3].card.id, $1), kind: cards[$0 % 3].card.kind, minutes: 1,
          isNew: false)
      }
      return PlannedDay(
        day: today.day + place, available: minutes,
        items: place == 0 ? today.left : items + (place == 6 ? [] : today.tomorrow),
        readiness: min(1, 0.48 + 0.055 * Double(place)))
    }
    return PlanFigures(
      today: today, days: planned, minutes: minutes, isTried: isTried,
      asks: Dictionary(cards.map { ($0.card.id, $0.card.ask) }) { first, _ in first })
  }
}
