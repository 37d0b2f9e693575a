import Campaign
import Practice
import Screen
import Testing

@testable import TUI

@Suite struct NotebookFlowTests {
  private var fixture = AppFixture.withNotebook()

  private var screen: String { fixture.app.view().text }

  private mutating func type(_ text: String) {
    for character in text { fixture.press(.character(character)) }
  }

  @Test mutating func anInterviewIsLoggedFromRecallToTheNextDay() {
    fixture.notebook.entries = []
    fixture.notebook.doubts = []
    fixture.notebook.interviews[0].isLogged = false
    fixture.press(.character("i"), .enter, .character("l"))
    for question in ["Why us?", "A row?"] {
      type(question)
      fixture.press(.enter)
    }
    #expect(fixture.notebook.entries.map(\.text) == ["Why us?", "A row?"], "kept at once")
    fixture.press(.enter)
    // Why us: strong, no story, no family, not pressed.
    fixture.press(.enter, .enter, .character("n"), .character("1"))
    // A row: thin, Rota row, the family it shows best, pressed on the ending.
    fixture.press(.down, .down, .down, .enter, .enter, .character("y"))
    type("the ending")
    fixture.press(.enter, .character("3"))
    let row = fixture.notebook.entries[1]
    #expect(row.landed == .thin && row.story == Number(3) && row.family == "DISA")
    #expect(row.isPressed && row.pressedOn == "the ending")
    #expect(fixture.notebook.entries[0].family == nil && !fixture.notebook.entries[0].isPressed)
    type("too young")
    fixture.press(.enter, .enter)
    type("send slides")
    fixture.press(.enter, .control("d"))
    fixture.press(.enter)
    type("money")
    fixture.press(.enter, .enter)
    type("2026-12-01 14:00")
    fixture.press(.enter)
    #expect(fixture.notebook.doubts.map(\.text) == ["too young"])
    #expect(fixture.notebook.doubts[0].raisedIn == Number(1))
    #expect(fixture.notebook.promises.map(\.text).last == "send slides")
    #expect(fixture.notebook.interviews[0].notAsked == ["money"])
    #expect(fixture.notebook.interviews[0].isLogged)
    guard case .notebook(.addRound(let round, at: "2026-12-01 14:00")) = fixture.effects.last else {
      Issue.record("no round was added: \(fixture.effects)")
      return
    }
    #expect(fixture.effects.count == 1 && round.employer == "Acme")
    #expect(screen.contains("Logged: 2 asked, 1 thin."))
  }

  @Test mutating func aLogLeftHalfwayGoesOnWhereItWas() {
    fixture.notebook.entries = []
    fixture.press(.character("i"), .enter, .character("l"))
    type("Why us?")
    fixture.press(.enter)
    type("half a thou")
    fixture.press(.escape)
    #expect(fixture.notebook.entries.map(\.text) == ["Why us?", "half a thou"], "nothing is lost")
    fixture.press(.character("l"))
    #expect(screen.contains("half a thou"))
    fixture.press(.enter)
    #expect(screen.contains("Which story did you tell?") && screen.contains("Why us?"))
    fixture.press(.down, .enter, .escape)
    #expect(screen.contains("Which story did you tell?"), "back is one question back")
    fixture.press(.escape)
    #expect(screen.contains("Which questions did they ask?"))
    fixture.press(.escape, .character("l"), .enter)
    #expect(screen.contains("Why us?"), "how it landed is still to be said")
    fixture.press(.enter, .enter, .character("y"))
    type("the mon")
    fixture.press(.escape, .character("l"), .enter)
    let entry = fixture.notebook.entries[0]
    #expect(entry.story == Number(1) && entry.isPressed && entry.pressedOn == "the mon")
    fixture.press(.enter, .enter, .character("n"), .character("2"))
    #expect(screen.contains("half a thou") && screen.contains("Which story did you tell?"))
  }

  @Test mutating func someoneIsThankedByName() {
    fixture.notebook.thankYous = []
    fixture.press(.character("i"), .enter, .character("l"))
    fixture.press(.enter, .enter, .enter)
    #expect(screen.contains("What can you thank them for?"))
    for line in ["noor: the tour", "their time: an hour"] {
      type(line)
      fixture.press(.enter)
    }
    #expect(fixture.notebook.thankYous.map(\.person) == [Number(2), nil])
    #expect(fixture.notebook.thankYous.map(\.text) == ["the tour", "their time: an hour"])
    #expect(screen.contains("· Noor: the tour"))
  }

  @Test mutating func promisesAreAddedInTheLogOfTheLatestRound() {
    fixture.press(.character("i"), .enter, .down, .down, .enter, .character("a"))
    #expect(screen.contains("What is it?") && screen.contains("Acme, round 1"))
    fixture.press(.down, .enter)
    #expect(screen.contains("New thanks · Acme"))
    type("the tour")
    fixture.press(.control("d"))
    #expect(fixture.notebook.thankYous.last?.interview == Number(1))
    fixture.press(.escape, .up, .enter, .character("a"))
    #expect(screen.contains("New question asked · Acme"))
    fixture.press(.escape, .escape, .escape, .down, .enter, .down, .down, .enter, .character("a"))
    #expect(screen.contains("Round 1 with Beta is not written down. Has it taken place?"))
  }

  @Test mutating func pastedQuestionsAreEachOne() {
    fixture.notebook.entries = []
    fixture.press(.character("i"), .enter, .character("l"))
    fixture.send(.paste("Why?\n\n  Who?  \n"))
    #expect(fixture.notebook.entries.map(\.text) == ["Why?", "Who?"])
  }

  @Test mutating func nothingIsLoggedBeforeTheInterview() {
    fixture.notebook.interviews[2].round = 1
    fixture.press(.character("i"), .down, .enter, .character("l"))
    #expect(screen.contains("nothing to log before the interview"))
  }

  @Test mutating func theRoundBeforeTheOneAheadIsKeptAndLogged() {
    fixture.press(.character("i"), .down, .enter, .character("l"), .escape)
    #expect(screen.contains("Your decision") && fixture.notebook.interviews.count == 3)
    // From the list of rounds as well, on the one that is ahead.
    fixture.press(.enter, .character("l"), .character("y"))
    #expect(screen.contains("log of round 1") && screen.contains("Which questions did they ask?"))
    let held = fixture.notebook.interviews[3]
    #expect(held.employer == "Beta" && held.round == 1)
    type("Why us?")
    fixture.press(.enter)
    #expect(fixture.notebook.entries.last?.interview == held.id)
  }

  @Test mutating func anEmployerWithoutAnInterviewSaysHowOneIsAdded() {
    fixture.notebook.interviews = []
    fixture.press(.character("i"), .enter)
    #expect(screen.contains("Enter open  m panel  e edit"), "\(screen)")
    for key in ["l", "b"] as [Character] {
      fixture.press(.character(key))
      #expect(screen.contains("No interview with Acme is written down yet: a under Rounds"))
    }
  }

  @Test func footersOfEmptyListsNameOnlyWhatWorks() {
    let onlyAdding = "\n a add" + String(repeating: " ", count: 57) + "Esc back  ? help"
    var fixture = AppFixture.withNotebook(Notebook())
    fixture.press(.character("i"))
    #expect(fixture.app.view().text.hasSuffix(onlyAdding))
    fixture.press(.escape, .character("s"))
    #expect(fixture.app.view().text.hasSuffix(onlyAdding))
    var notebook = AppFixture.notebook
    notebook.people = []
    fixture = AppFixture.withNotebook(notebook)
    fixture.press(.character("i"), .enter, .down, .down, .down, .enter)
    #expect(fixture.app.view().text.hasSuffix(onlyAdding))
  }

  @Test mutating func enterSkipsWhatIsAskedAboutAQuestion() {
    fixture.notebook.entries = []
    fixture.press(.character("i"), .enter, .character("l"))
    for question in ["Why us?", "A row?"] {
      type(question)
      fixture.press(.enter)
    }
    fixture.press(.enter)
    for question in ["Why us?", "A row?"] {
      #expect(screen.contains(question) && screen.contains("Which story did you tell?"))
      fixture.press(.enter, .enter)
      #expect(screen.contains("y yes  n no  Enter skip"))
      fixture.press(.enter)
      #expect(screen.contains("1 strong  2 fine  3 thin  Enter skip"))
      fixture.press(.enter)
    }
    #expect(screen.contains("Which doubts did you hear or sense?"))
    #expect(fixture.notebook.entries.allSatisfy { $0.landed == nil && !$0.isPressed })
  }

  @Test mutating func deletingAsksAndOnlyYesDeletes() {
    fixture.press(.character("s"), .character("D"))
    #expect(screen.contains("Delete “Freezer audit”?"))
    fixture.press(.enter)
    #expect(fixture.notebook.stories.count == 3)
    fixture.press(.character("D"), .character("x"), .escape)
    #expect(fixture.notebook.stories.count == 3)
    fixture.press(.character("D"), .character("y"))
    #expect(fixture.notebook.stories.map(\.title) == ["Night list", "Rota row"])
  }

  @Test mutating func aStoryIsMarkedAsToldAndTheMarkIsTakenBack() {
    fixture.press(.character("s"), .character("t"))
    #expect(screen.contains("Told to Acme in round 1."))
    #expect(screen.contains("1× Freezer audit"))
    fixture.press(.character("t"))
    #expect(fixture.notebook.tellings.isEmpty)
    fixture.press(.end, .character("t"))
    #expect(screen.contains("The log of round 1 says that it was told."))
  }

  /// What a screen reader needs: what stands where the story and the family meet, in words.
  @Test mutating func whereAStoryAndAFamilyMeetIsSaid() {
    fixture.press("s", .end)
    #expect(screen.contains("Rota row · 1 Teamwork: · stretch, told to Acme"))
    fixture.press(.right)
    #expect(screen.contains("Rota row · 2 Disagreement: ● strong, told to Acme"))
    fixture.press(.up, .left, .left)
    #expect(screen.contains("Night list · 1 Teamwork: ○ workable, not told to Acme yet"))
    for _ in 1...20 { fixture.press(.right) }
    #expect(screen.contains("Night list · 12 Why you: no fit, not told to Acme yet"))
    // In a narrow window the families are told by how well the story fits.
    fixture.send(.resize(Size(width: 40, height: 12)))
    fixture.press(.end)
    #expect(screen.contains("strong: Disagreement") && screen.contains("stretch: Teamwork"))
    #expect(!screen.contains("DISA"))
  }

  @Test mutating func anotherEmployerHasHeardOtherStories() {
    fixture.press(.character("s"))
    #expect(screen.contains("told to Acme") && screen.contains("1× Rota row"))
    fixture.press(.character("o"))
    #expect(screen.contains("told to Beta") && !screen.contains("1× Rota row"))
  }

  @Test mutating func storiesAreFilteredAndSearched() {
    fixture.press(.character("s"), .character("f"))
    #expect(!screen.contains("Rota row"), "told")
    fixture.press(.character("f"))
    #expect(screen.contains("Rota row") && !screen.contains("Night list"))
    fixture.press(.character("f"), .character("/"))
    type("nIGHT l")
    #expect(screen.contains("Night list") && !screen.contains("Freezer"))
    fixture.press(.enter, .enter)
    #expect(fixture.effects == [.notebook(.read(Item(fixture.notebook.stories[1])))])
  }

  @Test mutating func theSpaceBarMarksWhatWasDone() {
    fixture.press(.character("i"), .enter)
    for part in [EmployerPart.doubts, .facts, .questions, .decision, .after] {
      let rows = EmployerPart.all.prefix { $0 != part }.count
      for _ in 0..<rows { fixture.press(.down) }
      fixture.press(.enter, .character(" "), .escape, .home)
    }
    let notebook = fixture.notebook
    #expect(!notebook.doubts[0].isOpen)
    #expect(notebook.facts[0].day == AppFixture.todayNumber)
    #expect(notebook.questions[0].state == .asked)
    #expect(notebook.verdicts.map(\.state) == [.no])
    #expect(notebook.promises[0].isKept)
  }

  @Test mutating func onlyWhatIsToDoCanBeShown() {
    fixture.press(.character("i"), .enter, .down, .down, .down, .down, .down, .enter)
    #expect(screen.contains("meals for schools"))
    fixture.press(.character("f"))
    #expect(screen.contains("a second site opens") && !screen.contains("meals for schools"))
  }

  @Test mutating func employersStandSideBySide() {
    fixture.press(.character("i"), .character("c"))
    #expect(screen.contains("weekends off (must)") && screen.contains("✓ Acme: saw the rota"))
    #expect(screen.contains("· Beta"))
  }

  @Test mutating func aDeletedEmployerIsLeft() {
    fixture.press(.character("i"), .character("D"), .character("y"))
    #expect(!screen.contains("Acme · Operations lead") && screen.contains("Beta"))
  }

  @Test mutating func addingAndChangingAreDoneInAFormAndTheEditorIsAKeyAway() {
    fixture.press(.character("s"), .character("a"))
    #expect(screen.contains("New story"))
    fixture.press(.control("x"))
    guard case .notebook(.editForm(let form)) = fixture.effects.last else {
      Issue.record("\(fixture.effects)")
      return
    }
    #expect(form.item == Item(Story()))
    fixture.press(.escape, .character("e"))
    #expect(screen.contains("Story · Freezer audit"))
    fixture.press(.escape, .character("E"))
    #expect(fixture.effects == [.notebook(.edit(Item(fixture.notebook.stories[0])))])
    fixture.press(.escape, .character("i"), .character("e"))
    #expect(screen.contains("Employer · Acme"))
    fixture.press(.escape, .character("E"))
    #expect(fixture.effects == [.notebook(.edit(Item(fixture.notebook.employers[0])))])
    fixture.press(.enter, .character("e"))
    #expect(screen.contains("Employer · Acme"))
    fixture.press(.escape, .character("b"))
    #expect(fixture.effects == [.notebook(.brief(fixture.notebook.interviews[1]))])
    fixture.press(.down, .down, .down, .enter, .character("a"))
    #expect(screen.contains("New person · Acme"))
    fixture.press(.escape, .character("E"))
    #expect(fixture.effects == [.notebook(.edit(Item(fixture.notebook.people[0])))])
  }

  @Test mutating func aPanelIsTimedAndSomeoneBreaksIn() {
    fixture.press(.character("i"), .enter, .character("m"))
    #expect(screen.contains("Enter begins.") && !screen.contains("Tell me about yourself"))
    // The clock stands until the first answer.
    fixture.send(.tick, after: 60)
    fixture.press(.enter)
    #expect(screen.contains("1 of 4 · 0:00 of 10 min"))
    fixture.press(.character(" "))
    #expect(fixture.app.nextChange == 1000)
    fixture.send(.tick, after: 3)
    #expect(screen.contains("0:03  speaking"))
    fixture.press(.enter)
    fixture.press(.enter)
    // The second of four turns is one that is interrupted.
    fixture.press(.character(" "))
    #expect(!screen.contains("breaks in:"))
    fixture.send(.tick, after: 51)
    #expect(screen.contains("breaks in:") && screen.contains("And then"))
    fixture.press(.enter, .enter)
    #expect(screen.contains("find your way back?"))
    #expect(fixture.attempts.count == 1, "each answer is on disk before the next question")
    fixture.press(.character("n"))
    #expect(fixture.attempts.map(\.purpose) == [.panel, .panel])
    #expect(fixture.attempts.map(\.duration) == [3000, 51_000])
    #expect(fixture.attempts[1].probes.map(\.result) == [.stuck], "it comes back as a follow-up")
    #expect(fixture.attempts[1].probes.first?.question.hasPrefix("And then") ?? false)
    fixture.press(.escape)
    #expect(fixture.attempts.count == 2)
    #expect(screen.contains("2 answers in 0:54") && screen.contains("lost the thread"))
    // Its report is kept, and that it came to no end.
    #expect(fixture.notebook.rehearsals.count == 1)
    let kept = fixture.notebook.rehearsals.first?.thing
    #expect(kept?.isWhole == false && kept?.title == "Acme, round 2" && kept?.questions.count == 2)
    #expect(kept?.report.contains("→ lost the thread when they broke in") == true)
    #expect(kept?.report.contains("1. “Tell me about yourself.” 0:03") == true)
    fixture.press(.character("m"))
    #expect(screen.contains("Before you sit:"))
    fixture.press(.enter)
    #expect(screen.contains("1 of 4"))
  }

  @Test mutating func whoComesToThePanelAndGoesAgainHasSatNone() {
    fixture.press(.character("i"), .enter, .character("m"))
    #expect(screen.contains("4 questions · 10 min"))
    for name in ["Noor, future peer", "Director (looks down)", "needs: someone who"] {
      #expect(screen.contains(name), "\(name)")
    }
    fixture.press(.escape)
    #expect(screen.contains("compare") || screen.contains("Panels"))
    #expect(fixture.notebook.rehearsals.isEmpty)
  }

  // MARK: - A friend's marks

  @Test mutating func aFriendWhoListenedMarksEachAnswer() {
    fixture.press(.character("i"), .enter, .character("m"), .enter)
    for _ in 0..<3 {
      fixture.press(.character(" "))
      fixture.press(.enter, after: 9)
      fixture.press(.enter)
    }
    fixture.press(.escape, .character("f"))
    // Of the four the last was not answered, and is not asked about.
    #expect(screen.contains("Marks · Acme, round 2") && screen.contains("1 of 3"))
    // The question as it was put, without the card behind it.
    #expect(screen.contains("“Tell me about yourself.”") && !screen.contains("(fit/"))
    fixture.press(.character("3"))
    #expect(fixture.notebook.rehearsals[0].marks == ["thin"], "each is kept at once")
    fixture.press(.enter)
    #expect(fixture.notebook.rehearsals[0].marks == ["thin", "–"])
    #expect(screen.contains("3 of 3") && screen.contains("So far: 1 thin."))
    fixture.press(.backspace, .backspace)
    #expect(screen.contains("▸ 3  thin"))
    fixture.press(.backspace)
    #expect(screen.contains("This is the first question.") && screen.contains("1 of 3"))
    fixture.press(.enter, .character("2"), .character("2"))
    #expect(fixture.notebook.rehearsals[0].marks == ["thin", "fine", "fine"])
    #expect(screen.contains("Marked: 2 fine, 1 thin; what was thin counts more from now on."))
    #expect(screen.contains("A friend's marks: 2 fine, 1 thin."))
    // Whether it was whole was seen by whoever sat there.
    #expect(!fixture.notebook.rehearsals[0].isWhole)
    // It is listed, and marked from there as well.
    fixture.press(.escape)
    for _ in 0..<7 { fixture.press(.down) }
    fixture.press(.enter)
    #expect(screen.contains("Space a friend's marks"))
    fixture.press(.character(" "))
    #expect(screen.contains("1 of 3") && screen.contains("▸ 3  thin"))
  }

  /// What is told of a panel has the key that the panel's own page has, and follows the marks.
  @Test mutating func aPanelThatIsReadIsMarkedFromThere() {
    var panel = Rehearsal(today: 20_000)
    panel.title = "Acme, round 2"
    panel.questions = ["Peer: “One?” (star/Q-1)"]
    panel.report = "1 answer in 0:09"
    fixture.notebook.rehearsals = [Kept(Number(1), panel)]
    fixture.press(.character("i"), .enter)
    func read() -> Item? { fixture.notebook.rehearsals.first.map { Item($0) } }
    fixture.take(.notebook(.text(title: "Panel", "1 answer in 0:09", of: read())))
    #expect(screen.contains("f a friend's marks"))
    fixture.press(.character("f"))
    #expect(screen.contains("1 of 1"))
    fixture.press(.character("3"))
    fixture.take(.notebook(.text(title: "Panel", "marks: thin", of: read())))
    #expect(screen.contains("marks: thin") && !screen.contains("1 answer"))
    fixture.press(.character("f"))
    #expect(screen.contains("▸ 3  thin"))
    // Any other text has no such key.
    fixture.press(.escape, .escape)
    fixture.take(.notebook(.text(title: "A fact", "tea")))
    #expect(!screen.contains("a friend's marks"))
  }

  @Test mutating func aSheetIsWholeOnceItIsGoneThrough() {
    var sheet = Rehearsal(today: 20_000)
    sheet.title = "Acme, round 2"
    sheet.interview = fixture.notebook.interviews[1].id
    sheet.company = .friend
    sheet.questions = ["Peer: “One?” (star/Q-1)", "Peer: “Two?” (star/Q-2)"]
    fixture.notebook.rehearsals = [Kept(Number(1), sheet)]
    fixture.press(.character("i"), .enter)
    for _ in 0..<7 { fixture.press(.down) }
    fixture.press(.enter, .character(" "), .enter, .enter)
    #expect(screen.contains("Nothing was marked.") && fixture.notebook.rehearsals[0].marks.isEmpty)
    fixture.press(.character(" "), .character("1"), .escape, .character(" "))
    #expect(screen.contains("2 of 2"), "it goes on where it was left")
    #expect(!fixture.notebook.rehearsals[0].isWhole)
    fixture.press(.enter)
    #expect(screen.contains("Marked: 1 strong.") && fixture.notebook.rehearsals[0].isWhole)
  }

  @Test(arguments: [false, true]) func aPanelLeftWithinTheFirstAnswerHasAReport(
    isFinished: Bool
  ) {
    var fixture = AppFixture.withNotebook()
    fixture.press(.character("i"), .enter, .character("m"), .enter, .character(" "))
    fixture.send(.tick, after: 9)
    if isFinished {
      fixture.press(.enter)
      #expect(fixture.app.view().text.contains("Which story was it?"))
    }
    fixture.press(.escape)
    #expect(
      fixture.app.view().text.contains("1 answer in 0:09, ended early"),
      "\(fixture.app.view().text)")
    #expect(fixture.attempts.map(\.duration) == [9000])
  }

  @Test mutating func withoutStoriesAPanelAsksForNone() {
    fixture.notebook.stories = []
    fixture.press(.character("i"), .enter, .character("m"), .enter, .character(" "))
    fixture.send(.tick, after: 9)
    fixture.press(.enter)
    #expect(screen.contains("That was your answer.") && screen.contains("Enter go on"), "\(screen)")
    #expect(!screen.contains("Which story"))
    fixture.press(.enter)
    #expect(screen.contains("2 of "), "\(screen)")
    #expect(fixture.attempts.map(\.story) == [nil])
  }

  /// The report would count what was taken back meanwhile.
  @Test mutating func whileAPanelRunsNothingIsTakenBack() {
    fixture.press(.character("m"), .enter, .character(" "), .enter, .enter, .character("u"))
    #expect(screen.contains("That comes after the report"), "\(screen)")
  }

  @Test mutating func aPanelLeftBeforeTheFirstAnswerIsGone() {
    fixture.press(.character("m"))
    #expect(screen.contains("Panel · Acme"))
    fixture.press(.enter)
    #expect(screen.contains("Answer aloud"))
    fixture.press(.escape)
    #expect(screen.contains("Ready now"))
  }

  @Test mutating func theHeaderSaysWhereOneStands() {
    fixture.press(.character("i"))
    #expect(screen.contains("Acme R2 · 6 d · ready 59% · weakest Customers, Disagreement"))
    fixture.press(.down, .enter)
    #expect(screen.contains("R2 in 13 days"))
  }
}
