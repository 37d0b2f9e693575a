import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct ExportTests {
  /// A home in which something of everything was done by commands.
  private func usedHome() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    try home.write("practice:\n  minutes: 25 # mine\n", to: "config.yaml")
    for arguments in [
      ["grade", "sample/A1", "good", "--at", "2026-10-01T10:00:00Z"],
      ["grade", "sample/B2", "again", "--at", "2026-10-02T10:00:00Z"],
      ["grade", "star-people/PE-01", "easy"], ["undo"],
      ["interviews", "add", "Acme", "--at", "2027-01-05T14:00:00Z"],
    ] {
      let run = try CommandRun(
        ProgramPath.built("starling"), arguments, environment: home.environment())
      #expect(run.status == .exitCode(0), "\(run.errors)")
    }
    return home
  }

  @Test func whatIsInAFileAlreadyStaysBeforeWhatIsAddedToIt() throws {
    let home = try usedHome()
    for command in ["export --format csv -", "export --format markdown -", "report -"] {
      let run = try CommandRun(
        ProgramPath.installed("sh"),
        [
          "-c",
          "cd \"$STARLING_HOME\"; echo precious > f; \"$STARLING\" \(command) >> f; echo end >> f; head -1 f; tail -1 f",
        ], environment: home.environment(adding: ["STARLING": ProgramPath.built("starling")]))
      #expect(run.output == "precious\nend\n", "\(command): \(run.output)\(run.errors)")
    }
  }

  @Test func aCopyTakesThePlaceOfNoFileButADatabase() throws {
    let home = try usedHome()
    try home.write("my life\n", to: "cv.txt")
    let run = try home.starling("backup", home.file("cv.txt"))
    #expect(run.status == .exitCode(73))
    #expect(run.errors.contains("cv.txt is there already, and is no database; give another name"))
    #expect(try home.text(of: "cv.txt") == "my life\n")
  }

  @Test func everythingGoesIntoAnEmptyHomeAndComesOutTheSame() throws {
    let home = try usedHome()
    let out = home.file("out.json")
    #expect(try home.starling("export", out).status == .exitCode(0))
    let other = try TemporaryHome()
    let imported = try other.starling("import", out)
    #expect(imported.status == .exitCode(0), "\(imported.errors)")
    #expect(imported.errors.contains("and 1 file were added"))
    // Settings stay what they are here until they are asked for.
    #expect(imported.errors.contains("“starling config --from \(out)”"))
    #expect(try other.starling("config", "practice.minutes").output == "20\n")
    let taken = try other.starling("config", "--from", out)
    #expect(taken.output == "practice.minutes: 25\n")
    try other.write("practice:\n  minutes: 25 # mine\n", to: "config.yaml")
    #expect(try other.starling("export", other.file("out.json")).status == .exitCode(0))
    #expect(try other.text(of: "out.json") == home.text(of: "out.json"))
    let at = "2026-12-01T00:00:00Z"
    #expect(
      try other.starling("memory", "--json", "--at", at).output
        == home.starling("memory", "--json", "--at", at).output)

    let again = try other.starling("import", out)
    #expect(again.errors.contains("0 rows and 0 files were added"), "\(again.errors)")
    #expect(!again.errors.contains("another one here"), "\(again.errors)")
    #expect(try other.starling("export", other.file("again.json")).status == .exitCode(0))
    #expect(try other.text(of: "again.json") == home.text(of: "out.json"))
    #expect(try other.starling("doctor").status == .exitCode(0))
  }

  @Test func everythingWrittenOfInterviewsGoesOutAndIn() throws {
    let home = try NotebookCommandTests.candidate(past: "2020", future: "2040")
    func run(_ arguments: [String], in home: TemporaryHome, input: String = "") throws -> CommandRun
    {
      let run = try CommandRun(
        ProgramPath.built("starling"), arguments, input: input, environment: home.environment())
      #expect(run.status == .exitCode(0), "\(arguments): \(run.errors)")
      return run
    }
    for (arguments, input) in [
      (["stories", "told", "Night list", "Acme", "--to", "Operations manager"], ""),
      (["questions", "add", "Acme", "Who trains people?"], ""),
      (["advert", "paste", "Acme", "--from", "-"], "calm with customers\nreads a budget\n"),
      (["decision", "add", "weekends off"], ""),
      (["decision", "say", "weekends off", "Beta", "yes", "the rota"], ""),
      (
        ["log", "edit", "Acme", "--from", "-"],
        """
        asked:
          - {question: A row?, family: DISA, story: Rota row, landed: thin, pressed-on: the end}
        doubts:
          - {doubt: budget size, evidence: managed 180k, story: Stock count}
        promises:
          - {promise: send the list, due: 2027-01-02}
        thanks:
          - {to: Operations manager, for: the tour, sent: true}
        not-asked: [money]
        finished: true
        """
      ),
      (["grade", "notebook/\(try doubtCard(home))", "good"], ""),
    ] { _ = try run(arguments, in: home, input: input) }
    let out = home.file("out.json")
    _ = try run(["export", out], in: home)
    let other = try TemporaryHome()
    _ = try run(["import", out], in: other)
    _ = try run(["export", other.file("out.json")], in: other)
    #expect(try other.text(of: "out.json") == home.text(of: "out.json"))
    for listing in [
      ["stories", "list"], ["stories", "matrix"], ["interviews", "list"], ["people", "list"],
      ["doubts", "list"], ["facts", "list"], ["questions", "list"], ["advert", "list"],
      ["decision", "table"], ["log", "list"], ["log", "show", "Acme"],
      ["decks", "show", "notebook"],
      ["employers", "list"],
    ] {
      let before = try run(listing, in: home).output
      #expect(try run(listing, in: other).output == before, "\(listing)")
      #expect(!before.isEmpty, "\(listing)")
    }
  }

  /// The card of the only doubt.
  private func doubtCard(_ home: TemporaryHome) throws -> String {
    let shown = try home.starling("decks", "show", "notebook").output
    return try #require(shown.firstMatch(of: /D-[0-9a-f]+/).map { String($0.output) })
  }

  @Test func whatIsHereIsNotOverwritten() throws {
    let home = try usedHome()
    #expect(try home.starling("export", home.file("out.json")).status == .exitCode(0))
    try home.write("practice:\n  minutes: 40\n", to: "config.yaml")
    try home.writeDeck("sample", sampleDeck + "\n# mine\n")
    let run = try home.starling("import", home.file("out.json"))
    #expect(run.status == .exitCode(0))
    #expect(!run.errors.contains("changed"), "\(run.errors)")
    #expect(try home.text(of: "config.yaml") == "practice:\n  minutes: 40\n")
    #expect(try home.text(of: "decks/sample.yaml").hasSuffix("# mine\n"))
  }

  private func command(_ arguments: [String], in home: TemporaryHome) throws -> CommandRun {
    try CommandRun(
      ProgramPath.built("starling"), arguments, environment: home.environment())
  }

  /// An export takes the place of an earlier one and of nothing else.
  @Test(arguments: [
    ["export"], ["export", "--format", "csv"], ["export", "--format", "anki"],
    ["export", "--format", "markdown"], ["report"],
  ])
  func noFileOfThePersonsIsOverwritten(command: [String]) throws {
    let home = try usedHome()
    let deck = try home.text(of: "decks/sample.yaml")
    for (name, text) in [
      ("decks/sample.yaml", deck), ("cv.txt", "My life\n"), ("page.html", "<!DOCTYPE html>\n<p>Hi"),
      ("unsaved-run-1-1.json", "{\n  \"starling_archive\": 1,\n  \"tables\": {}}"),
    ] {
      try home.write(text, to: name)
      let run = try self.command(command + [home.file(name)], in: home)
      #expect(run.status == .exitCode(73), "\(command) \(name): \(run.errors)")
      #expect(try home.text(of: name) == text)
    }
    for name in ["config.yaml", "decks/new.yaml", "starling.sqlite-journal"] {
      let run = try self.command(command + [home.file(name)], in: home)
      #expect(run.status == .exitCode(73), "\(command) \(name): \(run.errors)")
    }
    let piped = try CommandRun(
      ProgramPath.installed("sh"),
      [
        "-c",
        "'\(ProgramPath.built("starling"))' \(command.joined(separator: " ")) /dev/stdout | cat",
      ],
      environment: home.environment())
    #expect(piped.status == .exitCode(0) && !piped.output.isEmpty, "\(piped.errors)")
    #expect(!piped.errors.contains(" is in "), "\(piped.errors)")
    try home.write("", to: "new")
    for _ in 0..<2 {
      let run = try self.command(command + [home.file("new")], in: home)
      #expect(run.status == .exitCode(0), "\(run.errors)")
      let said = "starling: the \(command[0]) is in \(home.file("new"))\n"
      #expect(run.errors.hasSuffix(said), "\(run.errors)")
      #expect(try !home.text(of: "new").isEmpty)
    }
  }

  @Test func reviewsAsCSVGoInAndComeOutUnchanged() throws {
    let home = try usedHome()
    let run = try home.starling("export", "--format", "csv", "/dev/stdout")
    #expect(
      run.output == """
        card_id,review_time,review_rating
        sample/A1,1790848800000,3
        sample/B2,1790935200000,1

        """)
    let other = try TemporaryHome()
    try other.write(run.output, to: "reviews.csv")
    #expect(try other.starling("import", other.file("reviews.csv")).status == .exitCode(0))
    #expect(try other.starling("export", "--format", "csv", "/dev/stdout").output == run.output)
  }

  @Test func aDashIsStandardInputAndOutput() throws {
    let home = try usedHome()
    let export = try home.starling("export", "-")
    #expect(export.status == .exitCode(0))
    let other = try TemporaryHome()
    try other.write(home.text(of: "config.yaml"), to: "config.yaml")
    #expect(try other.starling("import", "-", input: export.output).status == .exitCode(0))
    #expect(try other.starling("export", "-").output == export.output)
    #expect(try home.starling("report", "-").output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func noDatabaseIsEverTheTargetOfAnExport() throws {
    let home = try usedHome()
    let run = try home.starling("export", home.file("starling.sqlite"))
    #expect(run.status == .exitCode(73))
    #expect(try home.starling("doctor").status == .exitCode(0))
  }

  @Test(arguments: [
    #"{"starling_archive": 1, "decks": {"../evil.yaml": "x"}}"#,
    #"{"starling_archive": 1, "decks": {"/etc/evil.yaml": "x"}}"#,
    #"{"starling_archive": 1, "decks": {".evil.yaml": "x"}}"#,
    #"{"starling_archive": 1, "decks": {"evil.sh": "x"}}"#,
    #"{"starling_archive": 1, "tables": {"reviews": [{"card": "d/A"}]}}"#, "{}", "{",
    "[1]", "\u{FEFF}[1]",
    #"{"starling_archive": 1, "decks": {"a\u0000b.yaml": "x"}}"#,
    #"{"starling_archive": 1, "decks": {"a.yaml": "x", "A.yaml": "x"}}"#,
    ##"{"starling_archive": 1, "decks": {"\##(String(repeating: "n", count: 300)).yaml": "x"}}"##,
  ]) func whatDoesNotFitExits65AndChangesNothing(text: String) throws {
    let home = try usedHome()
    try home.write(text, to: "in.json")
    #expect(try home.starling("export", home.file("before.json")).status == .exitCode(0))
    let run = try home.starling("import", home.file("in.json"))
    #expect(run.status == .exitCode(65), "\(run.errors)")
    #expect(try home.starling("export", home.file("after.json")).status == .exitCode(0))
    #expect(try home.text(of: "before.json") == home.text(of: "after.json"))
  }

  @Test func theReadingCopyHasQuestionsNotesAndNoMarkupOfTheirs() throws {
    let home = try TemporaryHome()
    try home.writeDeck(
      "marks",
      "id: marks\ntitle: Marks\ncards:\n  - {id: A, kind: star, competency: teamwork, ask: '*Why* <b>me</b>?'}\n"
    )
    let run = try home.starling("export", "--format", "markdown", "/dev/stdout")
    #expect(run.status == .exitCode(0))
    #expect(run.output.contains("\n## Marks\n"))
    #expect(run.output.contains(#"### A: \*Why\* \<b\>me\</b\>?"#))
    #expect(run.output.contains("**Strong**"))
  }
}
