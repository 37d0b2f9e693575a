import Practice
import Scheduler
import Testing

@testable import Store

/// The fit that is made by itself, in force and beside the truth.
@Suite struct AutomaticFitStoreTests {
  private let fixture = StoreFixture(
    schedule: Schedule(model: ModelName.fsrs7.model, isFitted: true))

  /// Answers that come back far worse than the model expects, every other day.
  private func practise(_ store: Store) throws {
    try store.record(
      (0..<40).flatMap { card in
        (0..<10).map { go in
          StoreFixture.grading("C\(card)", go % 2 == 0 ? .good : .again, day: 2 * go)
        }
      })
  }

  @Test func comesIntoForceAndIsNoTruth() throws {
    var store = try fixture.open()
    try practise(store)
    #expect(try store.automaticFit() == nil)
    try store.fitByItself(at: StoreFixture.noon(day: 30))
    let fit = try #require(try store.automaticFit())
    #expect(fit.verdict == .better && fit.answers == 360)
    #expect(store.schedule.model.parameters == fit.parameters)
    #expect(try fixture.open().schedule.model.parameters == fit.parameters)
    let off = try fixture.open(schedule: Schedule(model: ModelName.fsrs7.model))
    #expect(off.schedule.model.parameters == ModelName.fsrs7.defaults)
    #expect(try store.contents().allSatisfy { $0.name != "fits" || $0.rows.isEmpty })
    // What the person keeps comes before it.
    try store.keep(ModelName.fsrs7.defaults, for: .fsrs7, at: StoreFixture.noon(day: 30))
    #expect(try store.automaticFit() == nil)
    #expect(try store.schedule(by: .fsrs7).model.parameters == ModelName.fsrs7.defaults)
  }

  @Test func isAFunctionOfTheReviewsBeforeToday() throws {
    var store = try fixture.open()
    try practise(store)
    try store.fitByItself(at: StoreFixture.noon(day: 30))
    let fit = try #require(try store.automaticFit())
    _ = try store.record(StoreFixture.grading("C1", .again, day: 30))
    try store.fitByItself(at: StoreFixture.noon(day: 30), isForced: true)
    #expect(try store.automaticFit() == fit)
    try store.fitByItself(at: StoreFixture.noon(day: 31))
    #expect(try store.automaticFit() != fit)
  }
}
