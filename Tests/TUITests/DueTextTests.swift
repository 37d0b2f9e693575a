import Practice
import Scheduler
import Testing

@testable import TUI

@Suite struct DueTextTests {
  /// 23 November 2026, 22:30 in a zone two hours ahead.
  private let now = Moment(
    time: Timestamp(milliseconds: 1_795_465_800_000), utcOffset: 7200)
  private let schedule = Schedule(model: FSRS7())

  private func text(minutes: Double) -> String {
    schedule.text(of: .time(now.time.adding(minutes: minutes)), from: now)
  }

  @Test func aTimeIsNamedByItsLocalDay() {
    #expect(text(minutes: -3000) == "today")
    // Past midnight it is still the same day for somebody who is up.
    #expect(text(minutes: 329) == "today")
    #expect(text(minutes: 331) == "tomorrow")
    #expect(text(minutes: 3 * 1440) == "Thu 26 Nov")
  }

  @Test func aDayIsNamed() {
    let today = now.day(startHour: 4)
    #expect(schedule.text(of: .day(today + 1), from: now) == "tomorrow")
  }
}
