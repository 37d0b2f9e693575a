import Campaign
import Decks
import Exchange
package import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// How practice has gone, and where it leads.
  package func progress() throws -> ProgressFigures {
    let now = clock.now
    let schedule = store.schedule
    let families = competencies.families.map(\.code)
    let all = try prospects(at: now).filter(SessionRequest().admits)
    let core = all.filter(\.isCore)
    let prospects = core.isEmpty ? all : core
    let tally = try store.progress(of: prospects, at: now, families: families)
    let (session, plan) = try todayAndPlan(at: now)
    let next = session.next
    var figures = ProgressFigures(
      tally: tally,
      readiness: ReadinessRecord(
        now: Readiness(of: prospects, at: now.time, model: schedule.model, families: families),
        onTheDay: next.map { Readiness(whole: $0.readyNow, families: $0.families) }),
      forecast: try store.forecast(at: now), plan: next == nil ? [] : plan.days,
      troubled: try asked(tally.troubled), fit: try store.automaticFit())
    figures.interviews = session.interviews
    figures.session = session
    figures.quick = try store.quickness()
    figures.families = competencies.families
    return figures
  }

  /// Says of each card what it asks, as far as it is in a deck.
  private func asked(_ troubled: [TroubledCard]) throws -> [TroubledCard] {
    let cards = try store.cards(troubled.map(\.id))
    let asks = Dictionary(cards.map { ($0.id, $0.ask) }) { first, _ in first }
    return troubled.map { card in
      var card = card
      card.ask = asks[card.id] ?? ""
      return card
    }
  }
}
