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
}
