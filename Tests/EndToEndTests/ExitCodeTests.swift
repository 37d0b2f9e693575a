import TestSupport
import Testing

/// Exit codes after sysexits(3); what is wrong is said in a line or two on standard error.
@Suite(.timeLimit(.minutes(20))) struct ExitCodeTests {
  @Test func theVersion() throws {
    let run = try TemporaryHome().starling("--version")
    #expect(run.status == .exitCode(0))
    #expect(run.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: [
    ["practise"], ["--unknown"], ["grade"], ["grade", "sample/A1"],
    ["grade", "sample/A1", "great"],
    ["grade", "no-slash", "good"], ["grade", "sample/A1", "good", "--at", "yesterday"],
    ["memory", "--model", "sm-2"], ["memory", "--at", "2026-02-30"],
    ["practice", "--minutes", "0"],
    ["practice", "--minutes", "nan"], ["practice", "--cards", "0"], ["practice", "--kind", "poem"],
    ["practice", "--seed", "-1"], ["due", "extra"], ["undo", "--json"], ["decks", "sing"],
    ["help", "zzz"], ["help", "decks", "zzz"],
  ]) func aCommandThatIsNotUnderstoodExits64(arguments: [String]) throws {
    let home = try TemporaryHome()
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments, environment: home.environment())
    #expect(run.status == .exitCode(64), "\(run.errors)")
    #expect(run.output == "")
    #expect(!run.errors.isEmpty)
  }

  @Test(arguments: [
    ("practice --minutes -5", "--minutes takes a number above 0, at most 1440"),
    ("practice --cards -1", "--cards takes a whole number from 1"),
    ("plan --minutes -5", "--minutes takes "), ("brief --friend --minutes -5", "--minutes takes "),
    ("simulate --days -1", "--days takes a number from 1 to 365"),
    ("simulate --cards -1", "--cards takes a number from 1 to 10000"),
    ("simulate --minutes -0.5", "--minutes takes a number from 1 to 1440"),
    ("simulate --runs -1", "--runs takes a number from 1 to 100000"),
    ("optimise --folds -1", "--folds takes "),
    ("interviews add Acme --at 2040-01-02T14:00Z --round -1", "--round takes "),
    ("practice --seed -1", "“-1” is no value of --seed"),
  ]) func aNumberBelowNoughtIsSaidToBeOutOfRange(line: String, words: String) throws {
    let home = try TemporaryHome()
    let run = try CommandRun(
      ProgramPath.built("starling"), line.split(separator: " ").map(String.init),
      environment: home.environment())
    #expect(run.status == .exitCode(64))
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test func whatThereIsNoHelpOnIsSaidWithTheTopicsThereAre() throws {
    let home = try TemporaryHome()
    let run = try home.starling("help", "zzz")
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("starling: there is no command or topic “zzz”"))
    for topic in ["star", "grades", "plan", "memory"] {
      #expect(run.errors.contains(topic), "\(run.errors)")
    }
    for words in [["help"], ["help", "help"], ["help", "decks", "show"], ["help", "Star"]] {
      let known = try CommandRun(
        ProgramPath.built("starling"), words, environment: home.environment())
      #expect(known.status == .exitCode(0), "\(known.errors)")
    }
  }

  @Test func whatIsAdvisedInPlaceOfACardWorks() throws {
    let home = try TemporaryHome()
    let noDeck = try home.starling("grade", "teamwork/PE-01", "good")
    #expect(
      noDeck.errors
        == "starling: there is no deck “teamwork”; “starling decks list” names them\n")
    #expect(try home.starling("decks", "list").status == .exitCode(0))
    let noCard = try home.starling("grade", "star-people/none", "good")
    #expect(noCard.errors.contains("“starling decks show star-people” lists its deck"))
    #expect(try home.starling("decks", "show", "star-people").status == .exitCode(0))
  }

  @Test func anUnknownCommandIsAnsweredWithTheUsageOfStarlingItself() throws {
    let run = try TemporaryHome().starling("nonsense")
    #expect(run.status == .exitCode(64))
    #expect(run.errors.hasPrefix("starling: there is no command “nonsense”\n"))
    #expect(run.errors.contains("Usage: starling <subcommand>"), "\(run.errors)")
  }

  @Test(arguments: [
    ["\u{1B}[31mfoo"], ["grade", "\u{1B}[2J/x", "good"], ["practice", "--minutes", "\u{9B}5m"],
  ]) func whatAnAnswerQuotesIsTextAlone(arguments: [String]) throws {
    let home = try TemporaryHome()
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments, environment: home.environment())
    #expect(run.status == .exitCode(64))
    let controls = run.errors.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty, "\(run.errors.debugDescription)")
    #expect(run.errors.contains("Usage: "))
  }

  @Test(arguments: [
    (65, ["grade", "sample/none", "good"]), (65, ["memory", "sample/none"]),
    (65, ["practice", "nowhere", "--plain"]), (65, ["decks", "show", "sample/none"]),
    (66, ["decks", "check", "/nowhere.yaml"]), (69, ["practice"]),
  ]) func whatIsNotThereHasItsOwnCode(code: Int, arguments: [String]) throws {
    let home = try TemporaryHome()
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments, environment: home.environment())
    #expect(run.status == .exitCode(Int32(code)))
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("starling: "))
    #expect((1...2).contains(run.errors.split(separator: "\n").count))
  }

  @Test func placesThatCannotBeUsedHaveTheirCodes() throws {
    let home = try TemporaryHome()
    func status(_ environment: [String: String]) throws -> ExitStatus {
      let run = try home.starling("due", environment: environment)
      #expect(run.errors.hasPrefix("starling: "))
      return run.status
    }
    #expect(
      try status(home.environment(adding: ["STARLING_HOME": "/proc/starling"])) == .exitCode(73))
    #expect(try status(["PATH": ProgramPath.search]) == .exitCode(69))

    let full = try CommandRun(
      ProgramPath.installed("sh"),
      ["-c", "exec '\(ProgramPath.built("starling"))' decks list > /dev/full"],
      environment: home.environment())
    #expect(full.status == .exitCode(74))

    try home.write("x", to: "config.yaml/x")
    #expect(try status(home.environment()) == .exitCode(0), "it goes by the defaults")
    #expect(try home.starling("config").status == .exitCode(78))
  }

  @Test func aDamagedDatabaseIsSaidAndLeftAsItIs() throws {
    let home = try TemporaryHome()
    let rubbish = String(repeating: "This is no database. ", count: 100)
    try home.write(rubbish, to: "starling.sqlite")
    for arguments in [["due"], ["grade", "star-people/PE-01", "good"], ["doctor", "--rebuild"]] {
      let run = try CommandRun(
        ProgramPath.built("starling"), arguments, environment: home.environment())
      #expect(run.status == .exitCode(65), "\(run.errors)")
      #expect(run.errors.contains("is damaged"))
    }
    #expect(try home.text(of: "starling.sqlite") == rubbish)
  }
}
