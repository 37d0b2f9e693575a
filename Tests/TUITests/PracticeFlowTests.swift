import Decks
import Practice
import Scheduler
import Screen
import Testing

@testable import TUI

@Suite struct PracticeFlowTests {
  @Test func nothingOfTheAnswerSideShowsBeforeTheAnswer() {
    var fixture = AppFixture()
    fixture.press(.enter)
    #expect(!fixture.app.view().text.contains("courage"))
    #expect(!fixture.app.view().text.contains("Good"))
    fixture.press(.character(" "))
    #expect(!fixture.app.view().text.contains("courage"))
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("courage"))
  }

  @Test func aGradeBeforeTheRevealDoesNothing() {
    var fixture = AppFixture()
    fixture.press(.enter, .character("3"))
    #expect(fixture.recorded.isEmpty)
    fixture.press(.character(" "), .character("3"))
    #expect(fixture.recorded.isEmpty)
  }

  @Test func aGradeKeepsWordingTimeAndText() throws {
    var fixture = AppFixture()
    fixture.press(.enter, .character("o"), .character(" "))
    fixture.press(.enter, after: 94)
    fixture.press(.character("2"))
    let grading = try #require(fixture.recorded.first)
    #expect(grading.card == CardID(deck: "star-people", card: "PE-03"))
    #expect(grading.grade == .hard)
    #expect(grading.wording == 1)
    #expect(grading.duration == 94_000)
    #expect(grading.textHash == AppFixture.cards[0].card.textHash)
  }

  @Test func aPauseDoesNotCount() {
    var fixture = AppFixture()
    fixture.press(.enter, .character(" "))
    fixture.press(.character("p"), after: 10)
    fixture.press(.character("p"), after: 60)
    fixture.press(.enter, after: 5)
    fixture.press(.character("3"))
    #expect(fixture.recorded.first?.duration == 15_000)
  }

  @Test func theNextCardComesOnlyWhenTheGradeIsOnDisk() {
    var fixture = AppFixture()
    fixture.press(.enter, .enter)
    let before = fixture.app.view().text
    let effects = fixture.app.update(.key(.character("3")), now: fixture.app.now)
    guard case .record(let grading) = effects.first else {
      Issue.record("no grade was recorded")
      return
    }
    #expect(fixture.app.view().text == before)
    _ = fixture.app.update(.failed("cannot write to the disk; the last answer is not saved"))
    #expect(fixture.app.view().text.contains("! cannot write to the disk"))
    #expect(fixture.app.view().text.contains("PE-03"))
    let memory = fixture.app.schedule.memory(
      after: .good, at: grading.moment, from: nil)
    _ = fixture.app.update(.key(.character("3")), now: fixture.app.now)
    _ = fixture.app.update(.recorded(grading.card, memory))
    #expect(fixture.app.view().text.contains("RF-05"))
  }

  @Test func spaceAndEnterAcceptTheSuggestedGrade() {
    for key in [Key.enter, .character(" ")] {
      var fixture = AppFixture()
      fixture.press(.enter, .enter, key)
      #expect(fixture.recorded.map(\.grade) == [.good])
    }
  }

  @Test func undoGoesBackThroughEveryStep() {
    var fixture = AppFixture()
    fixture.press(.enter, .enter, .character("1"))
    fixture.press(.character("b"))
    fixture.press(.character("x"))
    #expect(fixture.app.view().text.contains("PE-03"))
    fixture.press(.character("u"))
    #expect(fixture.app.view().text.contains("FT-01"))
    fixture.press(.character("u"))
    #expect(fixture.app.view().text.contains("RF-05"))
    fixture.press(.character("u"))
    #expect(fixture.recorded.isEmpty)
    #expect(fixture.app.view().text.contains("Took back Again on PE-03."))
    #expect(fixture.app.view().text.contains("courage"))
  }

  @Test func undoWorksFromTheSummary() {
    var fixture = AppFixture()
    fixture.press(.enter)
    for _ in 0..<3 { fixture.press(.enter, .character("3")) }
    #expect(fixture.app.view().text.contains("Session finished"))
    fixture.press(.character("u"))
    #expect(fixture.recorded.count == 2)
    #expect(fixture.app.view().text.contains("FT-01"))
    fixture.press(.character("4"))
    #expect(fixture.app.view().text.contains("Session finished"))
  }

  @Test func leavingASessionShowsWhatItCameToAndThenHome() {
    var fixture = AppFixture()
    fixture.press(.enter, .enter, .character("3"), .escape)
    #expect(fixture.app.view().text.contains("One answer practised."))
    fixture.press(.enter)
    #expect(fixture.effects == [.loadHome])
  }

  @Test func leavingAnUntouchedSessionGoesStraightHome() {
    var fixture = AppFixture()
    fixture.press(.enter, .escape)
    #expect(fixture.effects == [.loadHome])
  }

  @Test func aSessionStartedFromTheCommandLineEndsTheProgram() {
    var fixture = AppFixture()
    let effects = fixture.app.startSession(SessionRequest())
    #expect(effects == [.startSession(SessionRequest())])
    _ = fixture.app.update(.session(AppFixture.cards, SessionRequest()))
    fixture.press(.escape)
    #expect(fixture.effects == [.quit])
  }

  @Test func pastedTextNeverRunsAsKeys() {
    var fixture = AppFixture()
    fixture.press(.enter, .enter)
    fixture.send(.paste("3333q"))
    #expect(fixture.recorded.isEmpty)
    #expect(fixture.app.view().text.contains("PE-03"))
  }

  @Test(arguments: [InputEvent.signal(15), .hangUp]) func signalsEndIt(event: InputEvent) {
    var fixture = AppFixture()
    fixture.press(.enter)
    fixture.send(event)
    #expect(fixture.effects == [.quit])
  }

  @Test func theClockTicksOnlyWhileSpeaking() {
    var fixture = AppFixture()
    #expect(fixture.app.nextChange == nil)
    fixture.press(.enter)
    #expect(fixture.app.nextChange == nil)
    fixture.press(.character(" "))
    #expect(fixture.app.nextChange == 1000)
    fixture.press(.character("p"))
    #expect(fixture.app.nextChange == nil)
  }
}
