import Campaign
import Testing

@Suite struct InterviewTests {
  private let kept = [
    Kept(Number(1), Interview(employer: "Acme", round: 2, startsAt: 100)),
    Kept(Number(2), Interview(employer: "acme", round: 3, startsAt: 300)),
    Kept(Number(3), Interview(employer: "Beta", round: 1, startsAt: 200)),
  ]

  @Test func whoSaysNothingOfTheFirstRoundIsCalledBackForTheSecond() {
    #expect(kept.nextRound(with: "Gamma") == 2)
    #expect([Kept<Interview>]().nextRound(with: "Acme") == 2)
  }

  @Test func aLogOfTheRoundAsItWasTakesNoChangeBack() {
    var now = kept[0].thing
    (now.startsAt, now.notAsked) = (500, ["pay"])
    var logged = kept[0].thing
    (logged.isLogged, logged.notAsked) = (true, ["the team", "pay"])
    var both = now
    (both.isLogged, both.notAsked) = (true, ["pay", "the team"])
    #expect(now.taking(logOf: logged) == both)
    #expect(both.taking(logOf: kept[0].thing) == both)
  }

  @Test func oneMoreInterviewIsTheRoundAfterTheLatest() {
    #expect(kept.nextRound(with: "ACME") == 4)
    #expect(kept.nextRound(with: "Beta") == 2)
  }

  @Test func theRoundThatIsMissingIsTheFirstBeforeTheNext() {
    var notebook = Notebook()
    func round(_ number: Int, at time: Int64) -> Kept<Interview> {
      Kept(
        Number(Int64(number)), Interview(employer: "Acme", round: number, startsAt: time))
    }
    #expect(notebook.missingRound(with: "Acme", at: 100) == nil)
    notebook.interviews = [round(2, at: 200)]
    #expect(notebook.missingRound(with: "acme", at: 100) == 1)
    #expect(notebook.missingRound(with: "Beta", at: 100) == nil)
    #expect(notebook.missingRound(with: "Acme", at: 300) == nil, "nothing is ahead")
    notebook.interviews = [round(1, at: 50), round(3, at: 200)]
    #expect(notebook.missingRound(with: "Acme", at: 100) == 2)
    notebook.interviews = [round(1, at: 150), round(2, at: 200)]
    #expect(notebook.missingRound(with: "Acme", at: 100) == nil)
  }
}
