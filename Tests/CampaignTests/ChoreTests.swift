import Campaign
import Testing

@Suite struct ChoreTests {
  private var notebook = Notebook()

  init() {
    notebook.employers = [Employer(name: "Acme"), Employer(name: "Beta")]
    notebook.interviews = [
      Interview(id: Number(1), employer: "Acme", round: 1, startsAt: 100),
      Interview(id: Number(2), employer: "Acme", round: 2, startsAt: 900),
      Interview(id: Number(3), employer: "Beta", round: 1, startsAt: 950),
    ]
  }

  private func chores(of employer: String = "acme", at time: Int64 = 500) -> [String] {
    notebook.chores(for: employer, at: time, today: 1000).map(\.words)
  }

  @Test mutating func whatIsPressingComesFirst() {
    notebook.promises = [
      Promise(interview: Number(1), text: "a"),
      Promise(interview: Number(1), text: "b", isKept: true),
      Promise(interview: Number(1), text: "c"), Promise(interview: Number(3), text: "d"),
    ]
    notebook.thankYous = [ThankYou(interview: Number(1), text: "the tour")]
    notebook.facts = [
      Fact(employer: "Acme", text: "old", day: 10), Fact(employer: "Acme", text: "new", day: 999),
    ]
    notebook.doubts = [
      Doubt(employer: "Acme", text: "age"),
      Doubt(employer: "Acme", text: "pay", evidence: "e", story: Number(1)),
      Doubt(employer: "Acme", text: "gone", isClosed: true),
    ]
    #expect(
      chores() == [
        "log round 1", "keep 2 promises", "send a thank-you", "check 1 stale fact",
        "find proof against 1 doubt",
      ])
  }

  @Test mutating func nothingIsToDoBeforeARoundOrAfterItsLog() {
    #expect(chores(at: 50) == [])
    #expect(chores(of: "Beta") == [], "what is to do for one is not for another")
    #expect(chores() == ["log round 1"])
    notebook.interviews[0].isLogged = true
    #expect(chores() == [])
  }
}
