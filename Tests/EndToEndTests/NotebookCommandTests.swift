import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct NotebookCommandTests {
  @Test func aSlipInAnEmployersNameMakesNoOtherEmployer() throws {
    let home = try Self.candidate()
    let run = try home.starling("doubts", "add", "Acmee", "Too little budget")
    #expect(run.status == .exitCode(65))
    #expect(run.errors.contains("did you mean “Acme”?"), "\(run.errors)")
    #expect(try home.starling("doubts", "add", "Gamma", "No degree").status == .exitCode(0))
    #expect(try !home.starling("employers").output.contains("Acmee"))
  }

  /// A candidate with a first round behind and a second ahead.
  static func candidate(
    past: String = "2011", future: String = "2040"
  ) throws -> TemporaryHome {
    let home = try TemporaryHome()
    for (employer, year, more) in [
      ("Acme", "\(past)-01-02T10:00Z", ["--round", "1"]), ("Acme", "\(future)-01-02T14:00Z", []),
      ("Beta", "\(future)-01-03T14:00Z", []),
    ] {
      _ = try CommandRun(
        ProgramPath.built("starling"), ["interviews", "add", employer, "--at", year] + more,
        environment: home.environment())
    }
    for title in ["Freezer audit", "Night list", "Rota row", "Depot move", "Stock count"] {
      #expect(try home.starling("stories", "add", title).status == .exitCode(0))
    }
    let forms: [([String], String)] = [
      (
        ["stories", "edit", "Freezer audit"],
        """
        title: Freezer audit
        headline: The first audit I ran failed.
        families: {CUST: strong, DISA: workable}
        figures:
          - {figure: 12 to 3 complaints, known: own count of 8 weeks}
          - {figure: saved 20k, do-not-claim: true}
        """
      ), (["stories", "edit", "Rota row"], "title: Rota row\nfamilies: {DISA: strong}"),
      (
        ["people", "add"],
        "employer: Acme\nrole: Operations manager\nneeds: fewer calls\nstory: Freezer audit"
      ),
      (
        ["log", "edit", "Acme"],
        """
        asked:
          - {question: A row?, family: DISA, story: Rota row, landed: thin}
        doubts:
          - {doubt: budget size, evidence: managed 180k, story: Stock count}
        finished: true
        """
      ),
      (
        ["facts", "add"], "employer: Acme\nfact: a strike of 1987\ntopic: news\nday: \(past)-01-01"
      ),
      (
        ["employers", "edit", "Acme"], "name: Acme\none-thing: I saved 20k.\npay: 31,000 to 34,000"
      ),
    ]
    for (arguments, form) in forms {
      let run = try CommandRun(
        ProgramPath.built("starling"), arguments + ["--from", "-"], input: form,
        environment: home.environment())
      #expect(run.status == .exitCode(0), "\(arguments): \(run.errors)")
    }
    return home
  }

  @Test func everyFigureOnTheBriefIsOneThatWasEntered() throws {
    let home = try Self.candidate()
    let run = try home.starling("brief", "Acme")
    #expect(run.status == .exitCode(0))
    let body = run.output.split(separator: "\n").dropFirst().filter { !$0.contains("YQ-") }
    let text = body.joined(separator: "\n")
    for expected in [
      "12 to 3 complaints (own count of 8 weeks)", "Rota row (round 1)",
      "“saved 20k” (Freezer audit)",
      "I saved 20k. (do not claim “saved 20k”)", "budget size: managed 180k; story Stock count",
      "a strike of 1987 (STALE, of 1 Jan 2011,", "only if asked: 31,000 to 34,000",
    ] {
      #expect(text.contains(expected), "\(expected) in\n\(run.output)")
    }
    let entered: Set = ["12", "3", "8", "20k", "1", "180k", "1987", "2011,", "31,000", "34,000"]
    let numbers = text.split { !$0.isLetter && !$0.isNumber && $0 != "," }.map(String.init)
      .filter { $0.first?.isNumber == true }
    let ages = numbers.filter { Int($0).map { $0 > 5000 } ?? false }
    #expect(ages.count == 1, "the age of the stale fact: \(ages)")
    #expect(Set(numbers).subtracting(ages).isSubset(of: entered), "\(numbers)")
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 67)
  }

  @Test func theMatrixCountsAsToldWhatThisEmployerHeard() throws {
    let home = try Self.candidate()
    let acme = try home.starling("stories", "matrix", "--json").decoded(as: Matrix.self)
    #expect(acme.stories.map(\.times_told) == [0, 0, 1, 0, 0])
    #expect(acme.families.first { $0.family == "DISA" }?.cover == "covered")
    let beta = try home.starling("stories", "matrix", "Beta", "--json").decoded(as: Matrix.self)
    #expect(beta.stories.map(\.times_told) == [0, 0, 0, 0, 0])
    _ = try home.starling("stories", "told", "night", "Acme", "--to", "operations manager")
    #expect(
      try home.starling("stories", "show", "Night list").output
        == "Title: Night list\ntold to Acme, round 1 to Operations manager\n")
  }

  @Test func whatTheAdvertAsksForCountsMore() throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z")
    _ = try home.starling("grade", "star-people/PE-01", "good")
    func readiness() throws -> Double {
      try home.starling("due", "--json").decoded(as: DueListing.self).interview.readiness
    }
    let before = try readiness()
    for (form, factor) in [
      ("advert", 1.5), ("doubts", 2),
    ] {
      let text = form == "advert" ? "requirement: pulling together" : "doubt: pulls alone"
      let cards = form == "advert" ? "cards: [star-people/PE-01]" : "card: star-people/PE-01"
      let run = try home.starling(
        form, "add", "--from", "-", input: "employer: Acme\n\(text)\n\(cards)\n")
      #expect(run.status == .exitCode(0), "\(run.errors)")
      #expect(try readiness() > before * (factor - 0.1))
    }
  }

  @Test func whatIsKnownAndDoubtedIsPractised() throws {
    let home = try TemporaryHome()
    #expect(try !home.starling("decks", "list").output.contains("notebook"))
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z")
    _ = try home.starling("facts", "add", "Acme", "meals for schools")
    _ = try home.starling(
      "doubts", "add", "--from", "-",
      input: "employer: Acme\ndoubt: budget size\nevidence: managed 180k")
    let run = try home.starling("practice", "notebook", "--plain", input: "\n3\n\n3\n")
    #expect(run.output.contains("We at Acme have a doubt: budget size. What do you say to that?"))
    #expect(run.output.contains("managed 180k") && run.output.contains("meals for schools"))
    #expect(try home.starling("doubts", "list").output.contains("said well 1 of 2"))
    // The employer itself asks about it in a rehearsal, and no other does.
    _ = try home.starling("interviews", "add", "Beta", "--at", "2040-01-03T14:00Z")
    for (employer, isAsked) in [("Acme", true), ("Beta", false)] {
      let sheet = try home.starling("brief", employer, "--friend").output
      #expect(sheet.contains("We at Acme") == isAsked, "\(sheet)")
    }
    let due = try home.starling("memory", "--json").output
    #expect(due.contains("notebook/D-") && due.contains("notebook/F-"))
    #expect(try home.starling("decks", "check").status == .exitCode(0))
  }

  @Test func theOtherFormatsHaveTheSame() throws {
    let home = try Self.candidate()
    let html = try home.starling("brief", "--format", "html").output
    #expect(html.contains("<li dir=\"auto\">Rota row (round 1)</li>"))
    #expect(try home.starling("brief", "--format", "markdown").output.contains("## DO NOT CLAIM"))
    let friend = try home.starling("brief", "--friend", "--seed", "7").output
    #expect(friend == (try home.starling("brief", "--friend", "--seed", "7").output))
    #expect(friend.contains("PRESS ON      budget size") && !friend.contains("180k"))
  }

  @Test func whoIsNamedForARoundIsAddedToThePeople() throws {
    let home = try Self.candidate()
    let run = try home.starling(
      "interviews", "edit", "Beta", "--from", "-",
      input: "employer: Beta\nat: 2040-01-03 10:00\npeople: [Dana Okafor]\n")
    #expect(
      run.errors
        == "starling: changed Beta, round 2\nstarling: Dana Okafor was added to the people of Beta.\n"
    )
    #expect(try home.starling("people", "list", "Beta").output.contains("Dana Okafor"))
    #expect(try home.starling("brief", "Beta").output.contains("PEOPLE        Dana Okafor"))
  }

  @Test func aFormLeftAsItIsChangesNothing() throws {
    let home = try Self.candidate()
    var environment = home.environment()
    environment["EDITOR"] = "true"
    let session = try home.session("stories", "edit", "Rota row", environment: environment)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(session.output == "starling: nothing has changed\r\n")
  }

  @Test func anEmployerIsAddedByItsName() throws {
    let home = try TemporaryHome()
    let added = try home.starling("employers", "add", "Halden Rail")
    #expect(added.status == .exitCode(0))
    #expect(added.errors == "starling: kept Halden Rail\n")
    #expect(
      try home.starling("employers", "list").output
        == "ROUNDS  EMPLOYER     ROLE\n0       Halden Rail  \n")
    let again = try home.starling("employers", "add", "halden rail")
    #expect(again.status == .exitCode(65))
    #expect(again.errors == "starling: there is an employer “Halden Rail” already\n")
    #expect(try home.starling("employers", "add", " ").status == .exitCode(64))
  }

  @Test func whatIsLoggedWithoutARoundIsNeverOfOneAhead() throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02 10:00")
    for arguments in [
      ["log", "add", "Acme", "Why?"], ["log", "edit", "Acme", "--from", "-"],
    ] {
      let run = try CommandRun(
        ProgramPath.built("starling"), arguments, environment: home.environment())
      #expect(run.status == .exitCode(65))
      #expect(
        run.errors
          == "starling: no round with Acme has been yet; name the one ahead with --round 2, or add one that has been with “starling interviews add Acme --at TIME --round N”\n"
      )
    }
    _ = try home.starling("interviews", "add", "Acme", "--at", "2020-01-02 10:00", "--round", "1")
    #expect(
      try home.starling("log", "add", "Acme", "Why?").errors
        == "starling: kept for Acme, round 1\n")
    #expect(try home.starling("log", "show", "Acme", "--round", "2").output == "Acme, round 2\n\n")
  }

  @Test func whoAskedBecomesOneOfTheirPeopleUnlessTheNameIsNearlyAKnownOne() throws {
    let home = try Self.candidate()
    let run = try home.starling("log", "add", "Acme", "Why us?", "--asked-by", "Noor")
    #expect(run.status == .exitCode(0))
    #expect(run.errors.hasPrefix("starling: Noor was added to the people of Acme\n"))
    #expect(try home.starling("people", "list", "Acme").output.contains("Noor"))
    #expect(
      try home.starling("stories", "told", "Rota row", "Acme", "--to", "noor").status
        == .exitCode(0))
    let near = try home.starling(
      "log", "add", "Acme", "Why us?", "--asked-by", "Operatons manager")
    #expect(near.status == .exitCode(65))
    #expect(near.errors.contains("did you mean “Operations manager”?"))
  }

  @Test(arguments: [
    "65 facts show nothing", "65 facts list Nobody", "65 stories add Rota_row", "64 facts add",
    "65 brief Nobody", "64 stories list Acme", "65 log add Acme Why? --family X",
    "66 facts add Acme --from /nowhere", "65 log edit Nobody",
  ])
  func whatCannotBeDoneSaysSo(_ line: String) throws {
    let home = try Self.candidate()
    let words = line.split(separator: " ").map { String($0).replacing("_", with: " ") }
    let arguments = Array(words.dropFirst())
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments, environment: home.environment())
    #expect(run.status == .exitCode(Int32(words[0]) ?? 0), "\(run.errors)")
    #expect(run.output.isEmpty && !run.errors.isEmpty)
  }
}

private struct Matrix: Decodable {
  struct Row: Decodable {
    var title: String
    var times_told: Int
  }
  struct Column: Decodable {
    var family: String
    var cover: String
  }
  var stories: [Row]
  var families: [Column]
}

private struct DueListing: Decodable {
  struct Interview: Decodable {
    var readiness: Double
  }
  var interview: Interview
}
