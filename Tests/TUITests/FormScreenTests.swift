import Campaign
import Decks
import Practice
import Screen
import TestSupport
import Testing

@testable import TUI

/// Something of the notebook that is filled in on the screen.
@Suite struct FormScreenTests {
  private static func story(_ size: Size = Size(width: 80, height: 24)) -> AppFixture {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press("s", "a")
    return fixture
  }

  /// A form of a new thing of an employer, by its place in the employer's list.
  private static func new(
    _ part: EmployerPart, size: Size = Size(width: 80, height: 24)
  ) -> AppFixture {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press("i", .enter)
    for _ in EmployerPart.all.prefix(while: { $0 != part }) { fixture.press(.down) }
    fixture.press(.enter, "a")
    return fixture
  }

  private func screen(_ fixture: AppFixture) -> String { fixture.app.view().text }

  private func lines(_ fixture: AppFixture) -> [Substring] {
    screen(fixture).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static let action = """
    First I counted. For two weeks I wrote down each mistake that a handover would have stopped, \
    nine a week. Then I asked her for ten minutes alone and showed her the list.
    """

  /// A story with all that it can have, up to a field.
  private static func written(_ size: Size, to field: String) -> AppFixture {
    var fixture = story(size)
    for (name, text) in [
      ("Title", "Handover cut"), ("First line", "In March our manager cut the handover."),
      ("Situation", "In March our manager cut the handover between the shifts."),
      ("Task", "It was mine to keep the nights running."), ("Action", action),
      ("Result", "By May mistakes were down from nine a week to three."), ("Learned", ""),
    ] {
      if name == field { return fixture }
      fixture.type(text)
      fixture.press(.tab)
    }
    // Families: the second strong, the third workable.
    fixture.press(.down, .right, .right, .right, .down, .right, .right)
    if field == "Families" { return fixture }
    fixture.press(.tab)
    fixture.type("9 → 3 mistakes a week")
    fixture.press(.tab)
    fixture.type("own count, 2 weeks")
    fixture.press(.enter)
    fixture.type("20 → 5 minutes")
    fixture.press(.tab, .tab, .right)
    return fixture
  }

  @Test func aStoryIsWrittenByKeysAlone() {
    var fixture = Self.written(Size(width: 80, height: 24), to: "Figures")
    fixture.press(.tab, "4", .control("d"))
    let story = fixture.notebook.stories.last?.thing
    #expect(story?.title == "Handover cut" && story?.action == Self.action)
    #expect(story?.fits == ["DISA": .strong, "INFL": .workable])
    #expect(
      story?.figures == [
        Story.Figure(text: "9 → 3 mistakes a week", known: "own count, 2 weeks"),
        Story.Figure(text: "20 → 5 minutes", isNotToClaim: true),
      ])
    #expect(story?.strength == 4)
    #expect(screen(fixture).contains("Kept.") && screen(fixture).contains("Handover cut"))
    #expect(fixture.drafts.last == [], "the draft is gone with it")
  }

  @Test func whatIsTypedIsSavedAndThereTheNextTime() {
    var fixture = Self.story()
    fixture.type("Handover cut")
    fixture.press(.tab, .tab)
    fixture.type("Snow.")
    fixture.send(.tick, after: 2)
    #expect(fixture.drafts.last == ["title situation", "Handover cut", "", "Snow."])
    fixture.press("!", .escape)
    #expect(fixture.drafts.last == ["title situation", "Handover cut", "", "Snow.!"])
    #expect(screen(fixture).contains("Not kept yet: what you typed is there next time."))
    fixture.leftDraft = ["title situation", "Handover cut", "", "Snow.!"]
    fixture.press("a")
    #expect(screen(fixture).contains("What you typed last time is here again"))
    #expect(screen(fixture).contains("New story · Handover cut"))
    fixture.press(.control("d"))
    #expect(fixture.notebook.stories.last?.situation == "Snow.!")
  }

  @Test func aFormInWhichNothingWasTypedIsLeftWithoutAWord() {
    var fixture = Self.story()
    fixture.press(.tab, .tab, .enter, " ", .tab, .escape)
    #expect(fixture.drafts.allSatisfy(\.isEmpty) && !screen(fixture).contains("Not kept"))
  }

  @Test func whatIsTypedIsSavedUnderTheHelp() {
    var fixture = Self.story()
    fixture.type("Handover cut")
    fixture.press(.function(1))
    #expect(screen(fixture).contains("Choose, where there is something to choose"))
    fixture.send(.tick, after: 2)
    #expect(fixture.drafts.last == ["title", "Handover cut"])
    fixture.press(.escape, .control("n"), .control("n"), .control("p"))
    #expect(screen(fixture).contains("▸ First line"))
    for _ in 0..<8 { fixture.press(.tab) }
    fixture.press(.control("p"))
    #expect(screen(fixture).contains("New story"), "no palette over what is typed")
  }

  @Test func whatIsWrongStandsAtItsFieldAndTheFormStaysOpen() {
    var fixture = Self.new(.facts)
    fixture.press(.control("d"))
    #expect(screen(fixture).contains("! Fact is missing: it is needed."))
    fixture.type("They sell tea")
    #expect(!screen(fixture).contains("!"))
    fixture.press(.tab, .tab, .tab)
    for _ in 0..<10 { fixture.press(.backspace) }
    fixture.type("someday")
    fixture.press(.control("d"))
    let lines = lines(fixture)
    let day = lines.firstIndex { $0.contains("▸ Day") } ?? 0
    #expect(lines[day + 2].contains("! “someday” is no time"), "\(screen(fixture))")
    for _ in 0..<7 { fixture.press(.backspace) }
    fixture.type("yesterday")
    #expect(screen(fixture).contains("Sun 22 Nov 2026 (yesterday)"))
    fixture.press(.control("d"))
    let fact = fixture.notebook.facts.last?.thing
    #expect(fact?.text == "They sell tea" && fact?.day == AppFixture.todayNumber - 1)
  }

  @Test func aChoiceIsMadeWithArrowsOrLettersAndImpliesWhatGoesWithIt() {
    var fixture = Self.new(.facts)
    fixture.type("A second site opens")
    fixture.press(.tab)
    #expect(screen(fixture).contains("‹ other ›"))
    fixture.press("n", "e")
    #expect(
      screen(fixture).contains("‹ news ›   “ne”") && screen(fixture).contains("Days it holds  14"))
    fixture.press(.right)
    #expect(screen(fixture).contains("‹ rivals ›") && screen(fixture).contains("Days it holds  90"))
    fixture.press(.left, .tab, .tab, .tab)
    for _ in 0..<2 { fixture.press(.backspace) }
    fixture.type("60")
    fixture.press(.backTab, .backTab, .backTab, .right)
    #expect(screen(fixture).contains("Days it holds  60"), "what was typed stays")
    fixture.press(.control("d"))
    #expect(fixture.notebook.facts.last?.topic == .rivals)
    #expect(fixture.notebook.facts.last?.shelfLife == 60)
  }

  @Test func enterGoesOnAndKeepsAtTheEnd() {
    var fixture = AppFixture.withNotebook()
    fixture.press("i", .enter)
    for _ in EmployerPart.all.prefix(while: { $0 != .decision }) { fixture.press(.down) }
    fixture.press(.enter, "a")
    fixture.type("weekends off")
    fixture.press(.enter, .right, .enter)
    fixture.type("Who plans the rota?")
    fixture.press(.enter)
    let criterion = fixture.notebook.criteria.last?.thing
    #expect(criterion?.text == "weekends off" && criterion?.weight == .nice)
    #expect(criterion?.question == "Who plans the rota?")
  }

  @Test func pastedTextIsTakenInAndCommandsNothing() {
    var fixture = Self.story()
    fixture.send(.paste("Handover\ncut\u{1B}[2J"))
    fixture.press(.tab, .tab)
    fixture.send(.paste("One.\nTwo.\u{7}\n\u{202E}Three."))
    fixture.press(.control("d"))
    let story = fixture.notebook.stories.last?.thing
    #expect(story?.title == "Handover cut[2J")
    #expect(story?.situation == "One.\nTwo.\nThree.")
    let shown = screen(fixture).unicodeScalars
    #expect(!shown.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
  }

  @Test func figuresAreRowsThatComeAndGo() {
    var fixture = Self.story()
    fixture.type("Handover cut")
    for _ in 0..<8 { fixture.press(.tab) }
    fixture.type("one")
    fixture.press(.enter)
    fixture.type("two")
    // An empty row goes; the arrows go from row to row, and on to the next field.
    fixture.press(.enter, .control("k"), .up, .down, .down)
    #expect(screen(fixture).contains("▸ How strong"))
    fixture.press(.up, .enter, .enter, .control("d"))
    #expect(fixture.notebook.stories.last?.figures.map(\.text) == ["one", "two"])
  }

  @Test func theEditorLeftAsItWasLeadsBackToTheForm() {
    var fixture = Self.story()
    fixture.type("Handover cut")
    fixture.press(.control("x"))
    fixture.take(.notebook(.changed(fixture.app.stage.openNotebook, note: nil)))
    #expect(screen(fixture).contains("New story · Handover cut"))
    fixture.press(.control("x"))
    fixture.take(.notebook(.changed(fixture.app.stage.openNotebook, note: "Kept.")))
    #expect(!screen(fixture).contains("New story"))
    #expect(fixture.drafts.last == [])
  }

  @Test func whatCouldNotBeKeptStaysInTheForm() {
    var fixture = Self.story()
    fixture.type("Handover cut")
    fixture.refusal = "the disk is full"
    fixture.send(.tick, after: 2)
    #expect(screen(fixture).contains("Not saved yet: the disk is full"))
    fixture.press(.escape, "a")
    #expect(screen(fixture).contains("New story · Handover cut"))
  }

  @Test func ofACriterionItIsAskedWhatIsToBeChanged() {
    var fixture = AppFixture.withNotebook()
    fixture.press("i", .enter)
    for _ in EmployerPart.all.prefix(while: { $0 != .decision }) { fixture.press(.down) }
    fixture.press(.enter, "e", .enter)
    #expect(screen(fixture).contains("‹ yes ›") && screen(fixture).contains("saw the rota"))
    fixture.press(.left, .tab, .end)
    fixture.type(" of May")
    fixture.press(.control("d"))
    #expect(fixture.notebook.verdicts.map(\.state) == [.open])
    #expect(fixture.notebook.verdicts.map(\.evidence) == ["saw the rota of May"])
    fixture.press("e", .down, .enter)
    #expect(screen(fixture).contains("Criterion · weekends off"))
  }

  @Test func aNoteIsWrittenInAFormAndStandsOnTheCard() {
    var fixture = AppFixture()
    fixture.press(.enter, "e")
    #expect(screen(fixture).contains("Note on PE-03"))
    fixture.type("Begin with the rota.")
    fixture.press(.control("d"))
    fixture.take(
      .practice(.noteChanged(AppFixture.cards[0].card.id, "Begin with the rota.")))
    #expect(screen(fixture).contains("The note is kept."))
    fixture.press(.enter, .pageDown, .pageDown)
    #expect(screen(fixture).contains("Begin with the rota."))
  }

  // MARK: - Looks

  @Test(arguments: GoldenScreenTests.sizes) func aStory(_ size: Size) throws {
    let name = "\(size.width)x\(size.height)"
    var action = Self.written(size, to: "Action")
    action.type(Self.action)
    try expectScreen(action.app.view(), "form-story-\(name)")
    try expectScreen(Self.written(size, to: "Families").app.view(), "form-families-\(name)")
    try expectScreen(Self.written(size, to: "Figures").app.view(), "form-figures-\(name)")
  }

  @Test(arguments: GoldenScreenTests.sizes) func aChoiceADayAndAFault(_ size: Size) throws {
    let name = "\(size.width)x\(size.height)"
    var fixture = Self.new(.doubts, size: size)
    fixture.type("no night shifts")
    fixture.press(.tab, .tab, .tab, "c", "u")
    try expectScreen(fixture.app.view(), "form-choice-\(name)")
    fixture = Self.new(.facts, size: size)
    fixture.type("They sell tea")
    fixture.press(.tab, .tab, .tab)
    for _ in 0..<10 { fixture.press(.backspace) }
    fixture.type("last friday")
    try expectScreen(fixture.app.view(), "form-day-\(name)")
    for _ in 0..<11 { fixture.press(.backspace) }
    fixture.type("someday")
    fixture.press(.control("d"))
    try expectScreen(fixture.app.view(), "form-fault-\(name)")
  }

  /// The open field is in view with one before it and two after, whatever the window.
  @Test func theOpenFieldHasNeighbours() {
    for height in 10...30 {
      var fixture = Self.written(Size(width: 40, height: height), to: "Action")
      fixture.type(Self.action)
      for _ in 0..<12 {
        let text = screen(fixture)
        #expect(text.contains("▸ "), "\(height): \(text)")
        fixture.press(.tab)
      }
      fixture = Self.written(Size(width: 40, height: height), to: "Action")
      fixture.type(Self.action)
      let text = screen(fixture)
      #expect(text.contains("Task") && text.contains("Result") && text.contains("Learned"))
    }
  }
}

/// Letters find what is chosen.
@Suite struct FormLetterTests {
  private static let options = ["Working together", "Disagreement", "Delivering", "Learning"]
    .map { FormOption(String($0.prefix(4)).uppercased(), title: $0) }

  @Test(arguments: [
    ("deliv", "Delivering"), ("lear", "Learning"), ("d", "Disagreement"), ("dd", "Delivering"),
    ("xw", "Working together"), ("del", "Delivering"),
  ])
  func aFamilyIsFoundByTheBeginningOfItsName(letters: String, title: String) {
    var grid = MarkGrid(
      Self.options, words: [FormOption("strong", title: "strong")], text: "")
    for letter in letters { _ = grid.handle(.character(letter)) }
    #expect(grid.options[grid.position.selected].title == title)
  }

  @Test func yesAndNoAreALetterEach() {
    var box = ChoiceBox(
      [FormOption("no", title: "no"), FormOption("yes", title: "yes")], word: "no")
    _ = box.handle("y")
    #expect(box.word == "yes")
    _ = box.handle("n")
    #expect(box.word == "no")
  }
}

/// What is typed in a form, and is not to be kept.
@Suite struct DiscardingTests {
  private func form() -> AppFixture {
    var fixture = AppFixture.withNotebook()
    fixture.press("s", "a")
    return fixture
  }

  @Test func whatIsTypedGoesWhenItIsAskedFor() {
    var fixture = form()
    #expect(!fixture.app.view().text.contains("throw away"))
    fixture.type("Handover cut")
    #expect(fixture.app.view().text.contains("Ctrl-R throw away"))
    fixture.press(.control("r"))
    #expect(fixture.app.view().text.contains("! Throw away what you typed here"))
    fixture.press("x", .escape)
    #expect(fixture.app.view().text.contains("Handover cut"), "it is asked, and kept")
    fixture.press(.control("r"), "y")
    #expect(fixture.drafts.last == [])
    #expect(fixture.app.path.count == 2 && fixture.app.view().text.contains("Thrown away."))
    #expect(fixture.app.unsavedTexts.isEmpty)
  }

  @Test func whereNothingIsTypedItIsSaid() {
    var fixture = form()
    fixture.press(.control("r"))
    #expect(fixture.app.view().text.contains("There is nothing to throw away"))
    #expect(fixture.app.path.count == 3)
  }

  @Test func aNewInterviewIsThrownAwayTheSame() {
    var fixture = AppFixture.withNotebook()
    fixture.press("i", "a")
    fixture.type("Zed")
    fixture.press(.control("r"), "n")
    #expect(fixture.app.view().text.contains("Zed"))
    fixture.press(.control("r"), "y")
    #expect(fixture.drafts.last == [] && fixture.app.path.count == 2)
  }

  @Test func aWrittenAnswerIsThrownAwayTheSame() {
    var fixture = AppFixture()
    fixture.press(.enter, "t")
    fixture.type("It was a Monday")
    fixture.press(.control("r"))
    #expect(fixture.app.view().text.contains("! Throw away what you typed here"))
    fixture.press("x", .enter)
    #expect(fixture.app.view().text.contains("It was a Monday"))
    fixture.press(.control("r"), "y")
    #expect(fixture.drafts.last == [] && fixture.app.view().text.contains("Thrown away."))
    fixture.press("t")
    #expect(!fixture.app.view().text.contains("Monday"))
    fixture.press(.control("r"))
    #expect(fixture.app.view().text.contains("There is nothing to throw away"))
  }

  /// All that a key does in a form stands in its help.
  @Test func theHelpOfAFormNamesAllItsKeys() {
    var fixture = AppFixture.withNotebook(size: Size(width: 80, height: 40))
    fixture.press("s", "a", .function(1))
    let text = fixture.app.view().text
    for key in [
      "Ctrl-D", "Tab", "Shift-Tab", "Ctrl-X", "Ctrl-K", "Esc", "Ctrl-W", "Ctrl-U", "Ctrl-_",
      "Ctrl-Y", "Home", "Ctrl-←",
    ] { #expect(text.contains(key), "\(key)") }
  }
}
