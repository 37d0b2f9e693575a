import Practice
import Scheduler
import Testing

@Suite struct SpokenClockTests {
  private func time(_ seconds: Double) -> Timestamp {
    Timestamp(milliseconds: 1_000_000 + Int64(seconds * 1000))
  }

  @Test func marksAtKnownMomentsGiveTheirSecondsAndShares() {
    var clock = SpokenClock(at: time(0))
    clock.mark(at: time(22.4))
    clock.mark(at: time(31.5))
    clock.mark(at: time(82.9))
    let times = clock.times(at: time(94))
    #expect(StarPart.allCases.map { times[$0] } == [22_400, 9_100, 51_400, 11_100])
    #expect(times.total == 94_000)
    #expect(times.percentages == [24, 10, 54, 12])
  }

  @Test func whatWasLearnedBelongsToTheResult() {
    var clock = SpokenClock(at: time(0))
    for second in [10.0, 20, 70, 80] { clock.mark(at: time(second)) }
    #expect(clock.step == .learning)
    clock.mark(at: time(85))
    let times = clock.times(at: time(100))
    #expect(times[PartTimes.Step.result] == 10_000)
    #expect(times[PartTimes.Step.learning] == 20_000)
    #expect(times[StarPart.result] == 30_000)
  }

  @Test func aStepBackGivesTheTimeFromThenOnToTheStepBefore() {
    var clock = SpokenClock(at: time(0))
    clock.mark(at: time(10))
    clock.mark(at: time(15))
    clock.stepBack(at: time(17))
    clock.mark(at: time(20))
    clock.stepBack(at: time(30))
    clock.stepBack(at: time(31))
    clock.stepBack(at: time(32))
    let times = clock.times(at: time(40))
    #expect(times[StarPart.situation] == 19_000)
    #expect(times[StarPart.task] == 9_000)
    #expect(times[StarPart.action] == 12_000)
    #expect(times.total == 40_000)
  }

  @Test func pausesCountNothing() {
    var clock = SpokenClock(at: time(0))
    clock.mark(at: time(4))
    clock.togglePause(at: time(10))
    #expect(clock.nextChange(after: time(15)) == nil)
    clock.mark(at: time(20))
    clock.togglePause(at: time(30))
    let times = clock.times(at: time(33.25))
    #expect(StarPart.allCases.map { times[$0] } == [4_000, 6_000, 3_250, 0])
    #expect(clock.nextChange(after: time(33.25)) == 750)
  }

  @Test func aClockSetBackAddsNothing() {
    var clock = SpokenClock(at: time(100))
    clock.mark(at: time(50))
    #expect(clock.milliseconds(at: time(40)) == 0)
    #expect(clock.milliseconds(at: time(51)) == 1000)
  }

  @Test func anAnswerInOneGoHasNoParts() {
    var clock = SpokenClock(at: time(0))
    #expect(!clock.isMarked)
    clock.mark(at: time(1))
    #expect(clock.isMarked)
  }

  @Test(arguments: [
    ([1, 1, 1, 0], [34, 33, 33, 0]), ([0, 0, 0, 0], [0, 0, 0, 0]),
    ([15, 10, 55, 20], [15, 10, 55, 20]),
    ([1, 1, 1, 3], [17, 17, 16, 50]), ([0, 0, 7, 0], [0, 0, 100, 0]),
  ])
  func sharesAddUpToAHundred(seconds: [Int], shares: [Int]) {
    let times = PartTimes(
      situation: seconds[0], task: seconds[1], action: seconds[2], result: seconds[3])
    #expect(times.percentages == shares)
  }

  @Test func targetsAddUpToAHundred() {
    #expect(StarPart.allCases.map(\.target).reduce(0, +) == 100)
  }

  @Test(
    arguments: [
      (59_999, .short), (60_000, .inTime), (89_999, .inTime), (90_000, .inTime), (120_000, .inTime),
      (120_001, .inTime), (150_000, .inTime), (150_001, .long), (180_000, .long),
      (180_001, .tooLong),
    ] as [(Int, AnswerLength)])
  func lengths(milliseconds: Int, length: AnswerLength) {
    #expect(AnswerLength(milliseconds: milliseconds) == length)
  }

  @Test func wordsTakeTheirTimeAloud() {
    #expect(AnswerLength.milliseconds(words: 280) == 120_000)
    #expect(AnswerLength.milliseconds(words: 0) == 0)
  }
}
