import Decks
import Scheduler
import Testing

@testable import Practice

/// What `u` takes back in a session, and what it leaves.
@Suite struct TakingBackTests {
  private let now = Moment(time: Timestamp(milliseconds: 1_790_000_000_000), utcOffset: 0)

  private func run() -> PracticeRun {
    let cards = ["a", "b", "c"].map { name in
      SessionCard(
        card: Card(
          id: CardID(deck: "d", card: name), kind: .star, competency: "teamwork", ask: "When?"))
    }
    let session = Session(items: cards.map { SessionItem($0.card.id, .answer) })
    return PracticeRun(
      SessionStart(session: session, cards: cards), at: now, schedule: Schedule(model: FSRS6()))
  }

  /// Grades the card in front, as the executor would.
  private func grade(_ run: inout PracticeRun) {
    _ = run.perform(.reveal, at: now)
    for effect in run.perform(.grade(.good), at: now) {
      guard case .record(_, let attempt, _) = effect else { continue }
      _ = run.take(.recorded(attempt, nil), at: now)
    }
  }

  @Test func beforeAnythingIsDoneThereIsNothingOfTheSession() {
    var run = run()
    #expect(run.perform(.undo, at: now) == [.say(.nothingToTakeBack)])
  }

  @Test func anAnswerInHandGoesOnlyByTheKeyTwice() {
    var run = run()
    grade(&run)
    #expect(run.session.lastStep != nil)
    _ = run.perform(.speak, at: now)
    _ = run.perform(.done, at: now)
    #expect(run.phase == .reveal)
    #expect(run.perform(.undo, at: now) == [.say(.answerInHand)])
    // Whatever is done between, it is asked again.
    _ = run.perform(.tickAll, at: now)
    #expect(run.perform(.undo, at: now) == [.say(.answerInHand)])
    guard case .undo = run.perform(.undo, at: now).first else {
      Issue.record("it is not taken back")
      return
    }
  }

  @Test func whoOnlyLookedIsNotAsked() {
    var run = run()
    grade(&run)
    _ = run.perform(.reveal, at: now)
    guard case .undo = run.perform(.undo, at: now).first else {
      Issue.record("it is not taken back")
      return
    }
  }
}
