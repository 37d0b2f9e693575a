import Scheduler
import Testing

@Suite struct DueTests {
  static let noon = Timestamp(milliseconds: 1_700_000_000_000)

  @Test func dueIsADayUnderFSRS6AndATimeUnderFSRS7() throws {
    let review = Review(time: Self.noon, utcOffset: 0, grade: .good)
    let six = FSRS6().memory(after: review, from: nil)
    #expect(DueRule().due(of: six, model: FSRS6()) == .day(review.day() + 2))
    let seven = FSRS7().memory(after: review, from: nil)
    let expected = Self.noon.adding(days: FSRS7().interval(of: seven.state, retention: 0.9))
    #expect(DueRule().due(of: seven, model: FSRS7()) == .time(expected))
  }

  @Test func roundsHalfToEvenWithinBounds() {
    func days(_ stability: Double, maximum: Int = 36500) -> Int {
      DueRule(maximumInterval: maximum).wholeDays(
        of: MemoryState(stability: stability, fastStability: stability, difficulty: 5),
        model: Exact())
    }
    #expect(days(0.001) == 1)
    #expect(days(2.5) == 2)
    #expect(days(3.5) == 4)
    #expect(days(40000) == 36500)
    #expect(days(50, maximum: 30) == 30)
  }

  @Test func fuzzStaysInItsRangeAndRepeats() {
    var seen: Set<Int> = []
    let state = MemoryState(stability: 30, fastStability: 30, difficulty: 5)
    let rule = DueRule(fuzzSeed: 11)
    for card in 0..<500 {
      let days = rule.wholeDays(of: state, model: Exact(), key: UInt64(card))
      #expect(days == rule.wholeDays(of: state, model: Exact(), key: UInt64(card)))
      seen.insert(days)
    }
    // 30 ± (1 + .15·4.5 + .10·13 + .05·10) = 30 ± 3.475
    #expect(seen == Set(27...33))
    let short = MemoryState(stability: 2.4, fastStability: 2.4, difficulty: 5)
    #expect(rule.wholeDays(of: short, model: Exact()) == 2)
    let capped = DueRule(maximumInterval: 30, fuzzSeed: 11)
    for card in 0..<100 {
      #expect(capped.wholeDays(of: state, model: Exact(), key: UInt64(card)) <= 30)
    }
  }

  @Test func travelAndClockStepsGiveNoNegativeTime() throws {
    let model = FSRS6()
    let first = Review(time: Self.noon, utcOffset: 13 * 3600, grade: .good)
    let west = Review(time: Self.noon.adding(minutes: 5), utcOffset: -11 * 3600, grade: .good)
    let memory = try #require(model.replay([first, west]))
    let sameDay = Elapsed(wholeDays: 0, days: 0)
    let expected = model.state(
      after: .good, from: model.state(afterFirst: .good), elapsed: sameDay)
    #expect(memory.state == expected)
    #expect(memory.lastDay == west.day())
    let back = Review(time: Self.noon.adding(days: -400), utcOffset: 0, grade: .again)
    let after = try #require(model.replay([first, back]))
    #expect(after.lapses == 0)
    #expect(model.retrievability(of: after, at: back.time.adding(days: -1)) == 1)
  }
}

/// A model whose interval is its stability, to look at rounding alone.
private struct Exact: MemoryModel {
  var name: ModelName { .fsrs6 }
  var parameters: [Double] { [] }
  func state(afterFirst grade: Grade) -> MemoryState {
    MemoryState(stability: 1, fastStability: 1, difficulty: 5)
  }
  func state(after grade: Grade, from state: MemoryState, elapsed: Elapsed) -> MemoryState {
    state
  }
  func retrievability(of state: MemoryState, afterDays: Double) -> Double { 1 }
  func interval(of state: MemoryState, retention: Double) -> Double { state.stability }
}
