import Campaign
import Testing

@Suite struct ChoreTests {
  private var notebook = Notebook()

  init() {
    notebook.employers = [Employer(name: "Acme"), Employer(name: "Beta")]
    notebook.interviews = [
      Kept(Number(1), Interview(employer: "Acme", round: 1, startsAt: 100)),
      Kept(Number(2), Interview(employer: "Acme", round: 2, startsAt: 900)),
      Kept(Number(3), Interview(employer: "Beta", round: 1, startsAt: 950)),
    ]
  }

  private func chores(of employer: String = "acme", at time: Int64 = 500) -> [String] {
    notebook.chores(for: employer, at: time, today: 1000).map(\.words)
  }

  @Test mutating func whatIsPressingComesFirst() {
    notebook.promises = [
      Kept(Number(1), Promise(interview: Number(1), text: "a")),
      Kept(Number(2), Promise(interview: Number(1), text: "b").with { $0.isKept = true }),
      Kept(Number(3), Promise(interview: Number(1), text: "c")),
      Kept(Number(4), Promise(interview: Number(3), text: "d")),
    ]
    notebook.thankYous = [Kept(Number(1), ThankYou(interview: Number(1), text: "the tour"))]
    notebook.facts = [
      Kept(Number(1), Fact(employer: "Acme", text: "old", day: 10)),
      Kept(Number(2), Fact(employer: "Acme", text: "new", day: 999)),
    ]
    notebook.doubts = [
      Kept(Number(1), Doubt(employer: "Acme", text: "age")),
      Kept(
        Number(2),
        Doubt(employer: "Acme", text: "pay").with {
          $0.evidence = "e"
          $0.story = Number(1)
        }),
      Kept(Number(3), Doubt(employer: "Acme", text: "gone").with { $0.isClosed = true }),
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
