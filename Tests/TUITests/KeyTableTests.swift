import Screen
import Testing

@testable import TUI

@Suite struct KeyTableTests {
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

  @Test func theHelpKeyTurnsFromTheKeysToTheMethodAndBack() {
    var fixture = AppFixture()
    let home = fixture.app.view()
    fixture.press(.character("?"))
    let keys = fixture.app.view()
    fixture.press(.character("?"), .end)
    #expect(fixture.app.view().text.contains(HelpTopic.all[0].title))
    fixture.press(.character("?"))
    #expect(fixture.app.view() == keys)
    fixture.press(.escape)
    #expect(fixture.app.view() == home)
  }

  @Test func everyTopicIsFoundByItsNameHoweverItIsWritten() {
    for topic in HelpTopic.all {
      #expect(HelpTopic.named(topic.name.uppercased())?.title == topic.title)
      #expect(topic.paragraphs.allSatisfy { !$0.isEmpty && $0.count < 600 })
    }
    #expect(HelpTopic.named("nonsense") == nil)
  }

  @Test func theFooterAlwaysNamesTheWayOutAndTheHelp() {
    for width in Frame.smallest.width...120 {
      var fixture = AppFixture(size: Size(width: width, height: 24))
      let help = width < 60 ? "?" : "? help"
      #expect(fixture.app.view().text.hasSuffix("q quit  \(help)"), "\(width)")
      fixture.press(.enter)
      #expect(fixture.app.view().text.hasSuffix("Esc back  \(help)"), "\(width)")
    }
  }

  @Test func theFooterNamesNoKeyThatIsText() {
    var fixture = AppFixture()
    fixture.showCards(deck: nil)
    #expect(fixture.app.view().text.hasSuffix("Enter to the list  Esc end search"))
  }

  @Test func redrawingWorksWhileSearching() {
    var fixture = AppFixture()
    fixture.showCards(deck: nil)
    fixture.press(.control("l"))
    #expect(fixture.effects == [.redraw])
  }

  @Test func helpIsLaidOutAnewInAnotherWindowAndStaysWithinIt() {
    var fixture = AppFixture(size: Size(width: 40, height: 12))
    fixture.press(.character("?"))
    for _ in 0..<800 { fixture.press(.down) }
    #expect(fixture.app.view().text.contains("fg"))
    fixture.send(.resize(Size(width: 100, height: 20)))
    var other = AppFixture(size: Size(width: 100, height: 20))
    other.press(.character("?"))
    for _ in 0..<800 { other.press(.down) }
    #expect(fixture.app.view() == other.app.view())
    fixture.press(.up)
    other.press(.up)
    #expect(fixture.app.view() == other.app.view())
  }
}
