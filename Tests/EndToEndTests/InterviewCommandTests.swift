import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct InterviewCommandTests {
  @Test func interviewsAreAddedListedShownAndDeleted() throws {
    let home = try TemporaryHome()
    #expect(try home.starling("interviews", "list", "--json").output == "[]\n")
    let added = try home.starling("interviews", "add", "Acme Ltd", "--at", "2040-01-02T14:00Z")
    #expect(added.status == .exitCode(0))
    #expect(added.output == "")
    #expect(added.errors.hasPrefix("starling: Acme Ltd, round 2: Mon 2 Jan 2040, "))
    _ = try home.starling("interviews", "add", "Beta", "--at", "2011-01-02", "--round", "1")
    let list = try home.starling("interviews", "list", "--json")
      .decoded(as: [InterviewListing].self)
    #expect(list.map(\.employer) == ["Beta", "Acme Ltd"])
    #expect(list.map(\.round) == [1, 2])
    #expect(list.last?.starts_at == "2040-01-02T14:00:00Z")
    #expect(list.map { $0.days_left > 0 } == [false, true])
    let shown = try home.starling("interviews", "show", "acme ltd", "--json")
    #expect(try shown.decoded(as: InterviewListing.self).id == list.last?.id)
    #expect(try home.starling("interviews", "delete", "beta").status == .exitCode(0))
    let rest = try home.starling("interviews", "--json").decoded(as: [InterviewListing].self)
    #expect(rest.map(\.employer) == ["Acme Ltd"])
  }

  @Test func whatIsMeantIsAskedForWhenItIsNotClear() throws {
    let home = try TemporaryHome()
    for day in 1...2 {
      _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-0\(3 * day)")
    }
    let unclear = try home.starling("interviews", "delete", "Acme")
    #expect(unclear.status == .exitCode(64))
    #expect(unclear.errors.contains("“starling interviews list”"))
    #expect(try home.starling("interviews", "delete", "2").status == .exitCode(0))
    #expect(try home.starling("interviews", "delete", "Acme").status == .exitCode(0))
    #expect(try home.starling("interviews", "show", "Acme").status == .exitCode(65))
    #expect(try home.starling("interviews", "add", "Acme", "--at", "soon").status == .exitCode(64))
    #expect(
      try home.starling("interviews", "add", " ", "--at", "2040-01-01").status == .exitCode(64))
  }

  /// A name is the person's text: it must not command the terminal.
  @Test func controlCharactersInANameReachNoTerminal() throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Ac\u{1B}[2Jme", "--at", "2040-01-01")
    for arguments in [("list", "--json"), ("show", "1")] {
      let run = try home.starling("interviews", arguments.0, arguments.1)
      #expect(run.status == .exitCode(0))
      #expect(!run.output.contains("\u{1B}"))
    }
  }

  /// An invitation means one instant, wherever it is read: by its own rules, or by the zone files of the
  /// machine under the name that Windows has for it.
  @Test func anInvitationIsTheSameInstantInEachZone() throws {
    for (name, zone) in [
      ("W. Europe Standard Time", "Europe/Berlin"), ("Tokyo Standard Time", "UTC"),
    ] {
      for here in ["UTC", "America/New_York", "Pacific/Auckland"] {
        let home = try TemporaryHome()
        let environment = home.environment(adding: ["TZ": here])
        let run = try home.starling(
          "interviews", "add", "Acme", "--from", "-",
          input: """
            BEGIN:VCALENDAR\r
            BEGIN:VEVENT\r
            UID:1\r
            DTSTART;TZID=\(name):20390710T100000\r
            END:VEVENT\r
            END:VCALENDAR\r

            """, environment: environment)
        #expect(run.status == .exitCode(0), "\(run.errors)")
        let list = try home.starling("interviews", "--json", environment: environment)
          .decoded(as: [InterviewListing].self)
        #expect(
          list.map(\.starts_at)
            == [zone == "UTC" ? "2039-07-10T01:00:00Z" : "2039-07-10T08:00:00Z"])
        let calendar = try home.starling("calendar", "-", environment: environment).output
        #expect(calendar.contains("DTSTART:20390710T0\(zone == "UTC" ? 1 : 8)0000Z\r\n"))
      }
    }
    let neither = try TemporaryHome().starling("interviews", "add", "Acme")
    #expect(neither.status == .exitCode(64))
  }

  @Test func anInterviewThatIsOverIsTheRoundThatIsMissing() throws {
    let home = try TemporaryHome()
    for (time, round) in [("2040-01-02", 2), ("2011-01-02", 1), ("2040-02-02", 3)] {
      let run = try home.starling("interviews", "add", "Acme", "--at", time)
      #expect(run.errors.hasPrefix("starling: Acme, round \(round)"), "\(run.errors)")
    }
  }
}

struct InterviewListing: Decodable {
  var id: Int?
  var employer: String
  var round: Int
  var starts_at: String
  var days_left: Int
}
