import Campaign
import TestSupport
import Testing

@testable import Application

@Suite struct InterviewsTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private var interviews: Interviews { get throws { try Interviews(in: stage) } }
  private func add(_ employer: String, _ time: String, round: Int? = nil) throws {
    try interviews.add(with: employer, at: time, round: round)
  }

  @Test func onesAheadAndOverAreAddedAndListed() throws {
    #expect(
      try stage.messages { try add("Acme", "2026-11-30T14:00", round: 1) }
        == """
        starling: Acme, round 1: Mon 30 Nov 2026, 14:00 (in 7 days)
        starling: “starling plan” shows the way there

        """)
    #expect(
      try stage.messages { try add("Umbrella", "2026-11-01T14:00", round: 1) }
        == """
        starling: Umbrella, round 1: Sun 1 Nov 2026, 14:00 (22 days ago)
        starling: it is in the past, so there is nothing to plan

        """)
    #expect(
      try stage.output { try interviews.list(asJSON: false) } == """
        ID  ROUND  STARTS            DAYS  EMPLOYER
        2   1      2026-11-01 14:00  -22   Umbrella
        1   1      2026-11-30 14:00  7     Acme

        """)
    #expect(
      try stage.output { try interviews.show("1", asJSON: true) } == """
        {
          "id": 1,
          "employer": "Acme",
          "round": 1,
          "starts_at": "2026-11-30T14:00:00Z",
          "days_left": 7,
          "is_time_known": true
        }

        """)
  }

  @Test func aRoundThatIsNotNamedIsTheNext() throws {
    _ = try stage.messages { try add("Acme", "2026-11-20T14:00", round: 2) }
    #expect(try stage.messages { try add("Acme", "2026-11-30T14:00") }.contains("Acme, round 3: "))
    // The first was not written down.
    #expect(try stage.messages { try add("Acme", "2026-11-10T14:00") }.contains("Acme, round 1: "))
  }

  @Test func theNextOfSeveralIsMeant() throws {
    _ = try stage.messages {
      try add("Acme", "2026-11-01T14:00", round: 1)
      try add("Acme", "2026-11-30T14:00", round: 2)
    }
    #expect(
      try stage.output { try interviews.show("acme", asJSON: false) }
        == "Acme\nround 2\n2026-11-30 14:00, in 7 days\n")
    #expect(
      stage.refusal { try interviews.delete("Acme") }
        == "there are 2 interviews with Acme: give the number that “starling interviews list” shows"
    )
    #expect(
      try stage.messages { try interviews.delete("2") }
        == "starling: deleted Acme, round 2; “starling undo” brings it back\n")
    #expect(
      try stage.messages { try interviews.delete("Acme") }
        == "starling: deleted Acme, round 1; “starling undo” brings it back\n")
    #expect(
      stage.refusal { try interviews.show("Acme", asJSON: false) }
        == "there is no interview “Acme”; “starling interviews list” names them")
  }

  @Test func oneIsEdited() throws {
    _ = try stage.messages { try add("Acme", "2026-11-30T14:00", round: 1) }
    stage.willEdit { $0.replacing("round: 1", with: "round: 3") }
    #expect(
      try stage.messages { try interviews.edit("Acme", from: nil) }
        == "starling: changed Acme, round 3\n")
    try stage.home.write(
      "employer: Acme\nround: 3\nat: 2026-11-30T14:00\npeople: [Zoe]\n", to: "form.yaml")
    let said = try stage.messages {
      try interviews.edit("Acme", from: stage.home.file("form.yaml"))
    }
    #expect(said.contains("Zoe"))
    #expect(
      try stage.messages { try interviews.edit("Acme", from: nil) }
        == "starling: nothing has changed\n")
  }

  @Test func timesThatAreNoneOrTooFarAreRefused() throws {
    #expect(
      stage.refusal { try add("Acme", "soon") }
        == "“soon” is no time: write it as 3 dec 14:00, thu 2pm, tomorrow 10 or 2026-12-03 14:00; nothing was kept"
    )
    #expect(
      stage.refusal { try add("Acme", "2066-01-01T10:00") }?.hasSuffix("nothing was kept") == true)
    #expect(try stage.output { try interviews.list(asJSON: true) } == "[]\n")
  }
}
