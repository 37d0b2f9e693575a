import Scheduler
import Testing

@Suite struct DayTests {
  @Test func readsAndWritesDates() throws {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("2000-03-01")?.number == 11_017)
    #expect(Day("2026-11-23")?.description == "2026-11-23")
    for text in ["2023-02-29", "2023-13-01", "2023-1-01", "", "2023-00-10", "20x3-01-01"] {
      #expect(Day(text) == nil)
    }
    for number in stride(from: -800_000, through: 800_000, by: 997) {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.calendarDate
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
    }
    #expect(Day("2026-11-23")?.weekday == 1)
    #expect(Day(number: -1).weekday == 3)
  }

  /// 2026-03-29: London clocks go from 00:59:59 UTC to 02:00 local.
  @Test func dayBeginsAtFourThroughClockChanges() throws {
    let before = try #require(Day("2026-03-28"))
    let start = before.start(utcOffset: 0)
    let nextStart = (before + 1).start(utcOffset: 3600)
    #expect(nextStart.days(since: start) == 23.0 / 24)
    let justBefore = Timestamp(milliseconds: nextStart.milliseconds - 1)
    #expect(Day(containing: justBefore, utcOffset: 3600) == before)
    #expect(Day(containing: nextStart, utcOffset: 3600) == before + 1)
  }

  @Test func earlyTimesFallInEarlierDays() {
    #expect(Day(containing: Timestamp(milliseconds: 0), utcOffset: 0).number == -1)
    #expect(Day(containing: Timestamp(milliseconds: 4 * 3_600_000), utcOffset: 0).number == 0)
    #expect(Day(containing: Timestamp(milliseconds: 0), utcOffset: 0, startHour: 0).number == 0)
  }

  @Test func timesAddWithoutOverflow() {
    let zero = Timestamp(milliseconds: 0)
    #expect(zero.adding(days: .infinity) > zero.adding(days: 1e8))
    #expect(zero.adding(days: .nan) == zero)
    #expect(zero.adding(minutes: 1).milliseconds == 60_000)
  }
}
