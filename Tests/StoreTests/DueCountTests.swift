import Decks
import Practice
import Scheduler
import Testing

@testable import Store

/// What the counts say is what a session takes for due.
@Suite struct DueCountTests {
  private let fixture = StoreFixture()

  /// Random grades within a few days, looked at from every hour of the days after.
  @Test(arguments: ModelName.allCases, 1...6 as ClosedRange<UInt64>)
  func countsAgreeWithTheRule(name: ModelName, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let store = try fixture.open(schedule: Schedule(model: name.model))
    let names = (0..<12).map(String.init)
    try StoreFixture.index([StoreFixture.deck(cards: names)], in: store)
    for _ in 0..<50 {
      let grade = Grade(rawValue: Int.random(in: 1...4, using: &generator)) ?? .good
      var grading = StoreFixture.grading(names[Int.random(in: 0..<12, using: &generator)], grade)
      grading.moment.time = grading.moment.time.adding(days: 4 * generator.unit())
      _ = try store.record(grading)
    }
    try store.setBuried(
      CardID(deck: "d", card: "3"), until: StoreFixture.noon(day: 6).day(startHour: 4))
    var counts: Set<Int> = []
    for hour in 0..<120 {
      var moment = StoreFixture.noon(day: 3)
      moment.time = moment.time.adding(minutes: Double(hour) * 60)
      moment.utcOffset = -5 * 3600
      let prospects = try store.prospects(at: moment, competencies: Competencies(families: []))
      let due = prospects.count { !$0.isBuried && store.schedule.isDue($0, at: moment) }
      let listed = try StoreFixture.listings(CardFilter(deck: "d"), in: store, at: moment).count(
        where: \.isDue)
      #expect(try store.waiting(at: moment).due == due, "seed \(seed), hour \(hour)")
      #expect(listed == prospects.count { store.schedule.isDue($0, at: moment) })
      counts.insert(due)
    }
    #expect(counts.count > 2, "seed \(seed)")
  }
}
