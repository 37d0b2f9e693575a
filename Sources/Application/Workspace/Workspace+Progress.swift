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
    let ahead = try store.interviews(after: now.time)
    func readiness(_ time: Timestamp) -> Readiness {
      Readiness(of: prospects, at: time, model: schedule.model, families: families)
    }
    let plan =
      ahead.isEmpty
      ? [] : self.plan(of: all, to: ahead, minutesPerDay: settings.minutes, at: now).days
    let next = ahead.first
    return ProgressFigures(
      tally: tally,
      readiness: ReadinessRecord(
        now: readiness(now.time), onTheDay: next.map { readiness($0.start) }),
      interview: next.map { "\($0.employer), round \($0.round)" },
      interviewDay: next.map {
        clock.moment(at: $0.start).day(startHour: schedule.startHour)
      },
      forecast: try store.forecast(at: now), plan: plan, troubled: try asked(tally.troubled),
      fit: try store.automaticFit())
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
