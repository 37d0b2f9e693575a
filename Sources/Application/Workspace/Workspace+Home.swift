import Campaign
import Exchange
import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// What the home screen shows.
  func homeSummary() throws -> HomeSummary {
    let now = clock.now
    let waiting = try self.waiting(at: now)
    let today = now.day(startHour: store.schedule.startHour)
    var interview = try outlook(at: now)
    if let employer = interview?.next.interview.employer {
      interview?.chores = try store.notebook().chores(
        for: employer, at: now.time.milliseconds, today: today.number)
    }
    return HomeSummary(
      waiting: waiting, interview: interview,
      minutes: interview?.minutesToday ?? settings.minutes,
      work: WorkList(try store.standings(), on: today), left: try amountLeft(at: now),
      isFirstTime: waiting.unseen == waiting.cards,
      faultyDecks: try store.deckFaults().map(\.path),
      settingsFaults: settingsFaults)
  }
}
