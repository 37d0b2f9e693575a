import Decks
import Practice
import Testing

@Suite struct PracticeMinutesTests {
  @Test func withoutGoesItIsWhatIsUsual() {
    for kind in CardKind.allCases { #expect(PracticeMinutes().minutes(of: kind) == kind.minutes) }
    #expect(PracticeMinutes([.star: []]).minutes(of: .star) == 4)
  }

  @Test func theMedianIsDrawnToWhatIsUsual() {
    let minutes = PracticeMinutes([.star: [2, 30, 2.5, 3, 2.5]])
    #expect(minutes.minutes(of: .star) == 3)
    #expect(minutes.minutes(of: .fit) == 2)
  }

  /// Fifteen goes are about three days of twenty minutes.
  @Test(arguments: [2.5, 6]) func afterThreeDaysItIsNearlyTheirs(pace: Double) {
    let learned = PracticeMinutes([.star: Array(repeating: pace, count: Int(60 / pace))])
    #expect(abs(learned.minutes(of: .star) / pace - 1) < 0.2)
  }

  @Test func noClockThatWasLeftRunningGoesFar() {
    #expect(PracticeMinutes([.star: [600]]).minutes(of: .star) == 4)
    #expect(PracticeMinutes([.star: [600, 600, 900]]).minutes(of: .star) == 10)
    #expect(
      PracticeMinutes([.star: Array(repeating: 0.01, count: 400)]).minutes(of: .star) == 1.6)
    #expect(PracticeMinutes([.star: [.nan, -3, .infinity, 0]]).minutes(of: .star) == 4)
  }
}
