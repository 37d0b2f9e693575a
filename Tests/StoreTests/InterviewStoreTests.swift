import Campaign
import Practice
import Scheduler
import Store
import Testing

@Suite struct InterviewStoreTests {
  private let fixture = StoreFixture()

  private func interview(_ employer: String, day: Int, round: Int = 2) -> Interview {
    Interview(
      employer: employer, round: round,
      startsAt: StoreFixture.noon(day: day).time.milliseconds)
  }

  @Test func interviewsAreKeptTheEarliestFirst() throws {
    let store = try fixture.open()
    let later = try store.add(interview("Acme", day: 9))
    let sooner = try store.add(interview("Beta", day: 2, round: 3))
    #expect(later.id != sooner.id)
    #expect(try fixture.open().interviews() == [sooner, later])
  }

  @Test func onlyThoseThatHaveNotBegunLieAhead() throws {
    let store = try fixture.open()
    _ = try store.add(interview("Acme", day: 0))
    let next = try store.add(interview("Acme", day: 3))
    #expect(try store.interviews(after: StoreFixture.noon(day: 0).time) == [next])
    #expect(try store.interviews(after: StoreFixture.noon(day: 3).time).isEmpty)
  }

  @Test func aDeletedInterviewIsGoneAndTheOthersStay() throws {
    let store = try fixture.open()
    let gone = try store.add(interview("Acme", day: 1))
    let stays = try store.add(interview("Beta", day: 1))
    try store.delete([Item(gone), Item(Kept(Number(4711), gone.thing))])
    #expect(try store.interviews() == [stays])
  }

  /// A database of the first release has no interviews; its reviews stay.
  @Test func anOlderDatabaseIsBroughtUpToDate() throws {
    try fixture.makeOlder(upTo: "3", StoreFixture.oneReview)
    let reopened = try fixture.open()
    #expect(try reopened.interviews().isEmpty)
    #expect(try reopened.reviewCount() == 1)
  }
}
