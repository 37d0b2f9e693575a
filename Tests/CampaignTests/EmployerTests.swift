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

  @Test mutating func theMostOverdueFactComesFirst() {
    notebook.facts = [
      Fact(employer: "Acme", text: "late", day: 0, shelfLife: 90),
      Fact(employer: "Acme", text: "later", day: 0, shelfLife: 10),
      Fact(employer: "Acme", text: "fresh", day: 95, shelfLife: 10),
      Fact(employer: "Beta", text: "elsewhere", day: 0, shelfLife: 1),
    ]
    #expect(notebook.staleFacts(on: "Acme", today: 100).map(\.text) == ["later", "late"])
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
      Requirement(employer: "Acme", text: "customers", families: ["CUST"]),
      Requirement(employer: "Acme", text: "influence", families: ["INFL"]),
      Requirement(employer: "Acme", text: "not marked yet"),
      Requirement(employer: "Beta", text: "elsewhere", families: ["INFL"]),
    ]
    #expect(notebook.gaps(at: "Acme").map(\.text) == ["influence"])
    notebook.stories[0].fits["INFL"] = .stretch
    #expect(notebook.gaps(at: "Acme").map(\.text) == ["influence"])
    notebook.stories[0].fits["INFL"] = .workable
    #expect(notebook.gaps(at: "Acme").isEmpty)
  }

  @Test mutating func criteriaAreTheSameForEachEmployer() {
    notebook.criteria = [
      Criterion(id: Number(1), text: "a mentor", weight: .nice),
      Criterion(id: Number(2), text: "weekends off", weight: .must),
      Criterion(id: Number(3), text: "unpaid overtime", weight: .walkAway),
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
