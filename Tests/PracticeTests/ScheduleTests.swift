import Decks
import Practice
import Scheduler
import Testing

@Suite struct ScheduleTests {
  private let card = CardID(deck: "d", card: "A")

  /// A local time of a day in spring 2026.
  private func moment(_ text: String, offset: Double = 0) throws -> Moment {
    let parts = text.split(separator: " ")
    let day = try #require(Day(String(parts[0])))
    let clock = parts[1].split(separator: ":").compactMap { Double($0) }
    let utcOffset = Int(offset * 3600)
    return Moment(
      time: day.start(utcOffset: utcOffset, startHour: 0)
        .adding(minutes: clock[0] * 60 + clock[1]), utcOffset: utcOffset)
  }

  private func memory(_ schedule: Schedule, _ reviews: [(Moment, Grade)]) throws -> Memory {
    try #require(
      reviews.reduce(Memory?.none) { schedule.memory(after: $1.1, at: $1.0, from: $0) })
  }

  @Test func whatFallsDueLaterTodayIsThereFromTheMorningOn() throws {
    let schedule = Schedule(model: FSRS7())
    let evening = try moment("2026-03-10 21:00")
    func isDue(_ due: Due, at text: String, after last: String) throws -> Bool {
      var known = Prospect(id: card, kind: .star, family: nil, isCore: false)
      #expect(!schedule.isDue(known, at: evening))
      known.memory = try memory(schedule, [(moment(last), .good)])
      known.due = due
      return try schedule.isDue(known, at: moment(text))
    }
    let time = Due.time(evening.time)
    #expect(try isDue(time, at: "2026-03-10 04:00", after: "2026-03-10 03:00"))
    #expect(try !isDue(time, at: "2026-03-10 03:59", after: "2026-03-09 12:00"))
    // Practised today already: by the hour.
    #expect(try !isDue(time, at: "2026-03-10 20:59", after: "2026-03-10 04:00"))
    #expect(try isDue(time, at: "2026-03-10 21:00", after: "2026-03-10 04:00"))
    let day = Due.day(Day(containing: evening.time, utcOffset: 0))
    #expect(try isDue(day, at: "2026-03-10 04:00", after: "2026-03-09 12:00"))
    #expect(try !isDue(day, at: "2026-03-10 03:59", after: "2026-03-09 12:00"))
  }

  @Test func nothingIsDueWithinTheHour() throws {
    let schedule = Schedule(model: FSRS7())
    let now = try moment("2026-03-10 12:00")
    let slipped = try memory(schedule, [(now, .again)])
    #expect(schedule.due(of: slipped, card: card) == .time(now.time.adding(minutes: 60)))
    guard case .time(let fading) = schedule.fading(of: slipped, card: card) else {
      Issue.record("no moment")
      return
    }
    #expect(fading < now.time.adding(minutes: 1))
    let known = try memory(schedule, [(now, .good)])
    #expect(schedule.due(of: known, card: card) == schedule.fading(of: known, card: card))
  }

  @Test(arguments: ModelName.allCases) func fuzzIsTheSameEachTimeAndApartForCards(
    name: ModelName
  ) throws {
    let exact = Schedule(model: name.model)
    let fuzzed = Schedule(model: name.model, rule: DueRule(fuzzSeed: 1))
    let first = try moment("2026-03-10 12:00")
    let now = try moment("2026-03-20 12:00")
    let known = try memory(exact, [(first, .easy), (now, .good)])
    var dates: Set<Due> = []
    for number in 0..<100 {
      let card = CardID(deck: "d", card: "C\(number)")
      let due = fuzzed.due(of: known, card: card)
      #expect(due == fuzzed.due(of: known, card: card))
      // What a grade key promises is what comes.
      let before = try memory(fuzzed, [(first, .easy)])
      let promised = fuzzed.previews(of: card, at: now, from: before)
      #expect(promised[2] == due)
      dates.insert(due)
    }
    #expect(dates.count > 3)
    #expect(
      Set((0..<9).map { exact.due(of: known, card: CardID(deck: "d", card: "C\($0)")) }).count == 1)
    // Nothing that comes back within two days is moved.
    let fresh = try memory(exact, [(first, .again)])
    #expect(fuzzed.due(of: fresh, card: card) == exact.due(of: fresh, card: card))
  }

  /// London, 29 March 2026: the clocks go from 1:00 to 2:00, so the day begins at 03:00 UTC.
  @Test func theDayOfAReviewIsByItsOwnClock() throws {
    let schedule = Schedule(model: FSRS6())
    let evening = (try moment("2026-03-28 20:00"), Grade.good)
    let before = try moment("2026-03-29 03:59", offset: 1)
    let after = try moment("2026-03-29 04:00", offset: 1)
    let sameDay = try memory(schedule, [evening, (before, .again)])
    let nextDay = try memory(schedule, [evening, (after, .again)])
    #expect(sameDay.lapses == 0)
    #expect(nextDay.lapses == 1)
    #expect(nextDay.lastDay - sameDay.lastDay == 1)
    #expect(schedule.endOfDay(at: before) == after.time)

    // West over the date line: it is the day before, and no time has gone by.
    let auckland = try moment("2026-03-29 09:00", offset: 13)
    let honolulu = try moment("2026-03-28 11:00", offset: -10)
    #expect(honolulu.time > auckland.time)
    let flown = try memory(schedule, [(auckland, .good), (honolulu, .again)])
    #expect(flown.lapses == 0)
    #expect(flown.lastDay == Day("2026-03-28"))
  }
}
