import Scheduler
import Testing

@testable import Exchange

@Suite struct CalendarTextTests {
  private static let changed = Timestamp(milliseconds: 1_795_723_200_123)

  private func event(_ summary: String) -> CalendarEvent {
    CalendarEvent(
      uid: "interview-0123456789abcdef@starling", changed: Self.changed, changes: 2,
      time: .moment(Timestamp(milliseconds: 1_796_893_200_000), minutes: 60), summary: summary)
  }

  @Test func anEventIsWrittenAsCalendarsReadIt() {
    var event = event("Interview: Acme, round 2")
    event.place = "2 High Street; room 4"
    event.description = "With: Dana Fox\r\nBring: a \\ and two printed CVs"
    event.reminder = 120
    #expect(
      CalendarText.text([event])
        == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Starling//Starling 1//EN
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:interview-0123456789abcdef@starling
        DTSTAMP:20261126T200000Z
        SEQUENCE:2
        DTSTART:20261210T090000Z
        DTEND:20261210T100000Z
        SUMMARY:Interview: Acme\\, round 2
        LOCATION:2 High Street\\; room 4
        DESCRIPTION:With: Dana Fox\\nBring: a \\\\ and two printed CVs
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Interview: Acme\\, round 2
        TRIGGER:-PT120M
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """.replacing("\n", with: "\r\n"))
  }

  @Test func aDayIsAllOfIt() {
    var event = event("Starling: 20 min, 6 cards")
    event.time = .day(Day(number: 20_818))
    event.isBusy = false
    let text = CalendarText.text([event])
    #expect(
      text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "\(text)")
    #expect(text.contains("\r\nTRANSP:TRANSPARENT\r\n"))
  }

  /// By bytes, never within a character, and no line is lost.
  @Test func longLinesAreFolded() throws {
    for unit in ["a", "ä", "語", "👩‍👩‍👧", "é, "] {
      let summary = String(repeating: unit, count: 90).trimmingPrefix(" ")
      let text = CalendarText.text([event(String(summary))])
      let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(!text.replacing("\r\n", with: "").contains { $0.isNewline })
      let read = try CalendarComponent(Array(text.utf8))
      #expect(read.all("VEVENT").first?.text("SUMMARY") == String(summary).trimmingSuffix)
    }
  }

  /// Nothing of a name becomes a line of its own.
  @Test func controlCharactersAreNoLines() {
    let text = CalendarText.text([event("Acme\u{0D}BEGIN:VALARM\u{1B}[2J\u{2028}x\u{0}")])
    #expect(text.contains("SUMMARY:Acme\\nBEGIN:VALARM[2J"))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\r" || $0 == "\n" || $0.value >= 0x20 })
  }
}

extension String {
  fileprivate var trimmingSuffix: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
