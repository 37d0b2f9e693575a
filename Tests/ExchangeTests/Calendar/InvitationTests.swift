import Scheduler
import TestSupport
import Testing

@testable import Exchange

@Suite struct InvitationTests {
  /// Here the clocks are an hour ahead; of zones by their names two are known, one with a fixed offset of
  /// its own so that it is seen whether it was asked.
  private static let clocks = Clocks(
    here: { _ in 3600 },
    named: { name in
      switch name {
      case "Europe/Lisbon", "Europe/London": Clocks.Zone(name) { _ in 0 }
      case "Europe/Berlin": Clocks.Zone(name) { _ in 7 * 3600 }
      case "America/New_York": Clocks.Zone(name) { _ in -5 * 3600 }
      case "Europe/Amsterdam": Clocks.Zone(name) { _ in 3600 }
      case "UTC": Clocks.Zone(name) { _ in 0 }
      default: nil
      }
    })

  private func read(_ text: String, zone: String = "") throws -> Invitation {
    try Invitation(Array(text.utf8), clocks: Self.clocks, zone: zone)
  }

  private func fault(_ text: String) -> Invitation.Fault? {
    do throws(Invitation.Fault) {
      _ = try Invitation(Array(text.utf8), clocks: Self.clocks)
      return nil
    } catch {
      return error
    }
  }

  private func calendar(_ lines: String..., head: String = "METHOD:REQUEST") -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0", head, "BEGIN:VEVENT", "UID:1"] + lines
      + ["END:VEVENT", "END:VCALENDAR"]).joined(separator: "\r\n") + "\r\n"
  }

  private func start(_ lines: String..., zone: String = "") throws -> String {
    let text = calendar(lines.joined(separator: "\r\n"))
    return ISO8601.text(try read(text, zone: zone).start.start)
  }

  /// As Outlook sends it: Windows' name of the zone, whose rules are in the file.
  static let outlook = """
    BEGIN:VCALENDAR
    METHOD:REQUEST
    PRODID:Microsoft Exchange Server 2010
    VERSION:2.0
    BEGIN:VTIMEZONE
    TZID:W. Europe Standard Time
    BEGIN:STANDARD
    DTSTART:16010101T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE
    BEGIN:VEVENT
    ORGANIZER;CN=Dana Fox:mailto:dana@acme.example
    ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=You:mailto:
     you@home.example
    DESCRIPTION;LANGUAGE=en-US:We look forward to it.\\n
    UID:040000008200E00074C5B7101A82E008
    SUMMARY;LANGUAGE=en-US:Second interview\\, Acme
    DTSTART;TZID=W. Europe Standard Time:20261210T100000
    DTEND;TZID=W. Europe Standard Time:20261210T110000
    DTSTAMP:20261126T100000Z
    SEQUENCE:0
    LOCATION;LANGUAGE=en-US:Microsoft Teams Meeting
    X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/l/1
    BEGIN:VALARM
    DESCRIPTION:REMINDER
    TRIGGER;RELATED=START:-PT15M
    ACTION:DISPLAY
    END:VALARM
    END:VEVENT
    END:VCALENDAR

    """

  @Test func outlooksIsByTheRulesInIt() throws {
    for text in [Self.outlook, Self.outlook.replacing("\n", with: "\r\n")] {
      let read = try read(text)
      #expect(read.uid == "040000008200E00074C5B7101A82E008")
      #expect(read.sequence == 0)
      #expect(read.made == "20261126T100000Z")
      #expect(!read.isCancelled)
      #expect(read.summary == "Second interview, Acme")
      #expect(read.place == "Microsoft Teams Meeting, https://teams.example/l/1")
      #expect((read.sender, read.address) == ("Dana Fox", "dana@acme.example"))
      // By the rules, and not by the zone of that name.
      #expect(ISO8601.text(read.start.start) == "2026-12-10T09:00:00Z")
      #expect((read.start.zone, read.start.utcOffset) == ("Europe/Berlin", 3600))
    }
    let summer = Self.outlook.replacing("20261210", with: "20260710")
    #expect(ISO8601.text(try read(summer).start.start) == "2026-07-10T08:00:00Z")
    // The clocks go back on the 25th at three, and on the 29th of March two is left out.
    for (day, time, utc) in [
      ("20261024", "100000", "2026-10-24T08:00:00Z"),
      ("20261025", "100000", "2026-10-25T09:00:00Z"),
      ("20261025", "023000", "2026-10-25T00:30:00Z"),
      ("20260328", "233000", "2026-03-28T22:30:00Z"),
      ("20260329", "023000", "2026-03-29T01:30:00Z"),
      ("20260329", "033000", "2026-03-29T01:30:00Z"),
      ("16010501", "100000", "1601-05-01T08:00:00Z"),
    ] {
      let text = Self.outlook.replacing("20261210T100000", with: "\(day)T\(time)")
      #expect(ISO8601.text(try read(text).start.start) == utc, "\(day) \(time)")
    }
  }

  @Test func withoutRulesTheNameSaysIt() throws {
    for (zone, utc) in [
      ("W. Europe Standard Time", "2026-12-10T03:00:00Z"),
      ("\"W. Europe Standard Time\"", "2026-12-10T03:00:00Z"),
      ("eastern standard time", "2026-12-10T15:00:00Z"),
      ("America/New_York", "2026-12-10T15:00:00Z"),
      ("/freeassociation.sourceforge.net/Europe/Lisbon", "2026-12-10T10:00:00Z"),
      ("\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"", "2026-12-10T09:00:00Z"),
      ("\"(UTC-05:00) Eastern Time (US & Canada)\"", "2026-12-10T15:00:00Z"),
      ("UTC", "2026-12-10T10:00:00Z"),
    ] {
      #expect(try start("DTSTART;TZID=\(zone):20261210T100000") == utc, "\(zone)")
    }
    #expect(
      fault(calendar("DTSTART;TZID=Nowhere:20261210T100000")) == .unknownZone("Nowhere"))
    #expect(
      try start("DTSTART;TZID=Nowhere:20261210T100000", zone: "America/New_York")
        == "2026-12-10T15:00:00Z")
  }

  @Test func timesAreOfUTCOfHereOrOfTheCalendar() throws {
    #expect(try start("DTSTART:20261210T090000Z") == "2026-12-10T09:00:00Z")
    #expect(try start("DTSTART:20261210T100000") == "2026-12-10T09:00:00Z")
    #expect(
      try start("DTSTART:20261210T100000", zone: "America/New_York") == "2026-12-10T15:00:00Z")
    let google = calendar("DTSTART:20261210T100000", head: "X-WR-TIMEZONE:America/New_York")
    #expect(ISO8601.text(try read(google).start.start) == "2026-12-10T15:00:00Z")
    let day = try read(calendar("DTSTART;VALUE=DATE:20261210")).start
    #expect(day.minutes == nil)
    #expect(ISO8601.text(day.start) == "2026-12-10T08:00:00Z")
  }

  /// The rules that Google, Apple, Lotus and others write; each pair is a local time and its offset.
  @Test(arguments: [
    (
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
      ["20260308T015900": -5, "20260308T030000": -4, "20261101T005900": -4, "20261101T020000": -5]
    ),
    // The second Sunday by the days of the month that it can be.
    (
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU",
      "RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU",
      ["20260308T015900": -5, "20260308T030000": -4, "20261101T005900": -4, "20261101T020000": -5]
    ),
    (
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=2",
      "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=SU;BYSETPOS=1",
      ["20260308T015900": -5, "20260308T030000": -4, "20261101T005900": -4, "20261101T020000": -5]
    ),
    // Over since 2007: what held last holds.
    (
      "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z",
      ["20260708T120000": -5, "20050708T120000": -4, "20060708T120000": -4, "20070708T120000": -5]
    ),
    (
      "RDATE:20260308T020000,20270314T020000", "RDATE:20261101T020000",
      ["20260307T120000": -5, "20260708T120000": -4, "20261210T120000": -5, "20270708T120000": -4]
    ),
    (
      "RRULE:FREQ=YEARLY;COUNT=3", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
      ["20010601T120000": -4, "20020601T120000": -4, "20030601T120000": -5]
    ),
  ])
  func rulesAreFollowed(daylight: String, standard: String, offsets: [String: Int]) throws {
    for (time, hours) in offsets {
      let text = calendar(
        "DTSTART;TZID=Own:\(time)",
        head: """
          BEGIN:VTIMEZONE\r
          TZID:Own\r
          BEGIN:DAYLIGHT\r
          DTSTART:20000402T020000\r
          TZOFFSETFROM:-0500\r
          TZOFFSETTO:-0400\r
          \(daylight)\r
          END:DAYLIGHT\r
          BEGIN:STANDARD\r
          DTSTART:20001029T020000\r
          TZOFFSETFROM:-0400\r
          TZOFFSETTO:-0500\r
          \(standard)\r
          END:STANDARD\r
          END:VTIMEZONE
          """)
      #expect(try read(text).start.utcOffset == hours * 3600, "\(time)")
    }
  }

  /// Rules by which nothing ever comes, or very much, take no time.
  @Test func rulesAreFollowedAtOnce() throws {
    let parts = [
      "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "RRULE:FREQ=YEARLY;COUNT=40;BYMONTHDAY=31",
      "RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=-31;INTERVAL=40",
    ].flatMap { rule in
      (0..<33).map { _ in
        "BEGIN:DAYLIGHT\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n\(rule)\r\nEND:DAYLIGHT"
      }
    }
    let head = "BEGIN:VTIMEZONE\r\nTZID:Own\r\n\(parts.joined(separator: "\r\n"))\r\nEND:VTIMEZONE"
    let (_, seconds) = try ProcessorTime.of {
      try read(calendar("DTSTART;TZID=Own:20261210T100000", head: head))
    }
    #expect(seconds < 10, "\(seconds)")
  }

  @Test func aCalendarOfAZoneThatNobodyKnowsIsOfHere() throws {
    let text = calendar("DTSTART:20261210T100000", head: "X-WR-TIMEZONE:Nowhere")
    #expect(ISO8601.text(try read(text).start.start) == "2026-12-10T09:00:00Z")
  }

  @Test func rulesThatCannotBeFollowedAreNone() throws {
    for rule in ["RRULE:FREQ=MONTHLY;BYDAY=1SU", "RRULE:FREQ=YEARLY;BYWEEKNO=20", "RRULE:x"] {
      let text = Self.outlook.replacing(
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", with: rule)
      // By the name: seven hours.
      #expect(ISO8601.text(try read(text).start.start) == "2026-12-10T03:00:00Z")
    }
  }

  @Test func whatIsNoInvitationIsNamed() {
    let time = "DTSTART:20261210T090000Z"
    #expect(fault("Why us?\nWhy you?\n") == .noCalendar)
    #expect(fault("") == .noCalendar)
    #expect(fault("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") == .noEvent)
    #expect(fault(calendar(time, head: "METHOD:REPLY")) == .isAnswer("REPLY"))
    #expect(fault(calendar(time, "RRULE:FREQ=WEEKLY")) == .isRepeating)
    #expect(fault(calendar(time, "RECURRENCE-ID:20261210T090000Z")) == .isRepeating)
    #expect(fault(calendar("SUMMARY:x")) == .noStart)
    #expect(fault(calendar("DTSTART:tomorrow")) == .oddStart("tomorrow"))
    #expect(fault(calendar("DTSTART:20261332T090000Z")) == .oddStart("20261332T090000Z"))
    let two = calendar(time, "SUMMARY:One", "END:VEVENT", "BEGIN:VEVENT", "UID:2", "SUMMARY:Two")
    #expect(fault(two) == .several(["One", "Two"]))
  }

  /// Cut short, wherever that is, it may be without what moves it or calls it off; as text that was pasted
  /// it would be read as if nothing were missing.
  @Test(arguments: [outlook, CalendarText.text([.one, .other])])
  func aFileThatEndsInTheMiddleIsNotTaken(text: String) throws {
    _ = try Invitations(Array(text.utf8), clocks: Self.clocks)
    let begun = "BEGIN:VCALENDAR".count
    // All but the last letter and the line end.
    let end = text.count - 2
    for length in begun...end {
      let cut = String(text.prefix(length))
      #expect(fault(cut) == .cutShort, "\(cut.suffix(20))")
      #expect(Invitation.isCalendar(Array(cut.utf8)))
      #expect(throws: Invitation.Fault.cutShort) { try several(cut) }
    }
    #expect(fault(String(text.prefix(begun - 1))) == .noCalendar)
  }

  @Test func ofOneEventTheLastChangeCounts() throws {
    let text = calendar(
      "DTSTART:20261210T090000Z", "SEQUENCE:1", "END:VEVENT", "BEGIN:VEVENT", "UID:1",
      "DTSTART:20261211T090000Z", "SEQUENCE:2", "END:VEVENT", "BEGIN:VEVENT", "UID:1",
      "DTSTART:20261209T090000Z")
    #expect(ISO8601.text(try read(text).start.start) == "2026-12-11T09:00:00Z")
    for lines in [
      calendar("DTSTART:20261210T090000Z", head: "METHOD:CANCEL"),
      calendar("DTSTART:20261210T090000Z", "STATUS:CANCELLED"),
    ] {
      #expect(try read(lines).isCancelled)
    }
  }

  @Test func agesAreBySequenceThenByWhenItWasMade() throws {
    let text = calendar("DTSTART:20261210T090000Z", "SEQUENCE:2", "DTSTAMP:20261126T100000Z")
    let read = try read(text)
    #expect(read.age(beside: 1, made: "20271126T100000Z") == .later)
    #expect(read.age(beside: 3, made: "") == .older)
    #expect(read.age(beside: 2, made: "20261126T100000Z") == .same)
    #expect(read.age(beside: 2, made: "20261126T100001Z") == .older)
    #expect(read.age(beside: nil, made: "") == .later)
  }

  /// A mail as it is saved, with the invitation as a part of it.
  @Test func itIsFoundInAMail() throws {
    func mail(_ encoding: String, _ body: String) -> String {
      """
      From: Dana Fox <dana@acme.example>
      Content-Type: multipart/alternative; boundary="b"

      --b
      Content-Type: text/plain; charset=utf-8

      When: Thursday
      --b
      Content-Transfer-Encoding: \(encoding)
      Content-Type: text/calendar; charset="utf-8"; method=REQUEST

      \(body)
      --b--

      """
    }
    let quoted = Self.outlook.replacing("=", with: "=3D").replacing(
      "Second interview", with: "Sec=\nond interview")
    let base64 = Self.base64(Array(Self.outlook.utf8))
    for text in [
      mail("quoted-printable", quoted), mail("base64", base64), mail("7bit", Self.outlook),
      mail("base64", base64).replacing("\n", with: "\r\n"), "Hello\n\n\(Self.outlook)\nBye\n",
    ] {
      let read = try read(text)
      #expect(read.summary == "Second interview, Acme")
      #expect(ISO8601.text(read.start.start) == "2026-12-10T09:00:00Z")
    }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = (part + [0, 0]).prefix(3).reduce(0) { $0 << 8 | Int($1) }
      for place in 0..<4 {
        text.append(place <= part.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
      }
      if start % 57 == 54 { text.append("\n") }
    }
    return text
  }

  @Test func otherEncodingsAndFoldedCharactersAreRead() throws {
    let name = "Zweites Gespräch bei Müller & Söhne"
    let text = calendar("DTSTART:20261210T090000Z", "SUMMARY:\(name)")
    var folded = Array(text.utf8)
    // Within the two bytes of an ä.
    let place = try #require(folded.firstIndex(of: 0xC3))
    folded.insert(contentsOf: [0x0D, 0x0A, 0x20], at: place + 1)
    let wide: [UInt8] =
      [0xFF, 0xFE]
      + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let western = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [folded, wide, western, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      #expect(try Invitation(bytes, clocks: Self.clocks).summary == name)
    }
  }

  // MARK: - Pasted

  private static let now = Timestamp(milliseconds: 1_795_680_000_000)

  private func paste(_ text: String, zone: String = "") throws -> Invitation {
    try Invitation(pasted: Array(text.utf8), now: Self.now, clocks: Self.clocks, zone: zone)
  }

  @Test func whatIsReadInAMailIsUnderstood() throws {
    let outlook = try paste(
      """
      From: Dana Fox <dana@acme.example>
      Sent: Thursday, November 26, 2026 10:00 AM
      To: You <you@home.example>
      Subject: Second interview, Acme
      When: Thursday, December 10, 2026 10:00 AM-11:00 AM (UTC-05:00) Eastern Time (US & Canada).
      Where: Microsoft Teams Meeting

      We look forward to it.
      """)
    #expect(ISO8601.text(outlook.start.start) == "2026-12-10T15:00:00Z")
    #expect(outlook.start.zone == "America/New_York")
    #expect(
      (outlook.summary, outlook.place) == ("Second interview, Acme", "Microsoft Teams Meeting"))
    #expect((outlook.sender, outlook.address) == ("Dana Fox", "dana@acme.example"))
    let google = try paste(
      """
      Invitation: Second interview @ Thu Dec 10, 2026 10am - 11am (CET) (you@home.example)

      Second interview
      When
      Thursday Dec 10, 2026 ⋅ 10am – 11am (Central European Time - Amsterdam)
      Where
      Room 4
      Organizer
      dana@acme.example
      """)
    #expect(ISO8601.text(google.start.start) == "2026-12-10T03:00:00Z")
    #expect(
      (google.summary, google.place, google.address) == (
        "Second interview", "Room 4", "dana@acme.example"
      ))
    #expect(!google.isCancelled)
    let lines = try paste(
      "When\nThursday Dec 10, 2026 ⋅ 10am – 11am\nEastern Time - Amsterdam\nLocation\nRoom 4\n")
    #expect(ISO8601.text(lines.start.start) == "2026-12-10T09:00:00Z")
    #expect(lines.start.zone == "Europe/Amsterdam")
    let apple = try paste(
      "Interview\nDate: Thursday, 10 December 2026\nTime: 14:30 to 15:30\nLocation: Lisbon")
    #expect(ISO8601.text(apple.start.start) == "2026-12-10T13:30:00Z")
    #expect(
      try paste("Subject: Canceled: Second interview\nWhen: 10 December 2026 10:00").isCancelled)
  }

  /// Here the clocks are an hour ahead.
  @Test(arguments: [
    ("Thursday, December 10, 2026 10:00 AM-11:00 AM", "2026-12-10T09:00:00Z"),
    (
      "10 December 2026 10:00-11:00 (UTC+01:00) Amsterdam, Berlin, Bern, Rome",
      "2026-12-10T09:00:00Z"
    ),
    ("10 December 2026 10:00-11:00 (UTC+05:30)", "2026-12-10T04:30:00Z"),
    ("2026-12-10 10:00-11:00", "2026-12-10T09:00:00Z"),
    ("2026-12-10 10:00", "2026-12-10T09:00:00Z"),
    ("Thu 10 Dec 2026 10 – 11am", "2026-12-10T09:00:00Z"),
    ("Thu 10 Dec 2026 11 – 1pm", "2026-12-10T10:00:00Z"),
    ("Thu 10 Dec 2026 11:30 – 12:30pm", "2026-12-10T10:30:00Z"),
    ("Thu 10 Dec 2026 12 – 1pm", "2026-12-10T11:00:00Z"),
    ("Thu 10 Dec 2026 2 – 3pm EST", "2026-12-10T19:00:00Z"),
    ("Thu 10 Dec 2026 10:00 – 11:00 America/New_York", "2026-12-10T15:00:00Z"),
    ("Thu 10 Dec 2026 from 10:00 to 11:00", "2026-12-10T09:00:00Z"),
    ("Thu Dec 10, 2026 10:00 AM - Thu Dec 10, 2026 11:00 AM", "2026-12-10T09:00:00Z"),
    ("Thursday, 10 December 2026 at 10:00 a.m. - 11:00 a.m. GMT", "2026-12-10T10:00:00Z"),
    ("Thu 10 Dec 2026 10:00 (GMT+2)", "2026-12-10T08:00:00Z"),
  ])
  func timesAreUnderstoodAsTheyStand(text: String, utc: String) throws {
    #expect(ISO8601.text(try paste("When: \(text)").start.start) == utc)
  }

  /// The names of days and months, and the words between them, in three more languages.
  @Test(arguments: [
    ("Wann: Donnerstag, 10. Dezember 2026 10:00-11:00 (UTC+01:00) Amsterdam, Berlin", "09:00"),
    ("Wann: Donnerstag, 10. Dezember 2026 um 10:30 Uhr", "09:30"),
    ("Wann: Do., 10. Dez. 2026, 10.15 Uhr bis 11 Uhr", "09:15"),
    ("Wann: 10. Dezember 2026, 9 Uhr", "08:00"),
    ("Termin: Donnerstag, den 10. Dezember 2026, von 14:00 bis 15:00 Uhr", "13:00"),
    ("Datum: 10. Dezember 2026\nUhrzeit: 10:00", "09:00"),
    ("Quand : jeudi 10 décembre 2026 10:00-11:00 (UTC+01:00) Bruxelles, Amsterdam", "09:00"),
    ("Quand: jeudi 10 décembre 2026 à 10h30", "09:30"),
    ("Quand : jeu. 10 déc. 2026 10h – 11h", "09:00"),
    ("Quand : le jeudi 10 décembre 2026 de 10 h 30 à 11 h 30", "09:30"),
    ("Cuándo: jueves, 10 de diciembre de 2026 10:00-11:00", "09:00"),
    ("Cuándo: jueves, 10 de diciembre de 2026 a las 16:30", "15:30"),
    ("Fecha: 10 de diciembre de 2026\nHora: 10:00 h", "09:00"),
  ])
  func timesInOtherLanguagesAreUnderstood(text: String, utc: String) throws {
    #expect(ISO8601.text(try paste(text).start.start) == "2026-12-10T\(utc):00Z")
  }

  @Test func aMailInGermanIsRead() throws {
    let mail = try paste(
      """
      Von: Dana Fuchs <dana@acme.example>
      Betreff: Einladung: Zweites Gespräch
      Wann: Donnerstag, 10. Dezember 2026 10:00-11:00
      Ort: Raum 4
      """)
    #expect((mail.summary, mail.place) == ("Zweites Gespräch", "Raum 4"))
    #expect((mail.sender, mail.address) == ("Dana Fuchs", "dana@acme.example"))
    #expect(
      try paste("Betreff: Abgesagt: Gespräch\nWann: 10. Dezember 2026 10:00").isCancelled)
  }

  // MARK: - Several

  private func several(_ text: String, known: Set<String> = []) throws -> Invitations {
    try Invitations(Array(text.utf8), clocks: Self.clocks) { known.contains($0) }
  }

  @Test func ofACalendarTheInterviewsAreTaken() throws {
    func event(_ uid: String, _ name: String, _ day: Int, _ more: String...) -> [String] {
      ["BEGIN:VEVENT", "UID:\(uid)", "SUMMARY:\(name)", "DTSTART:202612\(day)T090000Z"] + more
        + ["END:VEVENT"]
    }
    let events = [
      event("b", "Second interview", 14), event("a", "Interview mit Acme", 12),
      event("c", "Dentist", 12), event("d", "Interview club", 10, "RRULE:FREQ=WEEKLY"),
      event("e", "Talk", 16, "DESCRIPTION:An interview with the whole team."),
      event("a", "Interview mit Acme", 13, "SEQUENCE:1"), event("f", "Acme", 17),
    ]
    let text = (["BEGIN:VCALENDAR", "METHOD:PUBLISH"] + events.flatMap { $0 } + ["END:VCALENDAR"])
      .joined(separator: "\r\n")
    let found = try several(text, known: ["f"])
    #expect(found.taken.map(\.uid) == ["a", "b", "e", "f"])
    #expect(
      found.taken.map { ISO8601.text($0.start.start).prefix(10).suffix(2) } == [
        "13", "14", "16", "17",
      ])
    #expect(found.passedOver.map(\.name) == ["Dentist", "Interview club"])
    #expect(found.passedOver[1].why.contains("a meeting that repeats"))
    // One alone is meant, whatever it is called.
    #expect(try several(calendar("DTSTART:20261210T090000Z", "SUMMARY:Coffee")).taken.count == 1)
    #expect(throws: Invitation.Fault.several(["Dentist", "Lunch"])) {
      try several(
        calendar(
          "DTSTART:20261210T090000Z", "SUMMARY:Dentist", "END:VEVENT", "BEGIN:VEVENT", "UID:2",
          "SUMMARY:Lunch"))
    }
  }

  @Test func whatIsNoTimeOrOfTwoPlacesIsRefused() throws {
    func fault(_ text: String, zone: String = "") -> Invitation.Fault? {
      do throws(Invitation.Fault) {
        _ = try Invitation(
          pasted: Array(text.utf8), now: Self.now, clocks: Self.clocks, zone: zone)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault("Why us?\nDate: Thu, 26 Nov 2026 10:00:00 +0100\n") == .noCalendar)
    #expect(fault("") == .noCalendar)
    #expect(fault("When: you can") == .oddStart("you can"))
    // Central time, or China's.
    #expect(fault("When: 10 December 2026 10:00 (CST)") == .unknownZone("CST"))
    #expect(fault("When: 10 December 2026 10:00 (CST)", zone: "Europe/Lisbon") == nil)
    #expect(fault("When: 10/12/2026 10:00") == .oddStart("10/12/2026 10:00"))
  }

  /// Whatever is changed in one, it is read or refused, at once.
  @Test func noChangeOfItStopsTheReader() {
    let campaign = Campaign("invitations", whole: 20_000, slice: 1000)
    let original = Array(Self.outlook.utf8)
    for seed in campaign.seeds {
      var random = CaseGenerator(seed: seed)
      var bytes = original
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8(Int.random(in: 0..<256, using: &random))
        case 1:
          bytes.removeSubrange(
            place..<min(bytes.count, place + Int.random(in: 0..<40, using: &random)))
        case 2: bytes.insert(UInt8(0x30 + Int.random(in: 0..<10, using: &random)), at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      _ = try? Invitation(bytes, clocks: Self.clocks)
      _ = try? Invitation(pasted: bytes, now: Self.now, clocks: Self.clocks)
    }
  }
}

extension CalendarEvent {
  fileprivate static let one = event("1", "Interview, Acme", 10)
  fileprivate static let other = event("2", "Interview, Contoso", 11)

  private static func event(_ uid: String, _ summary: String, _ day: Int) -> CalendarEvent {
    let start = Day(number: 20_797 + day - 10).start(utcOffset: 0, startHour: 9)
    return CalendarEvent(
      uid: uid, changed: start, changes: 0, time: .moment(start, minutes: 60), summary: summary)
  }
}
