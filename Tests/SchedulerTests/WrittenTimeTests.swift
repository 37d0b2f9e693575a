import Scheduler
import Testing

/// Times as people write them, on Thursday 26 November 2026 at 10:20 by the clocks of each zone.
@Suite struct WrittenTimeTests {
  static let zones = [
    "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland",
  ]

  /// What is written, and the day and the time that are meant; no time is a day alone.
  static let good: [(String, String)] = [
    ("2026-12-03 14:00", "2026-12-03 14:00"), ("2026-12-03T14:00", "2026-12-03 14:00"),
    ("2026-12-03t14:00:00", "2026-12-03 14:00"), ("2026-12-03", "2026-12-03"),
    ("2026-12-3", "2026-12-03"), ("2026/12/03 14:00", "2026-12-03 14:00"),
    ("2026.12.03", "2026-12-03"), ("2027-11-26", "2027-11-26"),
    ("2020-01-05 9:00", "2020-01-05 09:00"),
    ("3 dec 14:00", "2026-12-03 14:00"), ("3 Dec 14:00", "2026-12-03 14:00"),
    ("3 dec", "2026-12-03"), ("3dec 14:00", "2026-12-03 14:00"),
    ("dec 3 2pm", "2026-12-03 14:00"), ("December 3, 2 p.m.", "2026-12-03 14:00"),
    ("3rd of December at 2 pm", "2026-12-03 14:00"), ("the 3rd of Dec., 14h", "2026-12-03 14:00"),
    ("3 december 2026, 14.00", "2026-12-03 14:00"), ("3. dec 14.30", "2026-12-03 14:30"),
    ("3 dec 2026 1400", "2026-12-03 14:00"), ("3 dec 26", "2026-12-03"),
    ("dec 3 14", "2026-12-03 14:00"), ("14:00 3 dec", "2026-12-03 14:00"),
    ("10 3 dec", "2026-12-03 10:00"), ("3-dec-2026", "2026-12-03"), ("2026 dec 3", "2026-12-03"),
    ("3.12.2026", "2026-12-03"), ("3.12. 14 uhr", "2026-12-03 14:00"),
    ("3.12 14:00", "2026-12-03 14:00"), ("13/12", "2026-12-13"), ("12/25 9am", "2026-12-25 09:00"),
    ("12/12", "2026-12-12"), ("13/12/2026 9am", "2026-12-13 09:00"), ("13/12/26", "2026-12-13"),
    ("26 nov", "2026-11-26"), ("25 nov 2026", "2026-11-25"), ("1 jan", "2027-01-01"),
    ("25 aug", "2027-08-25"), ("29 feb 2028", "2028-02-29"),
    ("thu 2pm", "2026-12-03 14:00"), ("thu", "2026-12-03"),
    ("Thursday at 14:00", "2026-12-03 14:00"),
    ("fri 10", "2026-11-27 10:00"), ("Fri., 9.30", "2026-11-27 09:30"),
    ("tues noon", "2026-12-01 12:00"),
    ("weds 4pm", "2026-12-02 16:00"), ("sunday", "2026-11-29"), ("thurs 14h30", "2026-12-03 14:30"),
    ("next thu 14:00", "2026-12-03 14:00"), ("next fri", "2026-12-04"), ("next mon", "2026-11-30"),
    ("fri next week 9:15", "2026-12-04 09:15"), ("this fri 9:15", "2026-11-27 09:15"),
    ("last thu", "2026-11-19"), ("last mon 14:00", "2026-11-23 14:00"),
    ("thu 3 dec 14:00", "2026-12-03 14:00"),
    ("Thursday, December 3rd, 2026 at 2:00 PM", "2026-12-03 14:00"),
    ("tomorrow 10", "2026-11-27 10:00"), ("Tomorrow at 10 am", "2026-11-27 10:00"),
    ("tomorrow", "2026-11-27"), ("tmrw 9", "2026-11-27 09:00"), ("tomorrow morning", "2026-11-27"),
    ("tomorrow morning at 9", "2026-11-27 09:00"), ("tomorrow afternoon at 2", "2026-11-27 14:00"),
    ("2 in the afternoon tomorrow", "2026-11-27 14:00"),
    ("the day after tomorrow 11:00", "2026-11-28 11:00"), ("today 14:00", "2026-11-26 14:00"),
    ("tonight", "2026-11-26"), ("tonight 8", "2026-11-26 20:00"),
    ("tonight at 7:30", "2026-11-26 19:30"),
    ("yesterday 14:00", "2026-11-25 14:00"), ("this afternoon at 3", "2026-11-26 15:00"),
    ("in 6 days", "2026-12-02"), ("in six days at noon", "2026-12-02 12:00"),
    ("in 6d", "2026-12-02"),
    ("in a week", "2026-12-03"), ("in 2 weeks 14:00", "2026-12-10 14:00"),
    ("in a fortnight", "2026-12-10"),
    ("in a month", "2026-12-26"), ("6 days ago", "2026-11-20"),
    ("a week ago 15:00", "2026-11-19 15:00"),
    ("in 3 hours", "2026-11-26 13:20"), ("in 90 minutes", "2026-11-26 11:50"),
    ("an hour ago", "2026-11-26 09:20"),
    ("9:00", "2026-11-27 09:00"), ("9am", "2026-11-27 09:00"), ("noon", "2026-11-26 12:00"),
    ("12 noon", "2026-11-26 12:00"), ("14.00", "2026-11-26 14:00"), ("14h", "2026-11-26 14:00"),
    ("2pm", "2026-11-26 14:00"), ("2 p.m.", "2026-11-26 14:00"), ("10:20", "2026-11-27 10:20"),
    ("12am", "2026-11-27 00:00"), ("12pm", "2026-11-26 12:00"), ("10th 14:00", "2026-12-10 14:00"),
    ("31st", "2026-12-31"), ("  thu\t2PM ", "2026-12-03 14:00"),
    ("3\u{A0}dec,14:00", "2026-12-03 14:00"),
    ("2026-12-03 14:00:30", "2026-12-03 14:00"), ("3 dec @ 2pm", "2026-12-03 14:00"),
    ("9 o’clock thu", "2026-12-03 09:00"), ("now", "2026-11-26 10:20"),
  ]

  @Test(arguments: zones) func isWhatIsMeant(_ zone: String) throws {
    #expect(Self.good.count > 90)
    let (now, clocks) = try Self.now(in: zone)
    for (text, meant) in Self.good {
      do {
        let read = try WrittenTime(text, now: now, clocks: clocks)
        #expect(Self.words(read) == meant, "\(zone): \(text)")
        // The moment is that time by the clocks there, nine o'clock where only the day is named.
        let local = read.start.adding(milliseconds: Int64(clocks.here(read.start)) * 1000)
        let minutes = Int(local.milliseconds / 60_000) - read.day.number * 1440
        #expect(minutes == read.minutes ?? 540, "\(zone): \(text)")
        #expect(read.utcOffset == clocks.here(read.start) && read.change == nil)
      } catch {
        Issue.record("\(zone): “\(text)”: \(error.words(text))")
      }
    }
  }

  /// What is written, and what is said to it.
  static let bad: [(String, String)] = [
    ("3/12", "“3/12” has two readings, 3 Dec 2026 or 12 Mar 2027: write 3 dec or 12 mar"),
    ("10/12", "“10/12” has two readings, 10 Dec 2026 or 12 Oct 2027: write 10 dec or 12 oct"),
    (
      "03/12/2026 14:00",
      "“03/12/2026” has two readings, 3 Dec 2026 or 12 Mar 2026: write 3 dec or 12 mar"
    ),
    ("3-12-26", "“3-12-26” has two readings, 3 Dec 2026 or 12 Mar 2026: write 3 dec or 12 mar"),
    ("3.12", "“3.12” has two readings, 3 Dec or 3:12: write 3 dec or 3:12"),
    ("thu 2", "“2” has two readings, 2:00 or 14:00: write 2am or 2pm"),
    ("10", "“10” has two readings, 10 o’clock or the day of a month: write 10:00 or 10 dec"),
    (
      "thu midnight",
      "“midnight” has two readings, the beginning of the day or its end: write 0:00 of that day or 0:00 of the next"
    ),
    (
      "25 nov",
      "“25 nov” would be 25 Nov 2027, in 364 days: write the year, 25 Nov 2027, or 2026 if it has been"
    ),
    (
      "3 nov 14:00",
      "“3 nov 14:00” would be 3 Nov 2027, in 342 days: write the year, 3 Nov 2027, or 2026 if it has been"
    ),
    ("31 nov", "there is no 31 Nov"), ("29 feb 2027", "there is no 29 Feb 2027"),
    ("32 dec", "there is no 32 Dec"), ("2026-02-30", "there is no day 2026-02-30"),
    ("2026-13-01", "there is no day 2026-13-01"), ("31/2", "there is no day 31/2"),
    ("0 dec", "there is no 0 Dec"), ("40th", "there is no 40th"),
    ("fri 3 dec", "3 Dec 2026 is a Thu, not a Fri: write one of them"),
    ("tomorrow thu", "27 Nov 2026 is a Fri, not a Thu: write one of them"),
    ("tomorrow 25:00", "“25” is no time of a day: write 14:00, 2pm or 9:30"),
    ("thu 13pm", "“13pm” is no time of a day: write 14:00, 2pm or 9:30"),
    ("thu 14:61", "“14:61” is no time of a day: write 14:00, 2pm or 9:30"),
    ("thu 24", "“24” is no time of a day: write 14:00, 2pm or 9:30"),
    ("thu fri", "“thu fri” names two days or two times: write one of them"),
    ("3 dec tomorrow", "“3 dec tomorrow” names two days or two times: write one of them"),
    ("thu 2pm 3pm", "“thu 2pm 3pm” names two days or two times: write one of them"),
    ("in 3 hours thu", "“in 3 hours thu” names two days or two times: write one of them"),
    ("soon", "“soon” is no time: "), ("", "no day yet: write it as "), ("   ", "no day yet: "),
    ("dec", "“dec” names no day: "), ("dec 2026", "“dec 2026” names no day: "),
    ("2026", "“2026” names no day: "), ("next week", "“next week” names no day: "),
    ("thu maybe", "“maybe” is no part of a time: "), ("next", "“next” is no time: "),
    ("thursdayish", "“thursdayish” is no time: "),
    ("14:00 Mars/Base", "there is no zone “Mars/Base”"),
    ("1/2/3/4", "“1/2/3/4” is no time: "), ("١٤:٠٠", "“١٤:٠٠” is no time: "),
    ("3 dec 99999", "“99999” is no part of a time: "),
    ("in 99999 days", "“in” is no part of a time: "),
    ("-3 dec", "“-3” is no part of a time: "), ("thu +99:00", "“+99:00” is no part of a time: "),
  ]

  @Test(arguments: zones) func whatIsNoneIsRefusedWithWhatToWrite(_ zone: String) throws {
    let (now, clocks) = try Self.now(in: zone)
    for (text, words) in Self.bad {
      do {
        let read = try WrittenTime(text, now: now, clocks: clocks)
        Issue.record("\(zone): “\(text)” was read as \(Self.words(read))")
      } catch {
        #expect(error.words(text).hasPrefix(words), "“\(text)”")
      }
    }
  }

  /// Whatever is typed on the way to a time is read or refused, and ends nothing.
  @Test func anyTextIsReadOrRefused() throws {
    let (now, clocks) = try Self.now(in: "Europe/Berlin")
    for (text, _) in Self.good + Self.bad {
      for length in 0...text.count {
        _ = try? WrittenTime(String(text.prefix(length)), now: now, clocks: clocks)
        _ = try? WrittenTime(
          text.prefix(length) + " " + text.suffix(length), now: now, clocks: clocks)
      }
    }
    #expect(throws: WrittenTimeFault.self) {
      try WrittenTime(String(repeating: "thu ", count: 1000), now: now, clocks: clocks)
    }
  }

  // MARK: - Clocks that change

  /// Both changes of a year in five zones: a time that is left out, and one that comes twice.
  @Test(arguments: [
    ("Europe/Berlin", "2027-03-28 02:30", 3600, "2027-10-31 02:30"),
    ("Europe/London", "2027-03-28 01:30", 3600, "2027-10-31 01:30"),
    ("America/New_York", "2027-03-14 02:30", 3600, "2027-11-07 01:30"),
    ("Australia/Lord_Howe", "2027-10-03 02:10", 1800, "2027-04-04 01:45"),
    ("America/Santiago", "2027-09-05 00:30", 3600, "2027-04-03 23:30"),
  ]) func aChangeOfTheClocksIsSaid(
    _ zone: String, _ leftOut: String, _ seconds: Int, _ twice: String
  ) throws {
    let (now, clocks) = try Self.now(in: zone)
    let gap = try WrittenTime(leftOut, now: now, clocks: clocks)
    #expect(gap.change == .leftOut(by: seconds))
    #expect(gap.clockMinutes == gap.minutes.map { $0 + seconds / 60 })
    let shown = gap.start.adding(milliseconds: Int64(clocks.here(gap.start)) * 1000)
    #expect(Int(shown.milliseconds / 60_000) % 1440 == gap.clockMinutes)
    let double = try WrittenTime(twice, now: now, clocks: clocks)
    #expect(double.change == .twice(after: seconds))
    #expect(clocks.here(double.start) == clocks.here(double.start.adding(minutes: -60)))
    let again = double.start.adding(milliseconds: Int64(seconds) * 1000)
    #expect(clocks.here(again) == double.utcOffset - seconds)
    // A day away from each, nothing is said.
    for text in ["2027-03-27 14:00", "2027-03-29 14:00", "2027-10-30 14:00", "2027-11-01 14:00"] {
      #expect(try WrittenTime(text, now: now, clocks: clocks).change == nil)
    }
  }

  // MARK: - Zones

  @Test func aZoneIsThatOfTheText() throws {
    let (now, clocks) = try Self.now(in: "Europe/Berlin")
    let berlin = try WrittenTime("3 dec 14:00", now: now, clocks: clocks)
    #expect(berlin.utcOffset == 3600 && berlin.zone.isEmpty)
    func hours(_ text: String, _ zone: String = "") throws -> Int64 {
      let read = try WrittenTime(text, now: now, clocks: clocks, zone: zone)
      return read.start.milliseconds(since: berlin.start) / 3_600_000
    }
    #expect(try hours("3 dec 14:00", "Europe/Lisbon") == 1)
    #expect(try hours("3 dec 14:00 Europe/Lisbon") == 1)
    #expect(try hours("2026-12-03T14:00Z") == 1)
    #expect(try hours("2026-12-03T14:00:00.000+00:00") == 1)
    #expect(try hours("3 dec 14:00 UTC") == 1)
    #expect(try hours("3 dec 14:00-0500") == 6)
    #expect(try hours("3 dec 14:00 +05:30", "Europe/Lisbon") == -4)
    let lisbon = try WrittenTime("thu 2pm Europe/Lisbon", now: now, clocks: clocks)
    #expect(lisbon.zone == "Europe/Lisbon" && lisbon.utcOffset == 0 && lisbon.minutes == 840)
    #expect(throws: WrittenTimeFault.noZone("Europe/Lisboa")) {
      try WrittenTime("3 dec", now: now, clocks: clocks, zone: "Europe/Lisboa")
    }
  }

  /// After midnight and before four it is still the evening of the day before.
  @Test func lateAtNightTomorrowIsTheDayAfterSleep() throws {
    let (morning, clocks) = try Self.now(in: "Europe/Berlin")
    let night = morning.adding(minutes: 15 * 60 + 40)  // 2:00 on the 27th
    #expect(try WrittenTime("tomorrow", now: night, clocks: clocks).day == Day("2026-11-27"))
    #expect(try WrittenTime("fri", now: night, clocks: clocks).day == Day("2026-11-27"))
    #expect(try WrittenTime("9:00", now: night, clocks: clocks).day == Day("2026-11-27"))
  }

  @Test func aTimeAloneCanBeOfAKnownDay() throws {
    let (now, clocks) = try Self.now(in: "Europe/Berlin")
    let day = try #require(Day("2026-12-03"))
    let read = try WrittenTime("15:30", now: now, clocks: clocks, day: day)
    #expect(Self.words(read) == "2026-12-03 15:30")
    #expect(try WrittenTime("fri 9am", now: now, clocks: clocks, day: day).day == Day("2026-11-27"))
  }

  // MARK: -

  private static func now(in zone: String) throws -> (Timestamp, Clocks) {
    let clocks = try Zones.clocks(zone)
    let day = try #require(Day("2026-11-26"))
    let local = day.start(utcOffset: 0, startHour: 0).adding(minutes: 10 * 60 + 20)
    return (Clocks.instant(atLocal: local, clocks.here).time, clocks)
  }

  private static func words(_ read: WrittenTime) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(read.day)" + (read.minutes.map { " \(two($0 / 60)):\(two($0 % 60))" } ?? "")
  }
}
