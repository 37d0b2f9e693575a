import Campaign
import Decks
import Practice
import Screen
import TestSupport
import Testing

@testable import TUI

/// An interview in two lines.
@Suite struct NewInterviewTests {
  private static func fixture(_ size: Size = Size(width: 80, height: 24)) -> AppFixture {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.press("i", "a")
    return fixture
  }

  private func screen(_ fixture: AppFixture) -> String { fixture.app.view().text }

  @Test func whatIsUnderstoodStandsBelowAndEnterKeepsIt() {
    var fixture = Self.fixture()
    #expect(screen(fixture).contains("(no date yet)"))
    fixture.type("Contoso")
    fixture.press(.tab)
    fixture.type("3 dec 2p")
    #expect(screen(fixture).contains("Contoso, round 2: Thu 3 Dec 2026, 14:00 (in 10 days)"))
    fixture.type("m")
    fixture.press(.enter)
    guard case .notebook(.addInterview(let new, let note)) = fixture.effects.first else {
      Issue.record("\(fixture.effects)")
      return
    }
    #expect(new.employer == "Contoso" && new.round == 2 && new.isTimeKnown)
    #expect(note == "Contoso, round 2: Thu 3 Dec 2026, 14:00 (in 10 days).")
    fixture.take(.notebook(.changed(fixture.app.stage.openNotebook, note: note)))
    #expect(screen(fixture).contains(note))
    #expect(!screen(fixture).contains("Who is it with?"))
    #expect(fixture.drafts.last == [])
  }

  @Test func aDayAloneHasNoTime() {
    var fixture = Self.fixture()
    fixture.type("Contoso")
    fixture.press(.enter)
    fixture.type("in 6 days")
    #expect(
      screen(fixture).contains("Contoso, round 2: Sun 29 Nov 2026, time not known (in 6 days)"))
    #expect(screen(fixture).contains("planned as if at 9:00"))
  }

  @Test func whatIsWrongStandsAtItsLine() {
    var fixture = Self.fixture()
    fixture.press(.control("d"))
    #expect(screen(fixture).contains("! With whom is it?"))
    fixture.type("Contoso")
    #expect(!screen(fixture).contains("!"))
    fixture.press(.enter, .enter)
    #expect(screen(fixture).contains("! no day yet: write it as 3 dec 14:00"))
    fixture.type("3/12")
    #expect(screen(fixture).contains("! “3/12” has two readings, 3 Dec 2026 or 12 Mar 2027"))
    fixture.press(.enter)
    #expect(screen(fixture).contains("! “3/12” has two readings, 3 Dec 2026 or 12 Mar 2027"))
    #expect(fixture.effects.isEmpty)
  }

  @Test func theSameAgainIsSaidAndANearOneIsAskedAbout() {
    var fixture = Self.fixture()
    fixture.type("ac")
    #expect(screen(fixture).contains("acme"))
    fixture.press(.right, .tab)
    // The second round with Acme is on the 29th at 19:00.
    fixture.type("29 nov 19:00")
    fixture.press(.enter)
    #expect(screen(fixture).contains("Acme, round 2 is there already"))
    fixture.press("a")
    fixture.type("Acme")
    fixture.press(.enter)
    fixture.type("30 nov 9:00")
    fixture.press(.enter)
    #expect(screen(fixture).contains("Acme, round 2 is on Sun 29 Nov 19:00 already. What is this?"))
    #expect(screen(fixture).contains("Round 2 moved to Mon 30 Nov 9:00"))
    fixture.press(.escape)
    #expect(screen(fixture).contains("Acme, round 3: Mon 30 Nov 2026, 9:00 (in 7 days)"))
    fixture.press(.enter, .enter)
    guard case .notebook(.moveInterview(let old, let time, let note)) = fixture.effects.first else {
      Issue.record("\(fixture.effects)")
      return
    }
    #expect(old.round == 2 && time.isTimeKnown)
    #expect(note == "Acme, round 2: Mon 30 Nov 2026, 9:00 (in 7 days).")
    fixture.press(.down, .enter)
    guard case .notebook(.addInterview(let new, _)) = fixture.effects.first else {
      Issue.record("\(fixture.effects)")
      return
    }
    #expect(new.round == 3)
  }

  @Test func whatIsTypedIsThereTheNextTime() {
    var fixture = Self.fixture()
    fixture.type("Contoso")
    fixture.press(.tab)
    fixture.type("thu")
    fixture.press(.escape)
    #expect(fixture.drafts.last == ["Contoso", "thu"])
    #expect(screen(fixture).contains("What you typed is there next time."))
    fixture.leftDraft = ["Contoso", "thu"]
    fixture.press("a")
    #expect(screen(fixture).contains("Contoso, round 2: Thu 26 Nov 2026, time not known"))
  }

  @Test func ofAnEmployerOnlyTheTimeIsAsked() {
    var fixture = AppFixture.withNotebook(size: Size(width: 80, height: 24))
    fixture.press("i", .enter, .enter, "a")
    fixture.type("thu 2pm")
    #expect(screen(fixture).contains("Acme, round 3: Thu 26 Nov 2026, 14:00 (in 3 days)"))
  }

  @Test(arguments: GoldenScreenTests.sizes) func looks(_ size: Size) throws {
    let name = "\(size.width)x\(size.height)"
    var fixture = Self.fixture(size)
    fixture.type("Contoso")
    fixture.press(.tab)
    fixture.type("10 dec 10:30")
    try expectScreen(fixture.app.view(), "entry-interview-\(name)")
    for _ in 0..<20 { fixture.press(.backspace) }
    fixture.type("10/12")
    fixture.press(.enter)
    try expectScreen(fixture.app.view(), "entry-interview-two-readings-\(name)")
    fixture.press(.backTab)
    for _ in 0..<20 { fixture.press(.backspace) }
    fixture.type("Acme")
    fixture.press(.tab)
    for _ in 0..<20 { fixture.press(.backspace) }
    fixture.type("sun 20:00")
    fixture.press(.enter)
    try expectScreen(fixture.app.view(), "entry-interview-another-\(name)")
  }
}

extension NewInterviewTests {
  private static func farOff() -> AppFixture {
    var fixture = fixture()
    fixture.type("Contoso")
    fixture.press(.enter)
    fixture.type("10 nov 2pm")
    fixture.press(.enter)
    return fixture
  }

  @Test func aDayFarAheadWithoutAYearIsAskedAbout() {
    var fixture = Self.farOff()
    #expect(fixture.effects.isEmpty)
    let question = screen(fixture)
    #expect(question.contains("“10 nov 2pm” is far off. Which year is it?"), "\(question)")
    #expect(question.contains("10 Nov 2027, in 352 days") && question.contains("2026: it has been"))
    fixture.press(.enter)
    guard case .notebook(.addInterview(_, let note)) = fixture.effects.first else {
      Issue.record("\(fixture.effects)")
      return
    }
    #expect(note == "Contoso, round 2: Wed 10 Nov 2027, 14:00 (in 352 days).")
  }

  @Test func whatHasBeenIsShownBeforeItIsKept() {
    var fixture = Self.farOff()
    fixture.press(.down, .enter)
    #expect(fixture.effects.isEmpty)
    let lines = screen(fixture)
    #expect(lines.contains("10 nov 2pm 2026") && lines.contains("That is past"), "\(lines)")
    fixture = Self.farOff()
    fixture.press(.escape)
    #expect(screen(fixture).contains("10 nov 2pm") && !screen(fixture).contains("Which year"))
  }

  /// Enter is called what it does in the line that one is in.
  @Test func enterGoesToTheNextLineBeforeItKeeps() {
    var fixture = Self.fixture()
    #expect(screen(fixture).contains("Enter next line"))
    fixture.press(.tab)
    #expect(screen(fixture).contains("Enter keep it"))
  }
}
