import Decks
import Practice
import Scheduler
import Testing

@Suite struct PriorityTests {
  private let schedule = Schedule(model: FSRS6())
  private let now = Moment(time: Timestamp(milliseconds: 1_790_000_000_000), utcOffset: 0)

  private func prospect(_ name: String, daysAgo: Double?, priorities: [Double] = [1]) -> Prospect {
    var prospect = Prospect(
      id: CardID(deck: "d", card: name), kind: .star, family: "A", isCore: true, isWeak: true)
    prospect.priorities = priorities
    prospect.memory = daysAgo.map {
      schedule.memory(
        after: .good, at: Moment(time: now.time.adding(days: -$0), utcOffset: 0), from: nil)
    }
    return prospect
  }

  private var soon: Timestamp { now.time.adding(days: 3) }

  private func recall(_ prospect: Prospect) throws -> Double {
    schedule.model.retrievability(of: try #require(prospect.memory), at: soon)
  }

  @Test func readinessWeighsByWhatMattersForTheNextInterview() throws {
    let seen = prospect("1", daysAgo: 1, priorities: [4, 1])
    let unseen = prospect("2", daysAgo: nil, priorities: [1, 4])
    let readiness = Readiness(
      of: [seen, unseen], at: soon, model: schedule.model, families: ["A"])
    #expect(abs(readiness.whole - 4 * (try recall(seen)) / 5) < 1e-12)
  }

  @Test func beforeAnInterviewTheWeakestIsWhatWouldBeMissedMost() throws {
    let older = prospect("older", daysAgo: 9)
    let newer = prospect("newer", daysAgo: 4, priorities: [4])
    #expect(try recall(older) < recall(newer))
    var request = SessionRequest()
    request.weakOnly = true
    func order(_ days: [Double]) -> [String] {
      SessionPlan.items(
        from: [older, newer], standings: [], for: request, at: now, schedule: schedule,
        appointments: appointments(days, from: now)
      ).map(\.card.card)
    }
    #expect(order([soon.days(since: now.time)]) == ["newer", "older"])
    #expect(order([]) == ["older", "newer"], "without an interview there is nothing to matter for")
  }

  @Test func aPlanTakesFirstWhatMattersMore() {
    let cards = (1...6).map { prospect("\($0)", daysAgo: nil, priorities: [$0 == 5 ? 4 : 1]) }
    let request = PlanRequest(
      for: cards, to: [InterviewTime(soon)], minutesPerDay: 8, at: now, schedule: schedule)
    #expect(Planner.today(request, model: schedule.model).first == 4)
    #expect(!Planner.plan(request, model: schedule.model).willNotFit.contains(4))
  }
}
