import Campaign
import Testing

@Suite struct InterviewTests {
  @Test func theNextInterviewIsTheFirstThatHasNotBegun() {
    let past = Interview(employer: "Acme", round: 1, startsAt: 100)
    let soon = Interview(employer: "Beta", round: 1, startsAt: 300)
    let later = Interview(employer: "Acme", round: 2, startsAt: 400)
    #expect([later, past, soon].next(after: 200) == soon)
    #expect([later, past, soon].next(after: 300) == later)
    #expect([past].next(after: 200) == nil)
  }
}
