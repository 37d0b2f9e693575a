import Screen
import Testing

@testable import TUI

/// What was done last is named before it is taken back.
@Suite struct UndoScreenTests {
  @Test func uAtHomeNamesWhatWasDoneAndYTakesItBack() {
    var fixture = AppFixture()
    fixture.press(.character("u"))
    #expect(fixture.effects == [.nameLastAction])
    fixture.take(.lastAction(["the deletion of the employer “Acme”"]))
    #expect(fixture.app.view().text.contains("The deletion of the employer “Acme”."))
    fixture.press(.character("n"))
    #expect(
      !fixture.effects.contains(.takeLastActionBack(named: ["the deletion of the employer “Acme”"]))
    )
    #expect(!fixture.app.view().text.contains("Acme"))

    fixture.take(.lastAction(["the deletion of the employer “Acme”"]))
    fixture.press(.character("y"))
    #expect(
      fixture.effects == [.takeLastActionBack(named: ["the deletion of the employer “Acme”"])])
    fixture.take(.lastAction(["the change of the story “Rota”"]))
    #expect(fixture.app.view().text.contains("The change of the story “Rota”."))
    #expect(fixture.app.view().text.contains("look again"))
    fixture.take(.tookBack(["brought back the employer “Acme”"]))
    #expect(fixture.effects.contains(.loadHome))
    #expect(fixture.app.view().text.contains("Done: brought back the employer “Acme”."))
  }

  @Test func whereThereIsNothingItIsSaid() {
    var fixture = AppFixture()
    fixture.press(.character("u"))
    fixture.take(.lastAction(nil))
    #expect(fixture.app.view().text.contains("There is nothing to take back."))
  }

  @Test func whatWasDeletedIsListedByFAndComesBack() {
    var fixture = AppFixture.withNotebook(size: Size(width: 80, height: 24))
    fixture.press("i")
    fixture.press("f")
    #expect(fixture.effects.contains(.loadDeleted))
    fixture.take(.deleted([AppFixture.deleted]))
    #expect(fixture.app.view().text.contains("2026-11-27 09:14  the story “Depot”"))
    fixture.press(.enter)
    #expect(fixture.effects.contains(.notebook(.bringBack(AppFixture.deleted))))
    fixture.take(.deleted([]))
    #expect(fixture.app.view().text.contains("Nothing was deleted."))
  }
}

extension AppFixture {
  static let deleted = DeletedThing(
    table: "stories", name: "0000000000000001", title: "the story “Depot”",
    time: "2026-11-27 09:14")
}
