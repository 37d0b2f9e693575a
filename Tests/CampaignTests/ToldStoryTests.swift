import Campaign
import Testing

@Suite struct ToldStoryTests {
  private var notebook = Candidate().notebook

  @Test func aLoggedStoryIsToldToThatEmployerOnly() {
    #expect(
      notebook.tellings(to: "acme") == [
        Telling(story: Candidate.rota, interview: Candidate.first, listener: Candidate.manager)
      ])
    #expect(notebook.tellings(to: "Beta").isEmpty)
    #expect(notebook.storiesUntold(to: "Acme").map(\.title) == ["Freezer audit", "Night list"])
    #expect(notebook.storiesUntold(to: "Beta").count == 3)
  }

  @Test mutating func aMarkByHandOfWhatTheLogSaysAddsNothing() {
    notebook.tellings = [
      Telling(story: Candidate.rota, interview: Candidate.first),
      Telling(
        story: Candidate.nightList, interview: Candidate.first, listener: Candidate.peer,
        isWhole: false),
    ]
    #expect(
      notebook.tellings(to: "Acme").map(\.story) == [Candidate.rota, Candidate.nightList])
    #expect(
      notebook.tellings(to: "Acme").map(notebook.words) == [
        "round 1 to Operations manager", "round 1 to Noor, only touched on",
      ])
  }

  @Test func tellingItAgainToTheSameEmployerWarnsAndNamesOneThatFits() throws {
    let warning = try #require(
      notebook.repeatWarning(for: Candidate.rota, to: "Acme", family: "DISA"))
    #expect(warning.story.title == "Rota row")
    #expect(warning.tellings.count == 1)
    #expect(warning.alternatives.map(\.title) == ["Freezer audit"])
  }

  @Test func anotherEmployerHasNotHeardIt() {
    #expect(notebook.repeatWarning(for: Candidate.rota, to: "Beta", family: "DISA") == nil)
    #expect(notebook.repeatWarning(for: Candidate.audit, to: "Acme", family: "CUST") == nil)
  }

  @Test func withoutAFamilyTheStrongestUntoldOneComesFirst() {
    let warning = notebook.repeatWarning(for: Candidate.rota, to: "Acme", family: nil)
    #expect(warning?.alternatives.map(\.title) == ["Freezer audit", "Night list"])
  }

  @Test mutating func theBetterFitGoesBeforeTheStrongerStory() {
    notebook.stories[1].strength = nil
    notebook.stories[0].fits["TEAM"] = .stretch
    #expect(notebook.stories.fitting("TEAM").map(\.title) == ["Night list", "Freezer audit"])
    #expect(notebook.stories.fitting("WHYU").isEmpty)
  }
}
