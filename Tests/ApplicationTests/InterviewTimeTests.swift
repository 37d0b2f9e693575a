import TestSupport
import Testing

@testable import Application

/// When an interview is: what is understood, what is the same, and what has moved.
@Suite struct InterviewTimeTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private var interviews: Interviews { get throws { try Interviews(in: stage) } }
  private func add(
    _ employer: String, _ time: String, round: Int? = nil, isAnother: Bool = false
  ) throws -> String {
    try stage.messages {
      try interviews.add(with: employer, at: time, round: round, isAnother: isAnother)
    }
  }
  private var listed: String {
    get throws { try stage.output { try interviews.list(asJSON: false) } }
  }

  @Test func aDayAloneIsADayWhoseTimeIsNotKnown() throws {
    #expect(
      try add("Acme", "3 dec") == """
        starling: Acme, round 2: Thu 3 Dec 2026, time not known (in 10 days)
        starling: it counts as 9:00 until “starling interviews edit NAME --at TIME” says when it is
        starling: “starling plan” shows the way there

        """)
    #expect(
      try stage.output { try interviews.show("Acme", asJSON: false) }
        == "Acme\nround 2\n2026-12-03, time not known, in 10 days\n")
    let said = try stage.messages {
      try interviews.move("Acme", to: "2pm", zone: nil, isAnother: false)
    }
    #expect(
      said == """
        starling: Acme, round 2: Thu 3 Dec 2026, 14:00 (in 10 days)
        starling: it was 2026-12-03, time not known

        """)
    #expect(
      try stage.messages { try interviews.move("Acme", to: "14:00", zone: nil, isAnother: false) }
        == "starling: nothing has changed\n")
  }

  @Test func theSameAgainIsTheSameInterview() throws {
    _ = try add("Acme", "3 dec 14:00")
    #expect(
      try add("acme", "2026-12-03T14:00Z")
        == "starling: Acme, round 2 is there already: Thu 3 Dec 2026, 14:00 UTC (in 10 days)\n"
        || add("acme", "2026-12-03T14:00Z").contains("is there already"))
    #expect(try listed.split(separator: "\n").count == 2)
  }

  @Test func oneWithinADayOfAnotherIsAskedAbout() throws {
    _ = try add("Acme", "3 dec 14:00")
    for time in ["3 dec", "4 dec 14:00", "2 dec 14:00", "3 dec 13:59"] {
      #expect(
        stage.refusal { _ = try add("Acme", time, round: 7) } == """
          Acme, round 2 is within a day of that, 2026-12-03 14:00; nothing was changed
          “starling interviews edit 1 --at WHEN” moves that one; --another adds another one
          """, "\(time)")
    }
    #expect(try add("Beta", "3 dec 14:00").contains("Beta, round 2: "))
    #expect(try add("Acme", "4 dec 14:01").contains("Acme, round 3: "))
    #expect(try add("Acme", "3 dec 16:00", isAnother: true).contains("Acme, round 4: "))
    #expect(
      stage.refusal { try interviews.move("1", to: "16:00", zone: nil, isAnother: true) }
        == "Acme, round 4 is at that time already; nothing was changed")
    #expect(
      stage.refusal { try interviews.move("1", to: "17:00", zone: nil, isAnother: false) }?
        .hasPrefix("Acme, round 4 is within a day of that") == true)
  }
}
