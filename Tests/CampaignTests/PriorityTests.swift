import Campaign
import Decks
import Testing

@Suite struct PriorityTests {
  private var notebook = Candidate().notebook
  private let card = CardID(deck: "star-people", card: "PE-01")
  private let other = CardID(deck: "star-people", card: "PE-09")

  private func priority(_ card: CardID, _ family: String?, for employer: String = "Acme") -> Double
  {
    Priorities(notebook, for: employer, before: 900).priority(of: card, family: family)
  }

  @Test func aCardOfWhichNothingIsKnownCountsOnce() {
    #expect(priority(other, "TEAM", for: "Beta") == 1)
    #expect(priority(other, nil) == 1)
  }

  @Test func whatTheLastRoundDidNotAskCountsMore() {
    #expect(priority(other, "TEAM") == 1.25)
    #expect(priority(card, "CUST") == 1, "its card was asked")
  }

  @Test mutating func aRoundWhoseLogIsUnfinishedSaysNothingOfWhatWasNotAsked() {
    notebook.interviews[0].isLogged = false
    #expect(priority(other, "TEAM") == 1)
  }

  @Test func whatLandedThinCountsMore() { #expect(priority(other, "DISA") == 1.5) }

  @Test mutating func whatLandedWellInTheNextRoundIsNoLongerThin() {
    notebook.interviews[1].isLogged = true
    notebook.entries.append(
      Kept(
        Number(91),
        LogEntry(interview: Candidate.second, text: "Again?").with {
          $0.family = "DISA"
          $0.landed = .strong
        }))
    let later = Priorities(notebook, for: "Acme", before: 1000)
    #expect(later.priority(of: other, family: "DISA") == 1)
    #expect(priority(other, "DISA") == 1.5, "the second round has not been yet")
  }

  @Test mutating func theAdvertAndADoubtCountMore() {
    notebook.requirements = [
      Kept(Number(1), Requirement(employer: "Acme", text: "Teams").with { $0.families = ["CUST"] })
    ]
    #expect(priority(card, "CUST") == 1.5)
    notebook.requirements[0].families = []
    notebook.requirements[0].cards = [other]
    #expect(priority(card, "CUST") == 1)
    #expect(priority(other, nil) == 1.5)
    notebook.doubts = [
      Kept(Number(1), Doubt(employer: "Acme", text: "budget").with { $0.card = other })
    ]
    #expect(priority(other, nil) == 3)
    notebook.doubts[0].timesSaidWell = 2
    #expect(priority(other, nil) == 1.5)
  }

  @Test mutating func noCardCountsMoreThanFourTimes() {
    notebook.requirements = [
      Kept(Number(1), Requirement(employer: "Acme", text: "Rows").with { $0.families = ["DISA"] })
    ]
    notebook.doubts = [
      Kept(Number(1), Doubt(employer: "Acme", text: "rows").with { $0.family = "DISA" })
    ]
    let priorities = Priorities(notebook, for: "Acme", before: 900)
    #expect(
      priorities.reasons(for: other, family: "DISA") == [.inAdvert, .landedThin, .openDoubt])
    #expect(priorities.priority(of: other, family: "DISA") == 4)
  }

  @Test func theFactorsAreThoseDecided() {
    #expect(Priorities.Reason.allCases.map(\.factor) == [1.5, 1.25, 1.5, 2])
  }
}
