import Campaign
import Decks
import Exchange
package import Practice
import Scheduler
import Store
package import TUI

extension Workspace {
  /// How things stand for the next interview, without its chores; nil if none is ahead.
  ///
  /// Looks at cards of the core set alone, if there is one, which are few.
  package func outlook(at now: Moment) throws -> InterviewOutlook? {
    let ahead = try store.interviews(after: now.time)
    guard let next = ahead.first else { return nil }
    let schedule = store.schedule
    let prospects = try coreProspects(at: now)
    let request = PlanRequest(
      for: prospects, to: ahead.map(\.start), minutesPerDay: settings.minutes, at: now,
      schedule: schedule)
    func appointment(_ interview: Kept<Interview>) -> InterviewOutlook.Appointment {
      InterviewOutlook.Appointment(interview, start: clock.moment(at: interview.start))
    }
    return InterviewOutlook(
      next: appointment(next), following: ahead.dropFirst().first.map(appointment),
      readiness: Readiness(
        of: prospects, at: next.start, model: schedule.model,
        families: competencies.families.map(\.code)),
      leftOut: plan(of: prospects, to: ahead, minutesPerDay: settings.minutes, at: now)
        .willNotFit.count,
      minutesToday: Planner.minutesToday(request))
  }

  /// The cards of the core set that come up by themselves, or of all cards if there is no such set.
  private func coreProspects(at now: Moment) throws -> [Prospect] {
    let core = try prospects(at: now, coreOnly: true).filter(\.kind.isDaily)
    return try core.isEmpty ? prospects(at: now).filter(\.kind.isDaily) : core
  }
}
