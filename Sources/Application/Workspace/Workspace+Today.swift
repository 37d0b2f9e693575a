import Campaign
import Decks
import Exchange
package import Practice
import Scheduler
import Store

extension Workspace {
  /// Today, as every screen and command tells it: what is kept of it if nothing has come since, and made
  /// anew otherwise.
  package func today(at now: Moment) throws -> Today {
    let (facts, kept) = try store.today(under: todaySettings)
    guard let kept, kept.facts == facts, isCurrent(kept.today, at: now) else {
      return try madeAnew(at: now, facts: facts, kept: kept)
    }
    return kept.today
  }

  /// Today with the plan that its figures come from.
  package func todayAndPlan(at now: Moment) throws -> (Today, PlanAhead) {
    let today = try today(at: now)
    // At the moment of those figures: a plan of a minute later could differ in the last place.
    let maker = TodayMaker(try todayFacts(at: today.moment))
    let (_, plan) = maker.make(after: today)
    return (today, plan)
  }

  /// What today and the days ahead would be by other minutes a day; nothing of it is kept.
  package func todayAndPlan(minutes: Double, at now: Moment) throws -> (Today, PlanAhead) {
    var facts = try todayFacts(at: now)
    facts.minutes = minutes
    // As when the setting is changed: what is not done is drawn anew.
    return TodayMaker(facts).make(after: try today(at: now), isDrawnAnew: true)
  }

  /// The plan of some decks, or by other minutes, as if that were all there is.
  ///
  /// - Parameters:
  ///   - request: what comes up.
  ///   - minutes: those of a day.
  ///   - now: the time and zone of here.
  /// - Returns: what today would be, and the plan.
  /// - Throws: ``StoreError``.
  package func plan(of request: SessionRequest, minutes: Double, at now: Moment) throws -> (
    Today, PlanAhead
  ) {
    var facts = try todayFacts(at: now)
    facts.prospects = facts.prospects.filter { request.admits($0) || $0.kind == .reflect }
    let cards = Set(facts.prospects.lazy.filter(request.admits).map(\.id))
    facts.standings = facts.standings.filter { cards.contains($0.card) }
    facts.request = request
    facts.warmUp = WarmUp()
    facts.minutes = minutes
    return TodayMaker(facts).make()
  }

  /// Whether what was made holds at a later moment.
  private func isCurrent(_ today: Today, at now: Moment) -> Bool {
    today.moment.utcOffset == now.utcOffset && today.moment.time <= now.time
      && now.time < today.holdsUntil(startHour: store.schedule.startHour)
  }

  private func madeAnew(
    at now: Moment, facts: String, kept: Store.KeptToday?
  ) throws -> Today {
    let ahead = try store.interviews(ahead: now).map { "\($0.id.value)" }.joined(separator: " ")
    let cause = try "\(store.drawingCause()) \(settings.minutes) \(ahead)"
    let (today, _) = TodayMaker(try todayFacts(at: now))
      .make(after: kept?.today, isDrawnAnew: kept?.cause != cause)
    let made = Store.KeptToday(facts: facts, cause: cause, today: today)
    guard store.refusal == nil else { return today }
    let there = try store.keep(made, insteadOf: kept)
    if there == made { return today }
    // Another Starling has drawn it meanwhile: its session is the day's.
    return TodayMaker(try todayFacts(at: now))
      .make(after: there.today, isDrawnAnew: there.cause != cause).0
  }

  /// What of the settings today depends on, beside those of the schedule.
  private var todaySettings: String { "\(settings.minutes)" }

  private func todayFacts(at now: Moment) throws -> TodayFacts {
    let today = now.day(startHour: store.schedule.startHour)
    var facts = TodayFacts(
      prospects: try prospects(at: now), standings: try store.standings(),
      appointments: try store.appointments(),
      kept: try store.kept(on: today),
      minutes: settings.minutes, schedule: store.schedule,
      families: competencies.families.map(\.code), shift: try store.recallShift(),
      moment: now)
    let notebook = try store.notebook()
    facts.panels = PanelPlan(
      done: notebook.wholePanels, last: notebook.lastPanelDay.map { Day(number: $0) },
      goal: Rehearsal.goal)
    guard notebook.stories.count >= WarmUp.leastStories else { return facts }
    facts.warmUp = WarmUp(
      from: facts.prospects, drilled: try store.wordingsDrilled(),
      pickedToday: Set(facts.kept.lazy.filter { $0.task == .pick }.map(\.card)))
    return facts
  }
}
