import Practice
import Scheduler
import Testing

@Suite struct WeaknessTests {
  private let schedule = Schedule(model: FSRS6())
  private let now = Moment(time: Timestamp(milliseconds: 1_790_000_000_000), utcOffset: 0)

  @Test func aCardIsWeakFromTheMomentItsRecallFallsBelowSeventyPerCent() {
    let memory = schedule.memory(after: .good, at: now, from: nil)
    let start = Weakness.start(of: memory, lastGrade: .good, model: schedule.model)
    let recall = schedule.model.retrievability(of: memory, at: start)
    #expect(abs(recall - 0.7) < 1e-6)
    #expect(start > now.time)
  }

  @Test func aCardGradedAgainIsWeakAtOnce() {
    let memory = schedule.memory(after: .again, at: now, from: nil)
    #expect(Weakness.start(of: memory, lastGrade: .again, model: schedule.model) == now.time)
  }
}
