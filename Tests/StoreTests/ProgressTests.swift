import Decks
import FoundationEssentials
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

@Suite struct ProgressTests {
  private let now = StoreFixture.noon(day: 40)

  private func tally(_ store: Store) throws -> ProgressTally {
    try store.progress(of: [], at: now, families: [])
  }

  /// What is kept of each card, which has to be just what its reviews come to.
  private func histories(_ fixture: StoreFixture) throws -> [String: Data] {
    try DatabaseQueue(path: fixture.location.database).read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT card, reviews FROM histories")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Data) })
    }
  }

  @Test func aReviewIsUnpackedAsItWasPacked() {
    let review = PastReview(
      time: StoreFixture.noon(day: 3).time, day: Day(number: 20_783), grade: .hard,
      expected: 0.8125, state: MemoryState(stability: 12.5, fastStability: 0.75, difficulty: 5.25),
      duration: 94_000, confidence: 4, marks: StoryMarks(Profile(ticks: [.s1, .a1, .r1])))
    var first = review
    first.expected = nil
    first.duration = nil
    first.confidence = nil
    first.marks = nil
    // Late at night in Kiribati, and its day began there while it was the day before in UTC.
    first.day = Day(number: 20_781)
    var bytes: [UInt8] = []
    for review in [first, review] { HistoryRecord.append(review, to: &bytes) }
    #expect(bytes.count == 2 * HistoryRecord.size)
    var reviews: [PastReview] = []
    bytes.withUnsafeBytes { HistoryRecord.reviews(in: $0, into: &reviews) }
    #expect(reviews == [first, review])
    // Half a record is none.
    bytes.dropLast().withUnsafeBytes { HistoryRecord.reviews(in: $0, into: &reviews) }
    #expect(reviews == [first])
  }

  /// Whatever comes and goes, what is brought up to date bit by bit is what all reviews come to.
  @Test(arguments: UInt64(1)...8) func keptHistoriesAreThoseOfAllReviews(seed: UInt64) throws {
    let fixture = StoreFixture()
    let store = try fixture.open()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let grading = StoreFixture.grading(
          ["A", "B", "C"].randomElement(using: &generator) ?? "A",
          Grade.allCases.randomElement(using: &generator) ?? .good,
          day: Int.random(in: 0...40, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: _ = try store.undoLast(at: now)
        case 1: try store.record([grading, grading])
        case 2: _ = try store.add([grading])
        default: _ = try store.record(grading)
        }
      }
      _ = try tally(store)
      let kept = try histories(fixture)
      try store.rebuildMemory()
      #expect(try histories(fixture) == kept, "seed \(seed)")
    }
  }

  @Test func historiesFollowTheSchedule() throws {
    let fixture = StoreFixture()
    let store = try fixture.open()
    for day in [0, 3, 20] { _ = try store.record(StoreFixture.grading("A", .good, day: day)) }
    let before = try tally(store).recall
    let other = try fixture.open(schedule: Schedule(model: FSRS7()))
    let after = try tally(other).recall
    #expect(before.whole.answers == 2 && after.whole.answers == 2)
    #expect(before.whole.expected != after.whole.expected)
    #expect(try tally(fixture.open()).recall == before)
  }

  @Test func attemptsSayHowSureThePersonWasAndHowTheStoryWas() throws {
    let fixture = StoreFixture()
    let store = try fixture.open()
    for day in [38, 39] {
      let grading = StoreFixture.grading("A", .again, day: day)
      var attempt = Attempt(card: grading.card, kind: .star, moment: grading.moment)
      attempt.confidence = 4
      attempt.setTicks([.s1, .a1, .r1], byThePerson: day == 39)
      _ = try store.record(grading, for: attempt)
    }
    var rebuild = Attempt(
      card: CardID(deck: "d", card: "A"), kind: .star, moment: StoreFixture.noon(day: 37),
      purpose: .rebuild)
    rebuild.duration = 30_000
    _ = try store.keep(rebuild)
    let tally = try tally(store)
    #expect(tally.calibration.answers == [0, 0, 0, 2])
    #expect(tally.calibration.misses == [0, 0, 0, 2])
    #expect(tally.profiles.weeks.last?.stories == 1)
    #expect(tally.profiles.weeks.last?[.situation] == 2)
    #expect(tally.days.practised.map(\.total.answers) == [1, 1, 1])
    #expect(tally.days.sum.milliseconds == 210_000)
    _ = try store.undoLast(at: now)
    #expect(try self.tally(store).profiles.weeks.last?.stories == 0)
  }

  @Test(arguments: [ModelName.fsrs6, .fsrs7])
  func theForecastHasEachCardOnTheDayThatItIsDue(_ name: ModelName) throws {
    let schedule = Schedule(model: name.model)
    let fixture = StoreFixture(schedule: schedule)
    let store = try fixture.open()
    let names = ["A", "B", "C", "D"]
    try StoreFixture.index([StoreFixture.deck(cards: names)], in: store)
    for (index, card) in names.enumerated() {
      for day in [0, 2 + index] {
        _ = try store.record(StoreFixture.grading(card, .good, day: day))
      }
    }
    let at = StoreFixture.noon(day: 6)
    let today = at.day(startHour: 4)
    var expected: [Int: Int] = [:]
    var dueIn: [String: Int] = [:]
    for card in names {
      let id = CardID(deck: "d", card: card)
      let memory = try #require(try store.memory(of: id))
      let day =
        switch schedule.due(of: memory, card: id) {
        case .day(let day): day
        case .time(let time): Moment(time: time, utcOffset: 0).day(startHour: 4)
        }
      let days = max(0, day - today)
      guard days < ForecastDay.length else { continue }
      dueIn[card] = days
      expected[days, default: 0] += 1
    }
    #expect(!expected.isEmpty)
    let forecast = try store.forecast(at: at)
    #expect(forecast.map(\.day) == (0..<ForecastDay.length).map { today + $0 })
    #expect(forecast.map(\.cards) == (0..<ForecastDay.length).map { expected[$0] ?? 0 })
    #expect(forecast.allSatisfy { $0.minutes == Double($0.cards) * CardKind.star.minutes })
    // What is suspended does not come, and what is put away comes later.
    let soon = names.compactMap { name in dueIn[name].map { (name, $0) } }.min { $0.1 < $1.1 }
    let (name, days) = try #require(soon)
    let card = CardID(deck: "d", card: name)
    try store.setBuried(card, until: today + 27)
    var moved = forecast.map(\.cards)
    moved[days] -= 1
    moved[27] += 1
    #expect(try store.forecast(at: at).map(\.cards) == moved)
    try store.setSuspended(card, to: true)
    moved[27] -= 1
    #expect(try store.forecast(at: at).map(\.cards) == moved)
  }
}
