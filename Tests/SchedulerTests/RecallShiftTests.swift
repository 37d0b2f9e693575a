import Scheduler
import Testing

@Suite struct RecallShiftTests {
  @Test func withoutAnswersTheRangeIsWide() {
    let range = RecallShift(answers: []).range(of: [0.9, 0.8, 0], weights: [1, 1, 1])
    #expect(range.low < range.middle && range.middle < range.high)
    #expect(range.high - range.low > 0.15)
    // A card that is never seen is never recalled.
    #expect(range.high < 2.0 / 3)
  }

  @Test func answersMoveIt() {
    func answers(_ count: Int, recalled: Int) -> [(expected: Double, recalled: Bool)] {
      (0..<count).map { (0.8, $0 < recalled) }
    }
    let recalls = [0.8, 0.8, 0.8, 0.8]
    let weights = [1.0, 1, 1, 1]
    let poor = RecallShift(answers: answers(100, recalled: 50)).range(of: recalls, weights: weights)
    let good = RecallShift(answers: answers(100, recalled: 95)).range(of: recalls, weights: weights)
    // A little above what was recalled: on the day more are fresh than when they were asked.
    #expect(poor.middle > 0.52 && poor.middle < 0.6)
    #expect(good.middle > 0.85 && good.high > 0.98 && poor.high < good.high)
    let few = RecallShift(answers: answers(4, recalled: 2))
    #expect(few.deviation > RecallShift(answers: answers(40, recalled: 20)).deviation)
  }

  @Test func oddInputStaysWithinBounds() {
    #expect(RecallShift.unknown.range(of: [], weights: []).high == 0)
    let certain = RecallShift(answers: Array(repeating: (1.0, false), count: 500))
    let range = certain.range(of: [1, 0], weights: [1, 1])
    #expect(range.low >= 0 && range.high <= 0.5)
    #expect(certain.mean.isFinite && certain.deviation.isFinite)
  }
}
