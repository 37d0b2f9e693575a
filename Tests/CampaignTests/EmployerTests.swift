import Campaign
import Decks
import Testing

@Suite struct EmployerTests {
  private var notebook = Candidate().notebook

  @Test func aFactIsStaleOnceItsShelfLifeIsOver() {
    let fact = Fact(employer: "Acme", topic: .news, text: "A new site", day: 100)
    #expect(fact.shelfLife == 14)
    #expect(!fact.isStale(on: 114))
    #expect(fact.isStale(on: 115))
    #expect(!fact.isStale(on: 90), "a fact of the future is new")
  }

  @Test func aDoubtIsOpenUntilSaidWellTwice() {
    var doubt = Doubt(employer: "Acme", text: "budget size")
    #expect(doubt.isOpen)
    #expect(doubt.gap == "no evidence, no story")
    doubt.evidence = "managed 180k"
    #expect(doubt.gap == "no story")
    doubt.timesSaidWell = 1
    #expect(doubt.isOpen)
    doubt.timesSaidWell = 2
    #expect(!doubt.isOpen)
    doubt.timesSaidWell = 0
    doubt.isClosed = true
    #expect(!doubt.isOpen)
  }

  @Test func anAdvertFallsIntoItsLines() {
    let advert = """
      You bring:

        • calm under pressure
      - \t5 years of leading a team \r
      """
    #expect(
      Requirement.lines(of: advert) == [
        "You bring:", "calm under pressure", "5 years of leading a team",
      ])
  }

  @Test mutating func aRequirementWithoutAStoryIsAGap() {
    notebook.requirements = [
      Kept(
        Number(1), Requirement(employer: "Acme", text: "customers").with { $0.families = ["CUST"] }),
      Kept(
        Number(2), Requirement(employer: "Acme", text: "influence").with { $0.families = ["INFL"] }),
      Kept(Number(3), Requirement(employer: "Acme", text: "not marked yet")),
      Kept(
        Number(4), Requirement(employer: "Beta", text: "elsewhere").with { $0.families = ["INFL"] }),
    ]
    #expect(notebook.gaps(at: "Acme").map(\.text) == ["influence"])
    notebook.stories[0].fits["INFL"] = .stretch
    #expect(notebook.gaps(at: "Acme").map(\.text) == ["influence"])
    notebook.stories[0].fits["INFL"] = .workable
    #expect(notebook.gaps(at: "Acme").isEmpty)
  }

  @Test mutating func criteriaAreTheSameForEachEmployer() {
    notebook.criteria = [
      Kept(Number(1), Criterion(text: "a mentor").with { $0.weight = .nice }),
      Kept(Number(2), Criterion(text: "weekends off").with { $0.weight = .must }),
      Kept(Number(3), Criterion(text: "unpaid overtime").with { $0.weight = .walkAway }),
    ]
    notebook.verdicts = [Verdict(criterion: Number(2), employer: "Acme", state: .yes)]
    #expect(notebook.openCriteria(at: "acme").map(\.text) == ["unpaid overtime", "a mentor"])
    #expect(notebook.openCriteria(at: "Beta").count == 3)
    #expect(notebook.verdicts(on: "Acme").map(\.verdict.state) == [.open, .yes, .open])
  }

  @Test func familiesNobodyAskedAboutAreThoseOfAFinishedLog() {
    let codes = Candidate.families.map(\.code)
    let rounds = notebook.interviews
    #expect(notebook.familiesNotAsked(in: rounds[0], of: codes) == ["TEAM", "INFL", "CUST"])
    #expect(notebook.familiesNotAsked(in: rounds[1], of: codes).isEmpty)
  }

  @Test func theNextInterviewIsTheEarliestAhead() {
    #expect(notebook.nextInterview(after: 100)?.id == Candidate.beta)
    #expect(notebook.nextInterview(with: "ACME", after: 100)?.id == Candidate.second)
    #expect(notebook.nextInterview(after: 900) == nil)
  }
}
