import Campaign
import Decks
import Practice
import Screen
import Testing

@testable import TUI

/// What the wheel and a click do, on all screens the same.
@Suite struct MouseTests {
  private func row(of text: String, in fixture: AppFixture) throws -> (x: Int, y: Int) {
    let lines = fixture.app.view().text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(lines.firstIndex { $0.contains(text) }, "\(text)")
    let range = try #require(lines[y].firstRange(of: text))
    return (lines[y].distance(from: lines[y].startIndex, to: range.lowerBound), y)
  }

  private func click(_ fixture: inout AppFixture, on text: String) throws {
    let place = try row(of: text, in: fixture)
    fixture.send(.mouse(MouseEvent(.press, x: place.x, y: place.y)))
  }

  private func wheel(_ fixture: inout AppFixture, _ deed: MouseEvent.Deed) {
    fixture.send(.mouse(MouseEvent(deed, x: 3, y: 5)))
  }

  @Test func aClickSelectsAndAnotherOpens() throws {
    var fixture = AppFixture.withNotebook()
    fixture.press("i")
    try click(&fixture, on: "Beta")
    #expect(fixture.app.path[fixture.app.top] is EmployersScreen)
    try click(&fixture, on: "Beta")
    let opened = fixture.app.path[fixture.app.top] as? EmployerScreen
    #expect(opened?.employer == "Beta")
    try click(&fixture, on: "Doubts")
    try click(&fixture, on: "Doubts")
    #expect((fixture.app.path[fixture.app.top] as? ThingsScreen)?.part == .doubts)
  }

  @Test func theRowThatIsOnIsNotOpenedByTheFirstClick() throws {
    var fixture = AppFixture.withNotebook()
    fixture.press("i")
    try click(&fixture, on: "Acme")
    #expect(fixture.app.path.count == 2)
    // Something else in between, and it is a first one again.
    fixture.press("?", .escape)
    try click(&fixture, on: "Beta")
    fixture.press(.home)
    try click(&fixture, on: "Acme")
    #expect(fixture.app.path.count == 2)
  }

  @Test func theFooterIsClickedOn() throws {
    var fixture = AppFixture.withNotebook()
    try click(&fixture, on: "? help")
    #expect(fixture.app.path[fixture.app.top] is HelpScreen)
    try click(&fixture, on: "Esc back")
    #expect(fixture.app.path.count == 1)
    try click(&fixture, on: "Enter start")
    #expect(fixture.app.path[fixture.app.top] is PracticeScreen)
  }

  @Test func atHomeTheLineThatStartsIsClickedOn() throws {
    var fixture = AppFixture.withNotebook()
    try click(&fixture, on: "Enter starts.")
    #expect(fixture.app.path[fixture.app.top] is PracticeScreen)
  }

  @Test func theWheelMovesInListsAndPages() throws {
    var fixture = AppFixture.withNotebook(size: Size(width: 80, height: 12))
    fixture.press("?", .tab)
    let before = fixture.app.view()
    wheel(&fixture, .wheelDown)
    #expect(fixture.app.view() != before)
    wheel(&fixture, .wheelUp)
    #expect(fixture.app.view() == before)
    fixture.press(.escape, "i", .enter)
    wheel(&fixture, .wheelDown)
    let employer = fixture.app.path[fixture.app.top] as? EmployerScreen
    #expect(employer?.position.selected == 3)
  }

  @Test func inAFormAClickOpensTheFieldAndChooses() throws {
    var fixture = AppFixture.withNotebook(size: Size(width: 100, height: 40))
    fixture.press(":")
    for character in "add a doubt" { fixture.press(.character(character)) }
    fixture.press(.enter)
    try click(&fixture, on: "Closed")
    #expect(fixture.app.view().text.contains("▸ Closed"))
    try click(&fixture, on: "yes")
    #expect(fixture.app.view().text.contains("‹ yes ›"))
    try click(&fixture, on: "Evidence")
    fixture.type("true enough")
    #expect(fixture.app.view().text.contains("true enough"))
  }

  @Test func aTickIsClickedOn() throws {
    var fixture = AppFixture()
    fixture.press(.enter, .enter)
    let line = try #require(
      (fixture.app.path[fixture.app.top] as? PracticeScreen)?.run.lines.first)
    let place = try row(of: "· \(line.text.prefix(12))", in: fixture)
    fixture.send(.mouse(MouseEvent(.press, x: place.x, y: place.y)))
    #expect(fixture.app.view().text.contains("✓ \(line.text.prefix(12))"))
  }

  @Test func whatIsAskedIsAnsweredByAClick() throws {
    var fixture = AppFixture.withNotebook()
    fixture.press("s", "D")
    wheel(&fixture, .wheelDown)
    #expect(fixture.app.view().text.contains("! Delete"))
    try click(&fixture, on: "keep it")
    #expect(!fixture.app.view().text.contains("! Delete"))
  }

  @Test func whereNothingIsAClickDoesNothing() {
    var fixture = AppFixture.withNotebook()
    let before = fixture.app.view()
    for (x, y) in [(0, 0), (79, 0), (200, 5), (5, 90), (40, 20)] {
      fixture.send(.mouse(MouseEvent(.press, x: x, y: y)))
      #expect(fixture.app.view() == before)
    }
  }

  /// A row of two lines is one, and titles between rows are none.
  @Test func rowsOfTwoLinesAndTitlesBetweenAreCounted() throws {
    var fixture = AppFixture.withNotebook()
    fixture.press("i", .enter)
    fixture.press(.down, .down, .down, .down, .enter)
    try click(&fixture, on: "no night shifts so far")
    fixture.press("e")
    #expect(fixture.app.view().text.contains("no night shifts so far"))
  }

  /// In text a click is where one goes on writing: in a form, a line, a log and an answer alike.
  @Test func aClickInTextPlacesTheCursor() throws {
    func expectMiddle(_ fixture: inout AppFixture, _ text: String) throws {
      fixture.type(text)
      let place = try row(of: text, in: fixture)
      fixture.send(.mouse(MouseEvent(.press, x: place.x + 3, y: place.y)))
      #expect(fixture.app.view().focus == (place.x + 3, place.y))
      fixture.type("XY")
      #expect(fixture.app.view().text.contains(text.prefix(3) + "XY" + text.dropFirst(3)))
      // Behind its end is its end.
      fixture.send(.mouse(MouseEvent(.press, x: place.x + text.count + 9, y: place.y)))
      fixture.type("Z")
      #expect(fixture.app.view().text.contains(text.dropFirst(3) + "Z"))
    }
    var form = AppFixture.withNotebook()
    form.press("s", "a", .tab, .tab)
    try expectMiddle(&form, "a box with some words")
    var line = AppFixture.withNotebook()
    line.press("i", "a")
    try expectMiddle(&line, "Contoso")
    var log = AppFixture.withNotebook()
    log.press("i", .enter, "l")
    try expectMiddle(&log, "Why this one?")
    var answer = AppFixture()
    answer.press(.enter, "t")
    try expectMiddle(&answer, "It was on a Monday")
    var wording = AppFixture.withNotebook()
    wording.take(.conflicts([.line], nil))
    wording.press("e", .control("u"))
    try expectMiddle(&wording, "quite another")
  }
}

/// What is copied, and what is told of the time.
@Suite struct CopyingTests {
  @Test func theQuestionIsCopiedOnBothSidesOfTheAnswer() {
    var fixture = AppFixture()
    fixture.press(.enter, "Y")
    let question = (fixture.app.path[fixture.app.top] as? PracticeScreen)?.run.question ?? ""
    #expect(!question.isEmpty && fixture.effects == [.copy(question)])
    #expect(fixture.app.view().text.contains("Sent to your terminal's clipboard; a few"))
    fixture.app.stage.isInTmux = true
    fixture.press(.enter, "Y")
    #expect(fixture.effects == [.copy(question)])
    #expect(fixture.app.view().text.contains("Sent to tmux, which copies it where “set -g"))
  }

  @Test func aStoryIsCopiedAsItIsTold() {
    var fixture = AppFixture.withNotebook()
    fixture.notebook.stories[0].thing.action = "I counted\u{1B}[31m.\nThen I asked."
    fixture.press("s", "Y")
    #expect(fixture.effects == [.copy("Freezer audit\n\nI counted[31m.\nThen I asked.")])
  }

  @Test func aTextIsCopiedWhole() {
    var fixture = AppFixture()
    fixture.take(.notebook(.text(title: "A fact", "Fact: tea\nDays it holds: 180")))
    fixture.press("Y")
    #expect(fixture.effects == [.copy("Fact: tea\nDays it holds: 180")])
    fixture.take(
      .notebook(.text(title: "Long", String(repeating: "a", count: 70_001))))
    fixture.press("Y")
    #expect(fixture.effects.isEmpty && fixture.app.view().text.contains("! Not copied"))
  }

  @Test func theTargetAndTheLimitOfAnAnswerAreToldOnce() {
    var fixture = AppFixture()
    fixture.press(.enter, " ")
    fixture.send(.tick, after: 149)
    #expect(fixture.effects.isEmpty)
    fixture.send(.tick, after: 1)
    #expect(fixture.effects == [.alarm(.target)])
    fixture.send(.tick, after: 1)
    #expect(fixture.effects.isEmpty)
    fixture.press("p")
    fixture.send(.tick, after: 100)
    #expect(fixture.effects.isEmpty, "paused")
    fixture.press("p")
    fixture.send(.tick, after: 29)
    #expect(fixture.effects == [.alarm(.limit)])
    fixture.send(.tick, after: 60)
    #expect(fixture.effects.isEmpty)
  }

  @Test func aHeadlineHasALimitOfItsOwn() {
    var fixture = AppFixture()
    fixture.press(.enter, "h")
    fixture.send(.tick, after: 24)
    #expect(fixture.effects.isEmpty)
    fixture.send(.tick, after: 2)
    #expect(fixture.effects == [.alarm(.limit)])
  }
}
