import Decks
import Practice
import Scheduler
import Testing

@testable import Store

/// What practice takes a person, from what is in the database.
@Suite struct PracticeMinutesStoreTests {
  private let begin = Timestamp(milliseconds: 1_790_010_000_000)

  private func card(_ number: Int) -> CardID { CardID(deck: "d", card: "C\(number)") }

  @Test func withoutReviewsItIsWhatIsUsual() throws {
    #expect(try StoreFixture().open().practiceMinutes() == PracticeMinutes())
  }

  /// An answer of two minutes with its follow-ups and ticks is one of three.
  @Test func aGoTakesTheTimeSinceTheOneBefore() throws {
    let store = try StoreFixture().open()
    for number in 0..<6 {
      let moment = Moment(time: begin.adding(minutes: 3 * Double(number)), utcOffset: 0)
      var attempt = Attempt(card: card(number), kind: .star, moment: moment)
      attempt.duration = 120_000
      _ = try store.record(
        Grading(
          card: card(number), moment: moment, grade: .good, mode: .spoken,
          duration: 120_000), for: attempt)
    }
    // The first has nothing before it: its clock alone.
    #expect(
      try store.practiceMinutes() == PracticeMinutes([.star: [2, 3, 3, 3, 3, 3]]))
  }
}
