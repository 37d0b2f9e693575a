import Screen
import Testing

@testable import TUI

@Suite struct KeyTableTests {
  @Test func helpOpensEverywhereAndEscapeGoesBack() {
    var fixture = AppFixture()
    for _ in 0..<3 {
      let before = fixture.app.view()
      fixture.press(.character("?"))
      #expect(fixture.app.view().text.contains("Everywhere"))
      fixture.press(.escape)
      #expect(fixture.app.view() == before)
      fixture.press(.enter)
    }
  }

  @Test func everyTopicIsFoundByItsNameHoweverItIsWritten() {
    for topic in HelpTopic.all {
      #expect(HelpTopic.named(topic.name.uppercased())?.title == topic.title)
      #expect(topic.paragraphs.allSatisfy { !$0.isEmpty && $0.count < 600 })
    }
    #expect(HelpTopic.named("nonsense") == nil)
  }

  /// The way out and the help end one column before the edge, wherever one is and however wide the
  /// window.
  @Test func theFooterAlwaysNamesTheWayOutAndTheHelp() {
    for width in Frame.smallest.width...120 {
      var fixture = AppFixture(size: Size(width: width, height: 24))
      func footer() -> String {
        let last = fixture.app.view().text.split(separator: "\n").last ?? ""
        return String(last.drop { $0 == " " }.count < 3 ? "" : last)
      }
      let (quit, back) =
        width < 60 ? ("q quit  ?", "Esc  ?") : ("q quit  ? help", "Esc back  ? help")
      #expect(footer().hasSuffix(quit) && footer().count == width - 1, "\(width)")
      fixture.press(.enter)
      #expect(footer().hasSuffix(back) && footer().count == width - 1, "\(width)")
    }
  }

  @Test func theFooterNamesNoKeyThatIsText() {
    var fixture = AppFixture()
    fixture.showCards(deck: nil)
    #expect(fixture.app.view().text.hasSuffix("Esc end search F1 help"))
  }

  @Test func redrawingWorksWhileSearching() {
    var fixture = AppFixture()
    fixture.showCards(deck: nil)
    fixture.press(.control("l"))
    #expect(fixture.effects == [.redraw])
  }
}
