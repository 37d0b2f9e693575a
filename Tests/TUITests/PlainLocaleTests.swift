import Campaign
import Screen
import Testing

@testable import TUI

/// Screens in a locale that has no signs but those of ASCII.
@Suite struct PlainLocaleTests {
  /// All screens that a walk leads to, as they are drawn there.
  private func walk(_ size: Size) -> [Canvas] {
    var fixture = AppFixture.withNotebook(size: size)
    fixture.app.stage.hasSigns = false
    var canvases: [Canvas] = []
    for keys: [Key] in [
      [], ["?"], [.tab], ["w"], [.escape], [":"], [.escape], ["s"], ["a"], [.tab, .tab, .tab],
      [.function(1)], [.escape, .escape, .escape], ["i"], [.enter], [.enter],
      [.escape, .escape, .escape],
      [.enter], [" "], [.enter], ["b"], ["p"], ["?"], [.escape, .escape],
    ] {
      for key in keys { fixture.press(key) }
      canvases.append(fixture.app.view().inPlainSigns)
    }
    fixture.take(.progress(AppFixture.someProgress))
    for digit in "1234567" {
      fixture.press(.character(digit))
      canvases.append(fixture.app.view().inPlainSigns)
    }
    return canvases
  }

  @Test(arguments: GoldenScreenTests.sizes) func nothingButASCIIIsDrawn(_ size: Size) {
    for canvas in walk(size) {
      let others = Set(canvas.text.unicodeScalars.filter { !$0.isASCII })
      #expect(others.isEmpty, "\(others) in\n\(canvas.text)")
    }
  }

  @Test func arrowsAreNamedWhereTheyAreKeys() {
    var fixture = AppFixture.withNotebook()
    fixture.app.stage.hasSigns = false
    fixture.press(":")
    let footer = fixture.app.view().inPlainSigns.text.split(separator: "\n").last ?? ""
    #expect(footer.contains("Down Up choose"), "\(footer)")
    fixture.press(.escape, "?")
    fixture.press(.tab)
    #expect(!fixture.app.view().text.contains("↓ "))
  }
}
