import Scheduler
import Testing

@testable import Practice

/// On which days there is a whole panel.
@Suite struct PanelPlanTests {
  private let today = Day(number: 20_000)

  private func days(
    until end: Int, done: Int = 0, last: Int? = nil, begun: Int? = nil
  ) -> [Int: Int] {
    let plan = PanelPlan(done: done, last: last.map { today + $0 }, goal: 9)
    let days = plan.days(from: today, begun: begun.map { today + $0 }, to: today + end)
    return Dictionary(uniqueKeysWithValues: days.map { ($0.key - today, $0.value) })
  }

  @Test func twoWeeksHoldFourAndFourWeeksNine() {
    #expect(days(until: 14) == [2: 1, 5: 2, 8: 3, 11: 4])
    #expect(days(until: 28).count == 9)
    #expect(days(until: 60).values.max() == 9)
  }

  @Test(arguments: 0...30) func neitherTheEveNorTheDayHasOne(_ end: Int) {
    let days = days(until: end, begun: -9)
    #expect(days.keys.allSatisfy { $0 >= 0 && $0 < end - 1 })
    let sorted = days.keys.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 == 3 })
  }

  @Test func oneThatWasMissedIsDueUntilItIsSat() {
    // Begun two days ago and none sat: one today, and so tomorrow if it is not sat.
    #expect(days(until: 14, begun: -2)[0] == 1)
    #expect(days(until: 14, begun: -5)[0] == 1)
    #expect(days(until: 14, done: 1, last: 0, begun: -2) == [3: 2, 6: 3, 9: 4, 12: 5])
    #expect(days(until: 14, done: 9, last: -1).isEmpty)
  }
}
