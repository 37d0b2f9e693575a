import Screen
import Testing

@testable import TUI

@Suite struct KeyTableTests {
  /// A key that stands twice in what works at one time would do only the first of the two.
  @Test func noKeyMeansTwoThings() {
    let tables: [[KeyHint]] = [
      HomeScreen.keys.hints(), (PracticeScreen.questionKeys + PracticeScreen.cardKeys).hints(),
      PracticeScreen.speakingKeys.hints(),
      (PracticeScreen.revealKeys + PracticeScreen.cardKeys).hints(), SummaryScreen.keys.hints(),
      WeakScreen.keys.hints(), SettingsScreen.keys.hints(), SettingsScreen.typingKeys.hints(),
      HelpScreen.keys.hints(),
    ]
    for hints in tables {
      let keys = hints.flatMap(\.keys)
      #expect(keys.count == Set(keys).count, "\(keys)")
    }
  }

  @Test func everyKeyHasANameAndAHelp() {
    for section in HelpScreen.sections {
      for hint in section.hints {
        #expect(hint.keys.allSatisfy { !$0.isEmpty } && !hint.help.isEmpty)
      }
    }
  }

  @Test func helpOpensEverywhereAndEscapeGoesBack() {
    var fixture = AppFixture()
    for _ in 0..<3 {
      let before = fixture.app.view()
      fixture.press(.character("?"))
      #expect(
        fixture.app.view().text.contains("Everywhere") || fixture.app.view().text.contains("Home"))
      fixture.press(.escape)
      #expect(fixture.app.view() == before)
      fixture.press(.enter)
    }
  }

  @Test func theFooterAlwaysNamesTheHelp() {
    for width in 30...120 {
      var fixture = AppFixture(size: Size(width: width, height: 24))
      fixture.press(.enter)
      #expect(fixture.app.view().text.hasSuffix("? help"), "\(width)")
    }
  }
}
