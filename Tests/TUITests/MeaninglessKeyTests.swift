import Screen
import Testing

@testable import TUI

/// What is said where a key does nothing.
@Suite struct MeaninglessKeyTests {
  private func notice(_ fixture: AppFixture) -> String? { fixture.app.stage.notice?.text }

  @Test func aLetterThatDoesNothingSaysOnceWhereTheKeysAre() {
    var fixture = AppFixture.withNotebook()
    fixture.press("z")
    #expect(notice(fixture) == "z does nothing here; ? shows the keys.")
    fixture.press("z")
    #expect(notice(fixture) == nil)
    fixture.press("v")
    #expect(notice(fixture) == nil)
    // On another screen it is said again, once.
    fixture.press("s", "z")
    #expect(notice(fixture) == "z does nothing here; ? shows the keys.")
    fixture.press("z")
    #expect(notice(fixture) == nil)
  }

  /// A key that the screen knows says each time what is missing for it.
  @Test func aKeyThatIsImpossibleJustNowSaysWhy() {
    var fixture = AppFixture(size: Size(width: 80, height: 24))
    for _ in 0..<2 {
      fixture.press("b")
      #expect(notice(fixture) == "There is no interview to be brief about; i sets a date.")
    }
    #expect(!fixture.app.view().text.contains("b brief"))
    fixture.take(.deleted([]))
    fixture.press(.enter)
    #expect(notice(fixture) == "Nothing is deleted.")
    fixture.press(.escape)
    fixture.take(.plan(AppFixture.plan(inDays: nil, isDone: true)))
    fixture.press("o")
    #expect(notice(fixture) == "No interview is planned.")
    fixture.press("p")
    #expect(notice(fixture) == "Today is done.")
    fixture.press(.escape)
    fixture.take(.conflicts([.line], nil))
    fixture.press(.right)
    #expect(notice(fixture) == "There is no other.")
    fixture.press("9")
    #expect(notice(fixture) == "No wording has that number.")
  }

  @Test func whatIsNoLetterSaysNothing() {
    var fixture = AppFixture.withNotebook()
    for key: Key in ["9", "*", .function(5), .control("g"), .backspace] {
      fixture.press(key)
      #expect(notice(fixture) == nil, "\(key)")
    }
  }

  @Test func inTextAndInTheHelpNothingIsSaid() {
    var fixture = AppFixture.withNotebook()
    fixture.press(":", "z")
    #expect(notice(fixture) == nil)
    fixture.press(.escape, "?", "z")
    #expect(notice(fixture) == nil)
  }

  @Test func aKeyThatWasMovedAwayDoesNothingEither() throws {
    var changes = KeyChanges()
    try changes.set([.character("n")], for: .character("d"))
    var fixture = AppFixture.withNotebook()
    fixture.showSettings(changes)
    fixture.press(.escape, "d")
    #expect(notice(fixture) == "d does nothing here; ? shows the keys.")
  }
}
