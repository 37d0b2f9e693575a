import Campaign
import Testing

@Suite struct InterviewTests {
  private let kept = [
    Interview(id: Number(1), employer: "Acme", round: 2, startsAt: 100),
    Interview(id: Number(2), employer: "acme", round: 3, startsAt: 300),
    Interview(id: Number(3), employer: "Beta", round: 1, startsAt: 200),
  ]

  @Test func whoSaysNothingOfTheFirstRoundIsCalledBackForTheSecond() {
    #expect(kept.nextRound(with: "Gamma") == 2)
    #expect([Interview]().nextRound(with: "Acme") == 2)
  }

  @Test func oneMoreInterviewIsTheRoundAfterTheLatest() {
    #expect(kept.nextRound(with: "ACME") == 4)
    #expect(kept.nextRound(with: "Beta") == 2)
  }
}
