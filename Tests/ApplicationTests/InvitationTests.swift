import Campaign
import Files
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What becomes of interviews as invitations come, move and go, where clocks are those of UTC.
@Suite struct InvitationTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private var interviews: Interviews { get throws { try Interviews(in: stage) } }
  private var kept: [Kept<Interview>] {
    get throws { try stage.workspace().store.notebook().interviews }
  }

  private func write(
    _ name: String = "invitation.ics", uid: String = "UID:one", start: String = "20261210T090000Z",
    sequence: Int = 0, made: String = "20261120T100000Z", method: String = "REQUEST",
    summary: String = "Second interview",
    organiser: String = "CN=Dana Fox:mailto:dana@acme.example",
    place: String = "LOCATION:Room 4"
  ) throws -> String {
    let text = """
      BEGIN:VCALENDAR
      METHOD:\(method)
      BEGIN:VEVENT
      \(uid)
      DTSTAMP:\(made)
      SEQUENCE:\(sequence)
      DTSTART:\(start)
      SUMMARY:\(summary)
      ORGANIZER;\(organiser)
      \(place)
      END:VEVENT
      END:VCALENDAR

      """
    try stage.home.write(text, to: name)
    return stage.home.file(name)
  }

  private func add(_ path: String, with employer: String? = nil, isAnother: Bool = false) throws
    -> String
  {
    try stage.messages { try interviews.add(from: path, with: employer, isAnother: isAnother) }
  }

  @Test func itIsKeptOnceAndMovesOnce() throws {
    #expect(
      try add(write(), with: "Acme") == """
        starling: Acme, round 2: Thu 10 Dec 2026, 9:00 (in 17 days)
        starling: “starling plan” shows the way there

        """)
    #expect(try add(write()).hasSuffix("was taken already; nothing has changed\n"))
    let moved = try write(start: "20261211T103000Z", sequence: 1, place: "LOCATION:Room 5")
    #expect(
      try add(moved) == """
        starling: Acme, round 2: Fri 11 Dec 2026, 10:30 (in 18 days)
        starling: it was 2026-12-10 9:00
        starling: the place was Room 4

        """)
    #expect(try add(moved).hasSuffix("was taken already; nothing has changed\n"))
    // The first one comes late, as mails do.
    #expect(try add(write()).contains("is older than the one that was taken last"))
    #expect(try kept.map(\.place) == ["Room 5"])
    #expect(try kept.map(\.startsAt) == [1_796_985_000_000])
    // What the person has changed since stays with the invitation that was taken.
    try stage.workspace().store.keep([
      Item(kept[0].thing.with { $0.notes = "mine" }, number: kept[0].id.value)
    ])
    let later = try write(start: "20261211T113000Z", sequence: 1, made: "20261121T100000Z")
    #expect(try add(later).contains("11:30"))
    #expect(try kept.map(\.notes) == ["mine"])
  }

  /// Each interview of a calendar comes, once; what is none is named.
  @Test func ofACalendarEachInterviewComes() throws {
    func event(_ uid: String, _ name: String, _ day: Int, _ more: String = "X-NONE:1") -> String {
      """
      BEGIN:VEVENT
      UID:\(uid)
      DTSTART:202612\(day)T090000Z
      SUMMARY:\(name)
      \(more)
      END:VEVENT
      """
    }
    let text =
      (["BEGIN:VCALENDAR", "METHOD:PUBLISH"] + [
        event("two", "Acme, second interview", 14), event("one", "Interview, Acme", 10),
        event("three", "Interview, Acme: the panel", 15), event("four", "Dentist", 11),
        event("five", "Interview practice", 12, "RRULE:FREQ=DAILY"),
      ] + ["END:VCALENDAR"]).joined(separator: "\n") + "\n"
    try stage.home.write(text, to: "all.ics")
    let path = stage.home.file("all.ics")
    let told = try add(path, with: "Acme")
    #expect(told.contains("“Dentist” does not read like an interview; it is passed over"))
    #expect(told.contains("“Interview practice” is a meeting that repeats"), "\(told)")
    #expect(try kept.map(\.uid).sorted() == ["one", "three", "two"])
    #expect(try Set(kept.map(\.round)).count == 3)
    let again = try add(path, with: "Acme")
    #expect(again.split(separator: "\n").count { $0.hasSuffix("nothing has changed") } == 3)
    #expect(try kept.count == 3)
    // One is moved; a single one cannot be tied to all.
    try stage.home.write(
      text.replacing("20261210T090000Z", with: "20261211T090000Z").replacing(
        "UID:one", with: "UID:one\nSEQUENCE:1"), to: "all.ics")
    #expect(try add(path).contains("it was 2026-12-10 9:00"))
    #expect(try kept.count == 3)
  }

  @Test func whatIsCalledOffGoesAndComesBack() throws {
    _ = try add(write(), with: "Acme")
    let off = try write(sequence: 1, method: "CANCEL")
    #expect(
      try add(off)
        == "starling: Acme, round 2, 2026-12-10 9:00, was called off, and is deleted; “starling undo” brings it back\n"
    )
    #expect(try kept.isEmpty)
    #expect(stage.refusal { _ = try add(off) }?.contains("came by no invitation here") == true)
    #expect(try add(write(start: "20261214T090000Z", sequence: 2), with: "Acme").contains("14 Dec"))
    #expect(try kept.count == 1)
  }

  @Test func whatHasALogStays() throws {
    stage.setClock(Stage.evening.adding(days: 30))
    _ = try add(write(), with: "Acme")
    let round = try kept[0]
    try stage.workspace().store.keep([Item(LogEntry(interview: round.id, text: "Why us?"))])
    #expect(try add(write(sequence: 1, method: "CANCEL")).contains("has a log here, and stays"))
    #expect(try kept.count == 1)
  }

  @Test func oneThatWasTypedGoesByItsInvitation() throws {
    _ = try stage.workspace().store.add(
      Interview(employer: "Acme", round: 3, startsAt: 1_796_893_200_000).with {
        $0.place = "Room 1"
      })
    #expect(try add(write()).contains("Acme, round 3: Thu 10 Dec 2026, 9:00"))
    #expect(try kept.map(\.uid) == ["one"])
    #expect(try kept.map(\.place) == ["Room 4"])
    // Another one within a day is asked about, and the one that is meant is moved by it.
    let near = try write("near.ics", uid: "UID:two", start: "20261210T140000Z")
    #expect(
      stage.refusal { _ = try add(near) } == """
        Acme, round 3 is within a day of that, 2026-12-10 9:00; nothing was changed
        “starling interviews edit 1 --from \(near)” moves that one; --another adds another one
        """)
    let words = try stage.messages { try interviews.edit("1", from: near) }
    #expect(words.contains("14:00") && words.contains("it was 2026-12-10 9:00"), "\(words)")
    #expect(try kept.map(\.uid) == ["two"])
    #expect(try add(write("b.ics", uid: "UID:three"), isAnother: true).contains("Acme, round 4"))
    #expect(
      stage.refusal { try interviews.edit("2", from: near) }
        == "it is the invitation to Acme, round 3 (1); nothing was changed")
  }

  @Test func theEmployerIsFoundOrAskedFor() throws {
    let stranger = try write()
    #expect(
      stage.refusal { _ = try add(stranger) } == """
        the invitation does not say with which employer it is (“Second interview” from Dana Fox, dana@acme.example, Thu 10 Dec 2026, 9:00 (in 17 days)); nothing was kept
        “starling interviews add NAME --from '\(stranger)'” does
        """)
    stage.willConfirm()
    #expect(try add(stranger).contains("Acme, round 2: "))
    // A known one by its name, wherever it stands; that of another word is none.
    _ = try stage.workspace().store.add(Interview(employer: "Ace", round: 2, startsAt: 0))
    let named = try write(
      uid: "UID:two", start: "20270110T090000Z", summary: "Interview (ACME)",
      organiser: "CN=Palace:mailto:x@gmail.com")
    #expect(try add(named).contains("Acme, round 3: "))
    let nobody = try write(
      uid: "UID:three", start: "20270210T090000Z", organiser: "CN=x:mailto:x@mail.gmail.com")
    #expect(
      stage.refusal { _ = try add(nobody) }?.contains("does not say with which employer") == true)
  }

  @Test func withoutANameOfItsOwnItIsKnownByItsTime() throws {
    let path = try write(uid: "X-NONE:1")
    _ = try add(path, with: "Acme")
    _ = try add(path, with: "Acme")
    #expect(try kept.count == 1)
  }

  @Test func aTextThatWasPastedIsTakenOnce() throws {
    try stage.home.write(
      "Subject: Second interview\nWhen: Thursday, December 10, 2026 9:00 AM-10:00 AM\nWhere: Room 4\n",
      to: "mail.txt")
    let path = stage.home.file("mail.txt")
    for _ in 0..<2 {
      #expect(try add(path, with: "Acme").contains("Acme, round 2: Thu 10 Dec 2026, 9:00"))
    }
    #expect(try kept.map(\.place) == ["Room 4"])
    // The file of the same comes later.
    _ = try add(write(), with: "Acme")
    #expect(try kept.map(\.uid) == ["one"])
  }

  @Test func whatCannotBeIsRefused() throws {
    let far = try write(start: "20991210T090000Z")
    #expect(stage.refusal { _ = try add(far, with: "Acme") }?.contains("within 20 years") == true)
    try stage.home.write("Why us?\n", to: "list.txt")
    let list = stage.home.file("list.txt")
    #expect(
      stage.refusal { _ = try add(list, with: "Acme") }?.contains("holds no invitation") == true)
    #expect(
      stage.refusal { try interviews.add(from: far, with: "Acme", zone: "Nowhere") }?
        .contains("there is no zone “Nowhere”") == true)
    #expect(try kept.isEmpty)
  }

  // MARK: - Out

  private func calendar(hasPractice: Bool = false, of other: Stage? = nil) throws -> String {
    let home = other ?? stage
    _ = try home.messages {
      try CalendarExport(hasPractice: hasPractice).write(to: home.home.file("all.ics"), in: home)
    }
    return try home.home.text(of: "all.ics")
  }

  @Test func theSameInterviewIsTheSameEvent() throws {
    _ = try stage.messages { try interviews.add(with: "Acme", at: "2026-12-10T14:00") }
    let first = try calendar()
    #expect(first == (try calendar()))
    #expect(first.contains("SEQUENCE:0\r\nDTSTART:20261210T140000Z\r\nDTEND:20261210T150000Z\r\n"))
    let uid = try #require(first.split(separator: "\r\n").first { $0.hasPrefix("UID:interview-") })
    stage.wait(minutes: 5)
    _ = try stage.messages {
      try interviews.move("Acme", to: "15:00", zone: nil, isAnother: false)
    }
    let second = try calendar()
    #expect(
      second.contains(
        "\(uid)\r\nDTSTAMP:20261123T190500Z\r\nSEQUENCE:1\r\nDTSTART:20261210T150000Z\r\n"))
    // Another home that has it from here has the same event.
    _ = try stage.messages { try Export(.json).write(to: stage.home.file("all.json"), in: stage) }
    let other = try Stage()
    other.setClock(Stage.evening.adding(days: 1))
    _ = try other.messages { try FileImport(stage.home.file("all.json")).run(in: other) }
    #expect(try calendar(of: other) == second)
  }

  @Test func oneByInvitationIsTheEventOfThat() throws {
    _ = try add(write(sequence: 3), with: "Acme")
    #expect(try calendar().contains("UID:one\r\nDTSTAMP:20261123T190000Z\r\nSEQUENCE:3\r\n"))
  }

  @Test func aDayWithoutATimeIsAllOfIt() throws {
    stage.setOffset(-5 * 3600)
    _ = try stage.messages { try interviews.add(with: "Acme", at: "2026-12-10") }
    #expect(
      try calendar().contains("DTSTART;VALUE=DATE:20261210\r\nDTEND;VALUE=DATE:20261211\r\n"))
  }

  @Test func theDaysOfThePlanAreInItWhereTheyAreWanted() throws {
    #expect(!(try calendar(hasPractice: true)).contains("UID:practice"))
    _ = try stage.messages { try interviews.add(with: "Acme", at: "2026-11-25T14:00") }
    let text = try calendar(hasPractice: true)
    #expect(!(try calendar()).contains("UID:practice"))
    for day in ["2026-11-23", "2026-11-24", "2026-11-25"] {
      #expect(text.contains("UID:practice-\(day)@starling\r\n"), "\(day)")
    }
    #expect(!text.contains("practice-2026-11-26"))
    #expect(text.contains("SUMMARY:Starling: ") && text.contains("TRANSP:TRANSPARENT"))
  }

  @Test func nothingButAnEarlierCalendarIsWrittenOver() throws {
    _ = try stage.messages { try interviews.add(with: "Acme", at: "2026-12-10T14:00") }
    let path = stage.home.file("out.ics")
    let export = CalendarExport(hasPractice: false)
    #expect(
      try stage.messages { try export.write(to: path, in: stage) }.hasSuffix(
        "1 interview in \(path)\n"))
    _ = try stage.messages { try export.write(to: path, in: stage) }
    let invitation = try write()
    #expect(
      stage.refusal { try export.write(to: invitation, in: stage) }?.contains("is there already")
        == true)
  }
}
