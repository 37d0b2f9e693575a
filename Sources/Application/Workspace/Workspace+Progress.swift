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
    figures.speaking = try speaking(at: now)
    let notebook = try store.notebook()
    figures.panels = PanelPlan(done: notebook.wholePanels, goal: Rehearsal.goal)
    return figures
  }

  /// How the person has spoken in the last weeks.
  private func speaking(at now: Moment) throws -> SpeakingRecord {
    var record = SpeakingRecord(today: now.day(startHour: store.schedule.startHour))
    let first = now.time.adding(days: -7 * Double(SpeakingRecord.count))
    for (time, file) in try recordings.heard(since: first) {
      record.count(file, on: clock.moment(at: time).day(startHour: store.schedule.startHour))
    }
    return record
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
