package import Campaign
package import Practice
package import Scheduler
import Store

extension Workspace {
  /// The plan of some cards to the interviews ahead, from what is left of today.
  ///
  /// What was practised today is taken off today's minutes, each card with what its kind takes
  /// this person.
  package func plan(
    of prospects: [Prospect], to interviews: [Kept<Interview>], minutesPerDay: Double,
    at now: Moment
  ) -> Plan {
    let schedule = store.schedule
    var request = PlanRequest(
      for: prospects, to: interviews.map(\.start), minutesPerDay: minutesPerDay, at: now,
      schedule: schedule)
    let today = now.day(startHour: schedule.startHour)
    let spent = prospects.filter { $0.memory?.lastDay == today }.map(\.minutes).reduce(0, +)
    request.minutesToday = max(0, Planner.minutesToday(request) - spent)
    return Planner.plan(request, model: schedule.model)
  }
}
