import Campaign
import Screen
import Testing

@testable import TUI

/// Throwing the log of a round away.
@Suite struct LogDiscardTests {
  private var fixture = AppFixture.withNotebook()

  private var screen: String { fixture.app.view().text }

  private mutating func open() {
    fixture.notebook.interviews[0].isLogged = false
    fixture.press("i", .enter, "l")
  }

  @Test mutating func itAsksOnceAndGoesAsAWhole() throws {
    open()
    let told = fixture.notebook.tellings
    fixture.type("Why us?")
    fixture.press(.enter)
    fixture.type("half a li")
    let count = fixture.notebook.entries(of: Number(1)).count
    fixture.press(.control("r"))
    let question = fixture.app.path[fixture.app.top].question?.text ?? ""
    #expect(question.hasPrefix("Throw the log of round 1 away: \(count) questions"))
    #expect(question.hasSuffix(", and what you typed?") && screen.contains("y throw it away"))
    // It is no letter of the line that is typed.
    fixture.press("n")
    #expect(fixture.notebook.entries(of: Number(1)).count == count)
    #expect(screen.contains("half a li"))
    fixture.press(.control("r"), "y")
    #expect(fixture.notebook.entries(of: Number(1)).isEmpty)
    #expect(fixture.notebook.doubts.allSatisfy { $0.raisedIn != Number(1) })
    #expect(fixture.notebook.promises.allSatisfy { $0.interview != Number(1) })
    #expect(fixture.notebook.tellings == told)
    #expect(fixture.drafts.last == [])
    #expect(fixture.app.path.count == 3)
  }

  @Test mutating func whatIsTypedAloneGoesToo() {
    fixture.notebook.entries = []
    fixture.notebook.doubts = []
    fixture.notebook.promises = []
    fixture.notebook.thankYous = []
    open()
    fixture.press(.control("r"))
    #expect(screen.contains("There is nothing to throw away: nothing is logged yet."))
    fixture.type("Why")
    fixture.press(.control("r"), "y")
    #expect(screen.contains("Thrown away."))
    #expect(fixture.drafts.last == [] && fixture.notebook.entries.isEmpty)
  }

  @Test mutating func itIsInTheHelp() {
    open()
    fixture.press(.function(1))
    #expect(screen.contains("Throw the log away, after asking"))
  }
}
