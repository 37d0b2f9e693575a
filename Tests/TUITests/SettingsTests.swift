import Practice
import Screen
import TestSupport
import Testing

@testable import TUI

@Suite struct SettingsTests {
  @Test func theArrowKeysChangeTheSettingThatIsSelected() {
    var fixture = AppFixture()
    fixture.press(.character(","))
    #expect(fixture.effects == [.loadSettings])
    fixture.showSettings()
    fixture.press(.right)
    #expect(fixture.effects == [.changeSetting("practice.minutes", to: "40")])
    fixture.press(.left)
    #expect(fixture.effects == [.changeSetting("practice.minutes", to: "30")])
    fixture.press(.backspace)
    #expect(fixture.effects == [.changeSetting("practice.minutes", to: nil)])
    fixture.press(.down, .down, .left)
    #expect(fixture.effects.isEmpty)
    fixture.press(.enter)
    #expect(fixture.effects == [.changeSetting("memory.model", to: "fsrs-7")])
    fixture.press(.character("e"))
    #expect(fixture.effects == [.editSettings])
  }

  @Test func aValueIsTypedAndNoCharacterIsACommandMeanwhile() {
    var fixture = AppFixture()
    fixture.showSettings()
    fixture.press(.enter, .control("u"), .character("q"), .character("?"), .character(","))
    #expect(fixture.app.view().text.contains("q?,"))
    fixture.press(.backspace, .enter)
    #expect(fixture.effects == [.changeSetting("practice.minutes", to: "q?")])
    fixture.press(.enter, .character("9"), .escape)
    #expect(fixture.effects.isEmpty)
    #expect(fixture.app.view().text.contains("Settings"))
    fixture.press(.escape)
    #expect(fixture.app.view().text.contains("Enter starts."))
  }

  @Test func aRefusedValueIsSaidAndNothingElseChanges() {
    var fixture = AppFixture()
    fixture.showSettings()
    let before = fixture.app.view()
    _ = fixture.app.update(.failed("“practice.minutes” takes a number from 1 to 240"))
    #expect(fixture.app.view().text.contains("! “practice.minutes” takes"))
    fixture.press(.up)
    #expect(fixture.app.view() == before)
  }

  @Test func whatIsWrongInTheFileIsSaid() {
    var fixture = AppFixture()
    fixture.showSettings(faults: ["config.yaml:3: there is no setting “a.b”"])
    #expect(fixture.app.view().text.contains("! config.yaml:3: there is no setting “a.b”"))
  }

  @Test func theSettingsHoldFromThenOn() {
    var fixture = AppFixture()
    fixture.showSettings()
    fixture.press(.escape, .enter)
    #expect(fixture.app.stage.daily.minutes == 35)
  }

  @Test func aChangedKeyWorksIsShownAndItsOldOneDoesNothing() throws {
    var changes = KeyChanges()
    try changes.set([.character("n")], for: .character("d"))
    try changes.set([.character("x"), .function(1)], for: .character("?"))
    var fixture = AppFixture(size: Size(width: 120, height: 40))
    fixture.showSettings(changes)
    fixture.press(.escape)
    #expect(fixture.app.view().text.contains("n decks"))
    #expect(fixture.app.view().text.hasSuffix("x help"))
    fixture.press(.character("d"))
    #expect(fixture.effects.isEmpty)
    fixture.press(.character("n"))
    #expect(fixture.effects == [.loadDecks])
    fixture.press(.function(1))
    #expect(fixture.app.view().text.contains("n             Browse and search the decks"))
  }

  @Test func noChangeOfKeysReachesATextField() throws {
    var changes = KeyChanges()
    try changes.set([.character("n")], for: .character("d"))
    var fixture = AppFixture()
    fixture.showSettings(changes)
    fixture.press(.enter, .control("u"), .character("d"), .character("n"), .enter)
    #expect(fixture.effects == [.changeSetting("practice.minutes", to: "dn")])
  }
}
