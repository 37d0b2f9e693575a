import Campaign
import Decks
import Exchange
package import Practice
import Scheduler
import Store
package import TUI

extension Workspace {
  /// How things stand for the next interview, without its chores; nil if none is ahead.
  package func outlook(at now: Moment) throws -> InterviewOutlook? {
    try outlook(of: today(at: now), at: now)
  }

  func outlook(of today: Today, at now: Moment) throws -> InterviewOutlook? {
    guard let figures = today.next else { return nil }
    let ahead = try store.interviews(ahead: now)
    func appointment(_ interview: Kept<Interview>) -> InterviewOutlook.Appointment {
      InterviewOutlook.Appointment(interview, start: clock.moment(at: interview.start))
    }
    let number = figures.appointment.number
    guard let next = ahead.first(where: { $0.id.value == number }) else { return nil }
    return InterviewOutlook(
      next: appointment(next),
      following: ahead.first {
        $0.id.value == today.interviews.dropFirst().first?.appointment.number
      }
      .map(appointment),
      readiness: Readiness(whole: figures.readyNow, families: figures.families))
  }
}
