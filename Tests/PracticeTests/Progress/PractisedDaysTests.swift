import Practice
import Scheduler
import Testing

@Suite struct PractisedDaysTests {
  private let today = Day(number: 20_781)

  private func days(_ ages: [Int], minutes: Int = 5) -> PractisedDays {
    var days = PractisedDays(today: today)
    for age in ages { days.count(on: today - age, milliseconds: minutes * 60_000) }
    return days
  }

  @Test func aStreakGoesToTodayOrToYesterdayAsLongAsTodayIsNotOver() {
    #expect(days([]).streak == 0)
    #expect(days([0]).streak == 1)
    #expect(days([0, 1, 2, 4]).streak == 3)
    #expect(days([1, 2, 4]).streak == 2)
    #expect(days([2, 3, 4]).streak == 0)
    #expect(days([2, 3, 4, 9]).longestStreak == 3)
    #expect(days(Array(0..<365)).streak == 365)
    #expect(days(Array(0..<400)).longestStreak == 365)
  }

  /// Twenty seeds against streaks counted the plain way.
  @Test(arguments: UInt64(1)...20) func streaksAreThoseCountedByHand(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let share = generator.unit()
    let ages = (0..<420).filter { _ in generator.unit() < share }
    let set = Set(ages.filter { $0 < PractisedDays.length })
    var streak = 0
    var age = set.contains(0) ? 0 : 1
    while set.contains(age) { (streak, age) = (streak + 1, age + 1) }
    var longest = 0
    for start in set where !set.contains(start - 1) {
      var end = start
      while set.contains(end) { end += 1 }
      longest = max(longest, end - start)
    }
    let days = days(ages)
    #expect(days.streak == streak, "seed \(seed)")
    #expect(days.longestStreak == longest, "seed \(seed)")
    #expect(days.practised.map { today - $0.day } == set.sorted(by: >), "seed \(seed)")
    #expect(days.sum.milliseconds == set.count * 300_000)
    #expect(days.sum(ofLast: 7).answers == set.count { $0 < 7 })
  }

  /// A year in Berlin: clocks go forward on 29 March 2026 and back on 25 October 2026.
  ///
  /// Whatever the offset, what is practised before 04:00 belongs to the day before.
  @Test(arguments: UInt64(1)...20) func theClockOnTheWallDecidesTheDay(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let first = try #require(Day("2026-01-01"))
    let forward = try #require(Day("2026-03-29"))
    let back = try #require(Day("2026-10-25"))
    let last = try #require(Day("2026-12-31"))
    var days = PractisedDays(today: last)
    var expected: [Day: Int] = [:]
    for _ in 0..<300 {
      var date = first + Int.random(in: 0...364, using: &generator)
      // Half of them in the nights on which the clocks change.
      if generator.unit() < 0.5 { date = [forward, back].randomElement(using: &generator) ?? date }
      let minute = Int.random(in: 0..<1440, using: &generator)
      // The hour from 02:00 to 03:00 is not there in spring, and there twice in autumn.
      if date == forward, (120..<180).contains(minute) { continue }
      let isFirstOfTwo = generator.unit() < 0.5
      let isSummer =
        date == forward
        ? minute >= 180
        : date == back
          ? minute < 120 || (minute < 180 && isFirstOfTwo) : date > forward && date < back
      let offset = isSummer ? 7200 : 3600
      let midnight = date.start(utcOffset: offset, startHour: 0)
      let moment = Moment(time: midnight.adding(minutes: Double(minute)), utcOffset: offset)
      let day = minute < 240 ? date - 1 : date
      #expect(moment.day(startHour: 4) == day, "seed \(seed): \(date) minute \(minute)")
      days.count(on: moment.day(startHour: 4), milliseconds: nil)
      if day >= first { expected[day, default: 0] += 1 }
    }
    for day in days.practised { #expect(day.total.answers == expected[day.day], "seed \(seed)") }
    #expect(days.practised.count == expected.count, "seed \(seed)")
  }

  /// Every day looked at has one place on the map, under the Monday of its week.
  @Test(arguments: 0..<14) func everyDayHasItsPlaceOnTheMap(shift: Int) {
    var days = PractisedDays(today: today + shift)
    #expect(days.mondays.count == 1, "it begins when the person began")
    days.count(on: days.first, milliseconds: nil)
    let mondays = days.mondays
    #expect(mondays.allSatisfy { $0.weekday == 1 })
    #expect(zip(mondays, mondays.dropFirst()).allSatisfy { $1 - $0 == 7 })
    let places = mondays.flatMap { monday in (0..<7).map { monday + $0 } }
    #expect(places.filter { $0 >= days.first && $0 <= days.today }.count == PractisedDays.length)
  }

  @Test func aDayIsSeenBesideAUsualOne() {
    var days = PractisedDays(today: today)
    for (age, answers) in [4, 4, 4, 2, 6, 20, 1].enumerated() {
      for _ in 0..<answers { days.count(on: today - age, milliseconds: nil) }
    }
    #expect(days.usual == 4)
    let levels = [0, 3, 4, 5, 6, 7].map { days.level(of: today - $0, beside: days.usual) }
    #expect(levels == [2, 1, 3, 4, 1, 0])
  }
}
