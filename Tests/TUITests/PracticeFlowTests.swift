import Campaign
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
    #expect(fixture.app.view().text.contains("1 to 4 grade, after the answer."))
    fixture.press(.character(" "), .character("3"))
    #expect(fixture.recorded.isEmpty)
  }

  @Test func aGradeKeepsWordingTimeAndText() throws {
    var fixture = AppFixture()
    fixture.press(.enter, .character("O"), .character(" "))
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
    let effects = fixture.app.update(.key(.character("3")), now: fixture.app.stage.now)
    guard case .practice(.record(let grading, let attempt, _)) = effects.first else {
      Issue.record("no grade was recorded")
      return
    }
    #expect(fixture.app.view().text == before)
    _ = fixture.app.update(.failed("cannot write to the disk; the last answer is not saved"))
    #expect(fixture.app.view().text.contains("! cannot write to the disk"))
    #expect(fixture.app.view().text.contains("PE-03"))
    let memory = fixture.app.stage.schedule.memory(
      after: .good, at: grading.moment, from: nil)
    _ = fixture.app.update(.key(.character("3")), now: fixture.app.stage.now)
    _ = fixture.app.update(.practice(.recorded(attempt, memory)))
    #expect(fixture.app.view().text.contains("RF-05"))
  }

  @Test func enterAcceptsTheSuggestedGradeAndSpaceNever() {
    var fixture = AppFixture()
    fixture.press(.enter, .character(" "))
    fixture.press(.enter, after: 100)
    fixture.press(.tab, .character(" "))
    #expect(fixture.recorded.isEmpty)
    #expect(fixture.app.view().text.contains("Grade? 1–4"))
    fixture.press(.enter)
    #expect(fixture.recorded.map(\.grade) == [.good])
  }

  /// Enter, Enter, Enter must fail no card.
  @Test(arguments: [[], [Key.character(" "), .enter]]) func withoutATickEnterAsksForAGrade(
    answer: [Key]
  ) {
    var fixture = AppFixture()
    fixture.press(.enter)
    for key in answer { fixture.press(key) }
    if answer.isEmpty {
      fixture.press(.enter)
      #expect(fixture.app.view().text.contains("Suggested: Again, no answer was given."))
    }
    fixture.press(.enter)
    #expect(fixture.recorded.isEmpty)
    #expect(fixture.app.view().text.contains("Grade? 1–4"))
  }

  /// What was ticked before it was taken back, or before the question was gone back to, was ticked on
  /// another reveal.
  @Test func enterTakesNoGradeForTicksOfAnEarlierReveal() {
    var fixture = PracticeStep.ticked.fixture()
    fixture.press(.enter, .character("u"), .enter)
    #expect(fixture.recorded.isEmpty)
    fixture = PracticeStep.ticked.fixture()
    fixture.press(.escape, .enter, .enter)
    #expect(fixture.recorded.isEmpty)
    fixture.press(.character("b"), .character("b"), .enter)
    #expect(fixture.recorded.map(\.grade) == [.good])
  }

  @Test func undoGoesBackThroughEveryStep() {
    var fixture = AppFixture()
    fixture.press(.enter, .enter, .character("1"))
    fixture.press(.character("B"))
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

  /// A doubt that is not one's own goes for good, before the answer side shows or after.
  @Test(arguments: [[], [Key.enter]]) func whatDoesNotApplyGoes(before keys: [Key]) {
    var fixture = AppFixture()
    fixture.press(.enter)
    for key in keys { fixture.press(key) }
    fixture.press(.character("N"))
    #expect(fixture.app.view().text.contains("does not apply to you"), "\(fixture.app.view().text)")
    #expect(fixture.app.view().text.contains("RF-05"))
    #expect(fixture.recorded.isEmpty)
    fixture.showCards()
    #expect(fixture.app.view().text.contains("n/a"))
  }

  @Test func whatDoesNotApplyComesBackWithU() {
    var fixture = AppFixture()
    fixture.press(.enter, .character("N"), .character("u"))
    #expect(fixture.app.view().text.contains("PE-03"))
  }

  /// Once, after the fourth lapse, and not when it is recalled.
  @Test(arguments: [
    (3, Grade.again, false), (4, .again, true), (5, .again, false), (4, .good, false),
  ])
  func theFourthLapseIsSaid(lapses: Int, last: Grade, isSaid: Bool) {
    var card = AppFixture.cards[0]
    let now = AppFixture.evening
    card.memory = Memory(
      state: MemoryState(stability: 1, fastStability: 1, difficulty: 5),
      lastReview: now.time.adding(days: -1),
      lastDay: now.day(startHour: 4) + -1, reps: 9, lapses: lapses)
    card.lastGrade = last
    var fixture = AppFixture(cards: [card])
    fixture.press(.enter, .enter)
    #expect(fixture.app.view().text.contains("has failed to come back") == isSaid)
  }

  @Test func undoWorksFromTheSummary() {
    var fixture = AppFixture()
    fixture.press(.enter)
    for _ in 0..<3 { fixture.press(.enter, .character("3")) }
    #expect(fixture.app.view().text.contains("Session done"))
    fixture.press(.character("u"))
    #expect(fixture.recorded.count == 2)
    #expect(fixture.app.view().text.contains("FT-01"))
    fixture.press(.character("4"))
    #expect(fixture.app.view().text.contains("Session done"))
  }

  @Test func theSummaryTellsWhatCameBackFromWhatDidNotAndOffersMore() throws {
    var fixture = AppFixture()
    fixture.press(.enter, .enter, "1", .enter, "4", .enter, "2", .enter, "3")
    fixture.take(.outlook(SessionOutlook(today: AppFixture.today)))
    let lines = fixture.app.view().text.split(separator: "\n").map(String.init)
    let back = try #require(lines.firstIndex { $0.contains(" came back") && $0.contains("next") })
    let hard = try #require(lines.firstIndex { $0.contains("came hard, or only at the second go") })
    #expect(lines[back + 1].contains("Easy    They ask what you make"))
    #expect(back + 2 == hard)
    #expect(lines[hard + 1].contains("Again   Describe a decision"))
    #expect(lines[hard + 2].contains("Hard    You have met us once"))
    #expect(lines.contains { $0.contains("Tomorrow, 3 min: 1 new answer, 1 headline.") })
    // As at home: when today's session is done there is more.
    fixture.press("n")
    #expect(fixture.effects == [.loadHome])
    #expect(fixture.app.path.count == 2 && fixture.app.view().text.contains("1 of 3"))
  }

  @Test func leavingASessionShowsWhatItCameToAndThenHome() {
    var fixture = AppFixture()
    fixture.press(.enter, .enter, .character("3"), .escape)
    let screen = fixture.app.view().text
    #expect(screen.contains("1 thing, "))
    #expect(screen.contains("Left at 1 of 3. Enter at home goes on with the other 2, "))
    #expect(!screen.contains("n more"))
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
    _ = fixture.app.update(.session(fixture.start()))
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

/// What a session keeps of each way to answer.
@Suite struct AttemptFlowTests {
  @Test func aSpokenStoryKeepsItsSecondsConfidenceTicksAndProbes() throws {
    var fixture = AppFixture()
    fixture.asksSureness = true
    fixture.press(.enter, .right)
    fixture.speak(until: 94)
    #expect(fixture.app.view().text.contains("Situation 0:22 (23%)"))
    fixture.tick("bcfijklm vw")
    #expect(
      fixture.app.view().text.contains(
        "Situation 3/5   Task 3/5   Action 5/5   Result 3/5   Delivery 3/5"))
    fixture.press(.character("p"))
    fixture.press(.character("z"), after: 40)
    fixture.press(.enter)
    let attempt = try #require(fixture.attempts.first)
    #expect(attempt.confidence == 3)
    #expect(attempt.duration == 94_000)
    #expect(
      attempt.times
        == PartTimes(situation: 22_000, task: 9_000, action: 51_000, result: 12_000))
    #expect(attempt.ticks == [.s1, .s2, .t1, .a1, .a2, .a3, .a4, .r1, .d1, .d2, .d3])
    #expect(attempt.probes.map(\.result) == [.stuck])
    #expect(attempt.probes.map(\.duration) == [40_000])
    #expect(fixture.recorded.map(\.grade) == [.hard])
  }

  @Test func undoOpensTheAttemptJustAsItWas() {
    var fixture = PracticeStep.probed.fixture()
    let before = fixture.rowsAboveKeys
    fixture.press(.character("2"))
    fixture.press(.character("u"))
    #expect(fixture.recorded.isEmpty && fixture.attempts.isEmpty)
    #expect(fixture.app.view().text.contains("Took back Hard on PE-03."))
    #expect(fixture.rowsAboveKeys == before)
  }

  /// Whoever looks at the answer side with a draft begun can go on with it.
  @Test func aPeekDoesNotTakeTheDraftAway() {
    var fixture = AppFixture()
    fixture.press(.enter, "t", "I", .escape, .enter)
    #expect(fixture.app.view().text.contains("courage"))
    fixture.press(.escape, "t")
    #expect(fixture.app.view().text.contains("Situation") && fixture.app.view().text.contains("I"))
    #expect((fixture.app.path.last as? PracticeScreen)?.run.phase == .writing)
  }

  /// What the percentages are of is said as far as there is room, and never cut.
  @Test(arguments: [(3, " on Thu"), (10, "%"), (1, " tomorrow")])
  func theGradesOfANarrowWindowAreWhole(days: Int, end: String) {
    var fixture = AppFixture(size: Size(width: 40, height: 12))
    let day = AppFixture.evening.day(startHour: 4) + days
    fixture.aim = SessionAim(
      time: AppFixture.evening.time.adding(days: Double(days)), day: day)
    fixture.press(.enter, .enter)
    let rows = fixture.app.view().text.split(separator: "\n").map(String.init)
    let row = rows.first { $0.contains("4 Easy") } ?? ""
    #expect(row.contains("3 Good") && row.hasSuffix(end), "\(row)")
  }

  /// Grades that take two rows leave the ticks beside the page theirs.
  @Test(arguments: [1, 3, 10, 40])
  func theTicksAreWholeHoweverLongTheGradesAre(days: Int) {
    for height in 16...30 {
      var fixture = AppFixture(size: Size(width: 80, height: height))
      fixture.aim = SessionAim(
        time: AppFixture.evening.time.adding(days: Double(days)),
        day: AppFixture.evening.day(startHour: 4) + days)
      fixture.press(.enter, " ")
      fixture.press(.enter, after: 94)
      fixture.press("b", "y")
      let text = fixture.app.view().text
      // Beside the page, or as keys where there is no room for the words.
      #expect(
        text.contains("y ✓ headline early, clean stop\n") || text.contains("y✓"),
        "\(height): \(text)")
      #expect(text.contains("Next: "), "\(height): \(text)")
    }
  }

  @Test(arguments: [PracticeStep.read, .readingDrilled])
  func whatAQuestionWasTakenForIsThereAfterLeavingTheSession(_ step: PracticeStep) {
    var fixture = step.fixture()
    // Out of the answer side of a drill first.
    if step == .readingDrilled { fixture.press(.escape) }
    let question = fixture.app.view().text
    #expect(question.contains("You take it to be after"))
    fixture.press(.escape)
    #expect(!fixture.app.view().text.contains("You take it"))
    fixture.press(.enter)
    #expect(fixture.app.view().text == question)
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("You read it right"))
    fixture.press(.character("3"), .enter, .escape, .escape, .enter)
    #expect(!fixture.app.view().text.contains("You take it"))
  }

  @Test func escapeAtTheRevealGoesToTheQuestionAndLosesNothing() {
    var fixture = PracticeStep.ticked.fixture()
    let before = fixture.rowsAboveKeys
    fixture.press(.escape)
    #expect(!fixture.app.view().text.contains("courage"))
    fixture.press(.enter)
    #expect(fixture.rowsAboveKeys == before)
  }

  @Test func whatIsTypedIsKeptAfterASecondAndOnLeaving() {
    var fixture = AppFixture()
    fixture.press(.enter, .character("t"), .character("I"))
    #expect(fixture.app.nextChange == 1000)
    fixture.press(.character(" "))
    #expect(fixture.drafts.isEmpty)
    fixture.send(.tick, after: 1)
    #expect(fixture.drafts.map { $0[0] } == ["I "])
    #expect(fixture.app.nextChange == nil)
    fixture.press(.character("x"))
    fixture.press(.escape)
    #expect(fixture.drafts.map { $0[0] } == ["I ", "I x"])
    #expect(fixture.app.view().text.contains("A draft of yours is kept"))
    fixture.press(.character("t"))
    #expect(fixture.app.view().text.contains("I x"))
  }

  /// The frame of a key does not wait for the disk, but keys without a pause must not put saving off.
  @Test func whoTypesWithoutAPauseIsSavedAllTheSame() {
    var fixture = AppFixture()
    fixture.press(.enter, .character("t"))
    for _ in 0..<10 {
      var now = fixture.app.stage.now
      now.time.milliseconds += 300
      fixture.send(.key(.character("a")), at: now)
    }
    #expect(fixture.drafts.map { $0[0].count } == [6])
    #expect(fixture.app.nextChange == 100)
    fixture.send(.tick, after: 100)
    #expect(fixture.drafts.map { $0[0].count } == [6, 10])
  }

  @Test func aTypedAnswerKeepsItsTexts() throws {
    var fixture = PracticeStep.typed.fixture()
    fixture.press(.tab, .enter)
    let attempt = try #require(fixture.attempts.first)
    #expect(attempt.mode == .typed)
    #expect(attempt.texts[1] == "I ran the night shift.")
    #expect(attempt.duration == nil)
    // 18 words are no minute aloud.
    #expect(!attempt.ticks.contains(.d2) && attempt.ticks.count == 16)
    #expect(fixture.recorded.first?.mode == .typed)
  }

  @Test func keysAreTextWhileTyping() {
    var fixture = AppFixture()
    fixture.press(.enter, .character("t"))
    for key in "q?1u eE" { fixture.press(.character(key)) }
    #expect(fixture.app.view().text.contains("q?1u eE"))
    #expect(fixture.app.view().text.hasSuffix("Esc back F1 help"))
  }

  @Test func theEditorsTextComesIntoTheBoxes() {
    var fixture = AppFixture()
    fixture.press(.enter, .character("E"))
    guard case .practice(.editAnswer(let id, let form, let question)) = fixture.effects.first else {
      Issue.record("no editor")
      return
    }
    #expect(form.text(question: question).contains("# Situation\n\n# Task"))
    fixture.take(.practice(.answerEdited(id, ["one", "two", "", ""])))
    #expect(fixture.drafts == [["one", "two", "", ""]])
    #expect(fixture.app.view().text.contains("one"))
    fixture.press(.control("d"))
    #expect(fixture.app.view().text.contains("courage"))
  }

  @Test func aHeadlineKeepsItsSecondsAndAPickItsStory() {
    var fixture = PracticeStep.headlineRevealed.fixture()
    fixture.press(.character("c"), .enter)
    #expect(fixture.attempts.map(\.mode) == [.headline])
    #expect(fixture.attempts.map(\.duration) == [17_000])
    #expect(fixture.recorded.map(\.grade) == [.good])
    fixture = PracticeStep.pickRevealed.fixture()
    fixture.press(.character("b"), .enter)
    #expect(fixture.attempts.map(\.story) == [2])
    #expect(fixture.recorded.map(\.grade) == [.good])
  }

  @Test func whoHasNoStoryToNameIsToldHowToWriteOne() {
    var fixture = AppFixture()
    fixture.stories = []
    fixture.press(.enter, .character("K"))
    let text = fixture.app.view().text
    #expect(text.contains("You have no story to name yet"))
    #expect(text.contains("Answer aloud:"))
  }

  @Test func aPasteThatIsTooLongLeavesWhatWasWritten() {
    var fixture = AppFixture()
    fixture.press(.enter)
    fixture.send(.pasteTooLong)
    #expect(!fixture.app.view().text.contains("characters were pasted"))
    fixture.press(.character("t"))
    fixture.send(.paste("I ran the night shift."))
    fixture.send(.pasteTooLong)
    let text = fixture.app.view().text
    #expect(text.contains("More than 100000 characters were pasted"))
    #expect(text.contains("I ran the night shift."))
  }

  @Test func aRebuildIsKeptWithoutAGradeAndUndoneByItself() {
    var fixture = PracticeStep.rebuilt.fixture()
    fixture.press(.character("o"), .enter)
    #expect(fixture.recorded.isEmpty)
    #expect(fixture.attempts.map(\.purpose) == [.rebuild])
    #expect(fixture.attempts.map(\.parts) == [[.result]])
    #expect(fixture.attempts.map(\.ticks) == [[.r1, .r2]])
    #expect(fixture.app.view().text.contains("RF-05"))
    fixture.press(.character("u"))
    #expect(fixture.attempts.isEmpty)
    #expect(fixture.app.view().text.contains("PE-03"))
    #expect(fixture.app.view().text.contains("m ✓ what changed"))
  }

  @Test func aColdLookIsKeptWithTheAnswerItIsOf() {
    var fixture = PracticeStep.regrade.fixture()
    #expect(fixture.app.view().text.contains("You wrote this yesterday."))
    fixture.press(.enter)
    #expect(fixture.app.view().text.contains("Tick what it has now (Tab: all there)."))
    fixture.tick("bcf")
    fixture.press(.enter)
    #expect(fixture.attempts.map(\.purpose) == [.regrade])
    #expect(fixture.attempts.map(\.regards) == [1])
    // The time that was measured then is as it was.
    #expect(fixture.attempts.map(\.ticks) == [[.s1, .s2, .t1, .d2]])
  }

  @Test func whatWasStuckIsAskedAgainAndKept() {
    var fixture = PracticeStep.stuck.fixture()
    fixture.press(.character(" "))
    #expect(fixture.app.view().text.contains("What evidence did you bring?"))
    fixture.press(.character("a"), after: 30)
    #expect(fixture.attempts.map(\.purpose) == [.probe])
    #expect(fixture.attempts.first?.probes.map(\.result) == [.answered])
    #expect(fixture.app.view().text.contains("RF-05"))
  }

  @Test func whatOneWasSureOfAndDidNotComeIsSaidFirst() {
    var fixture = AppFixture()
    fixture.asksSureness = true
    fixture.press(.enter, .enter, .character("1"))
    fixture.press(.right, .right, .enter, .character("1"), .escape)
    let text = fixture.app.view().text
    let sure = text.firstRange(of: "They ask")
    let other = text.firstRange(of: "Describe a decision")
    #expect((sure?.lowerBound ?? text.endIndex) < (other?.lowerBound ?? text.startIndex))
    #expect(text.contains("you were sure"))
    fixture.press(.character("u"))
    fixture.press(.character("3"), .escape)
    #expect(!fixture.app.view().text.contains("you were sure"))
  }

  /// From “not said” in the middle, to both ends and not beyond; nothing at all where it is off.
  @Test func howSureOneIsIsAScale() {
    var fixture = AppFixture()
    fixture.press(.enter, .right)
    #expect(!fixture.app.view().text.contains("Sure of it?"))
    fixture = AppFixture()
    fixture.asksSureness = true
    fixture.press(.enter)
    var seen: [String] = []
    for key in [Key.right, .right, .right, .left, .left, .left, .left, .left, .right] {
      fixture.press(key)
      let text = fixture.app.view().text
      seen += text.split(separator: "[").dropFirst().prefix(1)
        .map { String($0.prefix { $0 != "]" }) }
    }
    #expect(
      seen == [
        "fairly", "quite", "quite", "fairly", "not said", "hardly", "not at all", "not at all",
        "hardly",
      ])
  }

  /// The same two keys put a card away before the answer and after it.
  @Test(arguments: [[], [Key.enter]]) func aCardIsPutAwayBeforeAndAfter(before keys: [Key]) {
    for key in ["B", "x"] as [Key] {
      var fixture = AppFixture()
      fixture.press(.enter)
      for key in keys { fixture.press(key) }
      fixture.press(key)
      #expect(fixture.app.view().text.contains("u brings it back"))
      #expect(
        fixture.app.view().text.contains("2 of 3") || fixture.app.view().text.contains("of 2"))
      fixture.press("u")
      #expect(fixture.app.view().text.contains("PE-03"))
    }
  }

  @Test func theSessionIsKeptAfterEveryStep() {
    var fixture = AppFixture()
    fixture.press(.enter, .enter, .character("3"))
    #expect(fixture.kept?.queue.count == 2)
    fixture.press(.character("B"))
    #expect(fixture.kept?.queue.count == 1)
    fixture.press(.character("u"))
    #expect(fixture.kept?.queue.count == 2)
  }

  @Test func homeGoesOnWithASessionThatWasLeft() {
    var fixture = PracticeStep.left.fixture()
    fixture.press(.enter)
    #expect(fixture.effects == [.resumeSession])
    fixture.press(.character("n"))
    #expect(fixture.recorded.isEmpty)
    #expect(fixture.app.view().text.contains("PE-03"))
    fixture = AppFixture()
    fixture.press(.character("n"))
    #expect(!fixture.app.view().text.contains("PE-03"))
  }

  @Test func theWeakCardsArePractisedWholeOrOnlyTheirParts() {
    var fixture = AppFixture()
    let card = WeakCard(
      id: AppFixture.cards[0].card.id, ask: AppFixture.cards[0].card.ask,
      competency: "disagree-up", recall: 0.91, hasSlipped: false, lapses: 0, needsWork: [.result])
    fixture.take(.weak([card]))
    let screen = fixture.app.view().text
    #expect(screen.contains("Result                Describe a decision"), "\(screen)")
    for key: Key in ["P", "r"] {
      var request = SessionRequest(minutes: 20, seed: 7)
      request.rebuildsOnly = true
      #expect(fixture.app.update(.key(key), now: fixture.app.stage.now) == [.startSession(request)])
    }
    var request = SessionRequest(minutes: 20, seed: 7)
    request.only = [card.id]
    #expect(fixture.app.update(.key("p"), now: fixture.app.stage.now) == [.startSession(request)])
    #expect(fixture.app.update(.key(.enter), now: fixture.app.stage.now) == [.loadCard(card.id)])
  }

  @Test func anAnswerIsRecordedWhileItIsSpokenAndHeardAfterwards() {
    var fixture = AppFixture()
    fixture.recordsAnswers = true
    fixture.press(.enter, .character(" "))
    #expect(fixture.app.view().text.contains("0:00  speaking, recorded"))
    fixture.press(.character("p"))
    #expect(fixture.app.view().text.contains("paused, recorded"))
    fixture.press(.enter)
    #expect(fixture.recordings == [true])
    fixture.press(.character("L"))
    #expect(fixture.effects == [.practice(.playRecording(AppFixture.cards[0].card.id))])
    fixture.press(.character("3"))
    #expect(fixture.recorded.map(\.grade) == [.good])
  }

  @Test func startingOverKeepsNoRecording() {
    var fixture = AppFixture()
    fixture.recordsAnswers = true
    fixture.press(.enter, .character(" "), .escape)
    #expect(fixture.recordings == [false])
    fixture.press(.enter, .character("L"))
    #expect(fixture.effects.isEmpty)
  }

  @Test func whatIsSeenInAWrittenAnswerIsShownWithItsWordsAndAQuestion() {
    let screen = PracticeStep.observed.fixture(Size(width: 120, height: 40)).app.view().text
    #expect(screen.contains("Seen in what you wrote"))
    #expect(screen.contains("Which of these steps were yours?"))
    #expect(screen.contains("“significantly”"))
    // It never touches what the ticks speak for.
    #expect(PracticeStep.observed.fixture().recorded.isEmpty)
  }

  @Test func whatIsSwitchedOffIsNotLookedFor() {
    var fixture = AppFixture()
    var start = fixture.start()
    start.observing = []
    fixture.take(.session(start))
    fixture.press(.character("t"))
    fixture.send(.paste("We did it. We did it again. We did it once more."))
    fixture.press(.control("d"))
    #expect(!fixture.app.view().text.contains("Seen in what you wrote"))
  }

  @Test func aStoryThatTheyHaveHeardIsWarnedOfWithOneThatIsNewToThem() {
    let screen = PracticeStep.toldBefore.fixture().app.view().text
    #expect(screen.contains("Told to Acme, round 1 to Ana. “Night list” fits too"))
    var fixture = PracticeStep.named.fixture()
    #expect(fixture.app.view().text.contains("You named “Freezer audit”."))
    // The story named is that of the answer.
    fixture.press(.character(" "), .enter, .character("3"))
    #expect(fixture.attempts.last?.story == 1)
    #expect(fixture.attempts.last?.mode == .spoken)
  }

  @Test func whoSpokeAtOnceNamesTheStoryAfterwardsAndIsWarned() {
    var fixture = PracticeStep.naming.fixture()
    let list = fixture.app.view().text
    #expect(list.contains("▸ Freezer audit (told)") && list.contains("none of these"))
    fixture.press(.escape)
    #expect(!fixture.app.view().text.contains("Told to Acme"))
    fixture.press(.character("K"), .enter)
    let warned = fixture.app.view().text
    #expect(warned.contains("Told to Acme, round 1 to Ana. “Night"))
    #expect(warned.contains("list” fits too"))
    // The list opens at the story named, and the name can be taken back.
    fixture.press(.character("K"), .down, .enter)
    #expect(!fixture.app.view().text.contains("Told to Acme"))
    fixture.press(.character("K"))
    #expect(fixture.app.view().text.contains("▸ Night list"))
    fixture.press(.pageDown, .enter)
    #expect(!fixture.app.view().text.contains("Your story"))
    fixture.press(.character("K"), .down, .enter, .character("3"))
    #expect(fixture.attempts.map(\.story) == [2])
    #expect(fixture.attempts.last?.duration == 94_000)
  }

  /// A page is what shows above the ticks, so that no line is passed over.
  @Test(arguments: [Size(width: 40, height: 12), Size(width: 80, height: 24)])
  func pageByPageAllOfTheAnswerSideIsSeen(size: Size) {
    func seen(by key: Key) -> Set<String> {
      var fixture = AppFixture(size: size)
      fixture.press(.enter, .enter)
      var seen: Set<String> = []
      for _ in 0..<60 {
        for line in fixture.app.view().text.split(separator: "\n") {
          // Without the signs at the edge that there is more.
          seen.insert(line.split(whereSeparator: { " ↑↓".contains($0) }).joined(separator: " "))
        }
        fixture.press(key)
      }
      return seen
    }
    #expect(seen(by: .down).subtracting(seen(by: .pageDown)).isEmpty)
  }

  @Test func aStoryToldHereBeforeThatTheyHaveHeardIsWarnedOfBeforeTheAnswer() {
    let screen = PracticeStep.heard.fixture().app.view().text
    #expect(
      screen.contains("Your last story here was told to Acme, round 1 to Ana; K names another."))
    // No story stands before the answer, not even its name.
    #expect(!screen.contains("Freezer audit"))
  }

  @Test func aWrittenAnswerCanBeKeptAsAStory() {
    var fixture = PracticeStep.observed.fixture()
    fixture.press(.character("S"))
    #expect(fixture.app.view().text.contains("New story"))
    fixture.type("The night list")
    fixture.press(.control("d"))
    let story = fixture.notebook.stories.last?.thing
    #expect(story?.title == "The night list")
    #expect(story?.task == "I ran the night shift.")
    #expect(story?.result == "It improved significantly.")
    var empty = AppFixture()
    empty.press(.enter, .character("t"), .control("d"), .character("S"))
    #expect(empty.effects.isEmpty)
  }
}

extension AppFixture {
  /// The screen without its notice and keys: Enter takes no grade for ticks of an earlier reveal.
  fileprivate var rowsAboveKeys: [Substring] {
    app.view().text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(2)
  }
}
